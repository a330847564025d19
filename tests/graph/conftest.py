"""Remote stores, and an article to put into them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.graph.remote_stores import STORES, store_server


@pytest.fixture(params=STORES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of each kind of store, empty."""
    with STORES[request.param](tmp_path / "oxigraph") as found:
        yield found


@pytest.fixture
def separate() -> Iterator[str]:
    """The address of a store that keeps a default graph of its own, empty."""
    with store_server() as found:
        yield found


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "خبر.txt"
    path.write_text("وزير يهدد\nهدد وزير الخارجية الإيراني الولايات المتحدة بالرد.\n", encoding="utf-8")
    return path
