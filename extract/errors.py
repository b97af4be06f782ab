"""The one tree of errors that users see: what is wrong, and what to do about it."""

from __future__ import annotations

from typing import ClassVar


class PuljelupError(Exception):
    """Base of every error that is the user's to mend; the command line catches only this.

    ``what`` is one line saying what is wrong, ``todo`` one line saying what to do.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.what = what
        self.todo = todo

    def __reduce__(self) -> tuple[type[PuljelupError], tuple[str, str]]:
        """Both lines survive the way back from a child process."""
        return (type(self), (self.what, self.todo))


class WrongUsage(PuljelupError):
    """The command's arguments cannot be meant like that; nothing was read."""

    exit_code: ClassVar[int] = 2


class FileMissing(PuljelupError):
    """There is no such file, or it is a directory, or it may not be read."""


class NotAPdf(PuljelupError):
    """The file is empty, truncated, or not a PDF."""


class PasswordNeeded(PuljelupError):
    """The file is encrypted and the password is missing or wrong."""


class NoTextLayer(PuljelupError):
    """No page holds text: a scan without character recognition."""


class PagesOutOfRange(PuljelupError):
    """The pages asked for are not in the file."""


class ReadingStopped(PuljelupError):
    """Reading took more time or memory than allowed, or the child process died."""


class UnreadableReport(PuljelupError):
    """The file should hold the JSON of a report and does not."""


class NoSuchRecord(PuljelupError):
    """The report holds no record with the id asked for."""


class CannotWrite(PuljelupError):
    """The output file or folder cannot be written."""


class EncoderMissing(PuljelupError):
    """There is no such encoder, or its weights are not in a known format."""


class IndexUnusable(PuljelupError):
    """The folder holds no index, half of one, or one made by other rules; or another process writes to it."""


class CollectionUnreadable(PuljelupError):
    """A file of passages, queries, judgements or results is not in the form that it should have."""
