"""How actors and ties look on the page and in exports: shapes and colours, read from ``page/look.json``."""

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def look() -> dict[str, Any]:
    """Options of vis-network, and the look of types, relations, statuses and themes."""
    return dict(json.loads((Path(__file__).with_name("page") / "look.json").read_text(encoding="utf-8")))
