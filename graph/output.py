"""Writes a set of files that belong together: all of them, or none.

All are written beside their places first and renamed only when every one is complete, so that a full disk
or an interruption never leaves a new graph with an old page.
"""

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from graph.errors import OutputError
from graph.whole_file import made_folder, whole_file


def write_set(folder: Path, files: Mapping[str, bytes | str | None]) -> None:
    """Write ``files``, by name, into ``folder``, which is made where there is none; text as UTF-8.

    What is None is removed, where an earlier set had it. Raises ``OutputError`` where one cannot be written;
    then all stay as they were.
    """
    made_folder(folder)
    with ExitStack() as renaming:  # each file gets its name when the stack unwinds, after the last was written
        for name, content in files.items():
            if (folder / name).is_dir():  # would be found out only after others had been renamed
                raise OutputError(f"{folder / name}: is a folder; remove it or choose another folder with --out")
            if content is None:
                renaming.callback((folder / name).unlink, missing_ok=True)
                continue
            sink = renaming.enter_context(whole_file(folder / name))
            sink.write(content if isinstance(content, bytes) else content.encode())
            sink.flush()
