"""Remote stores and an article to put into them; a browser and pages to open in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph

from graph.drawing.network import from_dataset
from graph.drawing.view import page
from tests.benchmarks.networks import invented_network
from tests.graph.browser import chromium
from tests.graph.remote_stores import STORES, store_server
from tests.graph.samples import TURTLE


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


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("downloads")) as opened:
        yield opened


@pytest.fixture(scope="module")
def network():
    return from_dataset(Graph().parse(data=TURTLE, format="turtle"))


@pytest.fixture(scope="module")
def small(network, tmp_path_factory):
    path = tmp_path_factory.mktemp("small") / "small.html"
    path.write_text(page(network), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def crowd():
    return invented_network(400, 1200)


@pytest.fixture(scope="module")
def large(crowd, tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "large.html"
    path.write_text(page(crowd, top=60), encoding="utf-8")
    return path
