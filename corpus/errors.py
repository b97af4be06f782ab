"""What can be wrong with a library."""

from __future__ import annotations

from extract.errors import PuljelupError


class LibraryMissing(PuljelupError):
    """There is no library here, or the folder that is named holds none."""


class LibraryDamaged(PuljelupError):
    """The folder is there, but what it holds is no library."""


class LibraryTooNew(PuljelupError):
    """A later version of the program has changed the library's schema."""


class ReportUnknown(PuljelupError):
    """No report of the library goes by this name, or several do."""


class NothingToAdd(PuljelupError):
    """The paths hold no PDF."""


class LibraryBusy(PuljelupError):
    """Another process is adding to the library."""


class LibraryEmpty(PuljelupError):
    """The library holds no report that could be read."""


class PoolUnknown(PuljelupError):
    """No report of the library is of this pool."""


class CodebookInvalid(PuljelupError):
    """The codebook is no YAML, or an item of it cannot be looked for."""
