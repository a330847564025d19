"""Whether the files of a database are all there and as long as they were when it was last closed.

RocksDB notices a damaged table, but takes a cut manifest for the state at an earlier time: without a word,
the store would be an older or an empty one.
"""

import json
from pathlib import Path

from graph.errors import StoreError

_PATTERNS = ("CURRENT", "MANIFEST-*", "*.sst")


def note_files(folder: Path, note: Path) -> None:
    """Write the lengths of the database files in ``folder`` to ``note``."""
    lengths = {path.name: path.stat().st_size for pattern in _PATTERNS for path in folder.glob(pattern)}
    beside = note.with_name(f"{note.name}.new")
    beside.write_text(json.dumps(lengths), encoding="utf-8")
    beside.replace(note)


def check_files(folder: Path, note: Path) -> None:
    """Raise ``StoreError`` where a file is not as ``note`` says; without a note nothing is known."""
    try:
        lengths = json.loads(note.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    except ValueError as error:
        raise StoreError(f"{note}: damaged; restore a backup") from error
    for name, length in lengths.items():
        path = folder / name
        if not path.exists() or path.stat().st_size != length:
            raise StoreError(f"{path}: damaged (not the {length} bytes it was); restore a backup")
