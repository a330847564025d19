"""An article to its graph: the pure function that any process on any machine runs, a chunk at a time.

A graph comes back as N-Triples, to stand under the article's IRI, in the very form in which a store will have it, so
that who stores it need not parse it. Nothing here knows of a store, and an article that cannot be read is told of in
its place, so that a chunk always gives as much as it was given.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.attempts import DEFECTS, defect
from graph.running.way import USUAL, Way
from graph.storage.ledger import entries
from graph.storage.statements import canonical
from ingest.article import Article
from ontology.errors import ShabakaError

Chunk = tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """The graph of one article with the number of its relations, or why there is none."""

    triples: bytes = b""  # N-Triples as the store gives them back, sorted
    relations: int = 0
    problem: str = ""


Reader = Callable[[Chunk], list[Read]]


def read_chunk(chunk: Sequence[Article], *, way: Way = USUAL) -> list[Read]:
    """Each article read, in order; never raises for what an article says."""
    return [read_article(article, way) for article in chunk]


def read_article(article: Article, way: Way = USUAL) -> Read:
    """The article's graph with its entries in the ledger."""
    from ingest.pipeline import read
    from ingest.rdf import article_triples

    try:
        reading = read(article, rules_only=way.rules_only, rung=way.rung)
        triples = canonical(article_triples(reading) + entries(article, way), "ntriples")
    except ShabakaError as error:
        return Read(problem=str(error))
    except DEFECTS as error:
        return Read(problem=defect(error))
    return Read(triples, len(reading.relations))
