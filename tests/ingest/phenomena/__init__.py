"""Tables of linguistic phenomena, ``NAME.toml``: what must be found and what must not."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def cases(*names: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Id and row of every case of these tables; the id names table, side and case."""
    for name in names:
        for side, rows in tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")).items():
            assert len(rows) >= 6, f"{name}: fewer than six cases that {side}"
            for row in rows:
                yield f"{name}-{side}-{row['id']}", row
