"""A network in the forms that other programs read, one module a form.

Takes a network, gives text or, where a form is two files, texts by the names of the files. All forms take the
same rows (``rows``), so that none says more than another. The same network gives the same bytes.
"""

from collections.abc import Callable, Mapping

import networkx as nx

from graph.exports import csv_files, cypher, cytoscape, gexf, graphml, neo4j_files
from graph.exports.rows import Rows, rows

FILE_FORMS: Mapping[str, Callable[[Rows], str]] = {
    "graphml": graphml.text,
    "gexf": gexf.text,
    "cytoscape": cytoscape.text,
    "cypher": cypher.text,
}
FOLDER_FORMS: Mapping[str, Callable[[Rows], Mapping[str, str]]] = {
    "csv": csv_files.texts,
    "neo4j": neo4j_files.texts,
}


def text(network: nx.MultiDiGraph, form: str) -> str:
    """The network in one of ``FILE_FORMS``."""
    return FILE_FORMS[form](rows(network))


def texts(network: nx.MultiDiGraph, form: str) -> Mapping[str, str]:
    """The files, by their names, in one of ``FOLDER_FORMS``."""
    return FOLDER_FORMS[form](rows(network))
