"""Where a network is read from: an RDF file, or the last snapshot of a store."""

from pathlib import Path

import networkx as nx

from graph.drawing.facts import from_quads
from graph.drawing.network import from_facts
from graph.errors import DrawingError
from graph.querying.sources import file_form, opened
from graph.storage.store import Store, parse


def read_network(place: str) -> nx.MultiDiGraph:
    """The network of the file or the store at ``place``.

    Raises ``StoreError`` where it cannot be read, ``DrawingError`` where there is no event in it.
    """
    with opened(place) as source:
        if source.file_form:
            quads = parse(Path(source.path).read_bytes(), file_form(Path(source.path)))
        else:
            store = Store.open(Path(source.path), read_only=True)
            try:
                quads = set(store.match(None, None, None, None))
            finally:
                store.close()
    network = from_facts(from_quads(quads))
    if not network.number_of_edges():
        raise DrawingError(f"{place}: no relation between two actors in it")
    return network
