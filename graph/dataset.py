"""The flat graph of a set of readings: what every article says, with its actors and ties, as one Turtle file.

Takes readings in any order, gives an rdflib graph: the union of what a store of the same articles would
hold, made by the same store in memory, so that a built file and a store agree by construction.
"""

from collections.abc import Iterable

from rdflib import Graph

from graph.article_store import ArticleStore
from graph.store import Store, parse
from graph.terms import iri
from ingest.rdf import article_graph
from ingest.reading import Reading
from ontology.vocabulary import ARTICLE, bind


def of(readings: Iterable[Reading]) -> Graph:
    """The union of all article graphs, the actors graph and the summary graph; no reading gives an empty one.

    Of two readings of one article the last counts.
    """
    articles = ArticleStore(Store.memory())
    made = {
        iri(str(ARTICLE[r.article.id])): article_graph(r).serialize(format="nt", encoding="utf-8") for r in readings
    }
    for name, triples in made.items():
        articles.store.extend(parse(triples, "ntriples", graph=name))
    articles.rebuild()
    flat = Graph()
    lines = {" ".join(quad[:3]) + " ." for quad in articles.store.match()}
    flat.parse(data="\n".join(sorted(lines)), format="nt")
    bind(flat)
    return flat


def turtle(flat: Graph) -> bytes:
    """Readable Turtle in UTF-8, the same bytes for the same triples: subjects, predicates and objects are sorted."""
    return flat.serialize(format="turtle", encoding="utf-8")
