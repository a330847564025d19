"""What an error of the disk or of the database means, in words; the database gives only text."""

from pathlib import Path

from graph.errors import StoreError

_MEANINGS = (
    ("No space left", "the disk is full; what was stored before is intact"),
    ("File too large", "a file would grow beyond what is allowed; what was stored before is intact"),
    ("Read-only file system", "the folder is read-only"),
    ("Permission denied", "permission denied"),
    ("lock hold", "another process is writing to it"),
    ("while lock file", "another process is writing to it"),
)


def store_error(error: OSError | RuntimeError, path: Path | str) -> StoreError:
    """The error to raise ``from error``; what is none of the known ones is taken for damage."""
    meaning = _meaning(error)
    return StoreError(f"{path}: {meaning or f'damaged or unreadable ({_told(error)}); restore a backup'}")


def unwritable(error: OSError, path: Path | str) -> StoreError:
    """The error to raise ``from error`` where files were to be made in ``path``."""
    return StoreError(f"{path}: {_meaning(error) or f'cannot be written ({_told(error)})'}")


def _meaning(error: Exception) -> str:
    return next((meaning for sign, meaning in _MEANINGS if sign.lower() in str(error).lower()), "")


def _told(error: Exception) -> str:
    return " ".join(str(error).split())
