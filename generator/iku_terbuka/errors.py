"""What may go wrong without a fault of the program: it is told in words, never as a traceback."""


class ExpectedError(Exception):
    """The message is ready to print: Indonesian, with what to do. ``status`` is the exit status."""

    status = 1


class MisuseError(ExpectedError):
    """The program was called wrongly, or with a setting that it cannot work with."""

    status = 2
