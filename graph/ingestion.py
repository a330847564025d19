"""Articles into a store: read each, make its triples, replace its graph.

``article_triples`` is a pure function of one article, fit for any process on any machine; ``ingest`` is the
one writer, and tells of each article what became of it. An article that cannot be read is reported and the
rest goes on; a store that cannot be written ends it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from graph.article_store import ArticleStore
from graph.errors import StoreError
from graph.terms import names
from ingest.article import Article
from ontology.errors import ShabakaError

Triples = Callable[[Article], bytes]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article."""

    article: Article
    state: Literal["stored", "unchanged", "failed"]
    message: str = ""  # why it failed


def article_triples(article: Article, *, rules_only: bool = False) -> bytes:
    """The article's graph as N-Triples. Raises ``IngestError`` where it cannot be read."""
    from ingest.pipeline import read
    from ingest.rdf import article_graph

    return article_graph(read(article, rules_only=rules_only)).serialize(format="nt", encoding="utf-8")


def article_iri(article: Article) -> str:
    """The IRI of an article and of its graph."""
    return names().article_base + article.id


def ingest(
    store: ArticleStore, articles: Iterable[Article], *, triples: Triples = article_triples
) -> Iterator[Outcome]:
    """Store the articles one by one, as they are asked for. Raises ``StoreError``; what was told is stored."""
    for article in articles:
        try:
            made = triples(article)
        except StoreError:
            raise
        except ShabakaError as error:
            yield Outcome(article, "failed", str(error))
            continue
        changed = store.replace(article_iri(article), made)
        yield Outcome(article, "stored" if changed else "unchanged")
