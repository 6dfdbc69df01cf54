"""The Excel form: a year's results of one instansi out to staff, and what they typed back.

:mod:`.form` says what a form holds, :mod:`.write` makes the workbook, :mod:`.read` takes one back,
:mod:`.compare` finds what staff changed, :mod:`.save` changes the YAML. Bytes in, bytes out: the
command line reads and writes files. Nothing is imported here, so that only who needs Excel loads
its libraries.
"""
