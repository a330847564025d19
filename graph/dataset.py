"""The flat graph of a set of readings: what every article says, with its actors and ties.

Takes readings in any order, gives an rdflib graph: the union of what a store of the same articles would
hold, made by the same store in memory, so that a built file and a store agree by construction.
"""

from collections.abc import Iterable
from functools import cache

from rdflib import BNode, Graph, Literal, URIRef

from graph.storage.article_store import ArticleStore
from graph.storage.quads import Quads
from graph.storage.store import Store, parse
from graph.storage.terms import iri, value
from graph.turtle import turtle
from ingest.rdf import article_triples
from ingest.reading import Reading
from ontology.vocabulary import ARTICLE, bind

__all__ = ["flat", "of", "turtle"]


def of(readings: Iterable[Reading]) -> Graph:
    """The union of all article graphs, the actors graph and the summary graph; no reading gives an empty one.

    Of two readings of one article the last counts.
    """
    articles = ArticleStore(Store.memory())
    for article, reading in {iri(str(ARTICLE[r.article.id])): r for r in readings}.items():
        articles.store.extend(parse(article_triples(reading), "ntriples", graph=article))
    articles.rebuild()
    return flat(articles.store)


def flat(store: Quads) -> Graph:
    """The default graph of a store, the union of all its graphs."""
    union = Graph()
    bind(union)
    node = cache(_node)
    for subject, predicate, object_, _ in store.match(graph=""):
        union.add((node(subject), node(predicate), node(object_)))
    return union


def _node(term: str) -> URIRef | BNode | Literal:
    """The rdflib term of one in N-Triples."""
    if term.startswith("<"):
        return URIRef(value(term))
    if term.startswith("_:"):
        return BNode(term[2:])
    kind = term[term.rindex('"') + 1 :]
    if kind.startswith("@"):
        return Literal(value(term), lang=kind[1:])
    return Literal(value(term), datatype=URIRef(kind[3:-1]) if kind else None, normalize=False)
