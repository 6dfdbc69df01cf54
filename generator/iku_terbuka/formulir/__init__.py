"""The Excel form: a year's results of one instansi out to staff, and what they typed back.

``isi`` says what a form holds, ``tulis`` makes the workbook, ``arsip`` and ``baca`` take one back,
``impor`` compares it with the data, ``simpan`` changes the YAML. Bytes in, bytes out: the disk is
the command line's. Nothing is imported here, so that only who needs Excel loads its libraries.
"""
