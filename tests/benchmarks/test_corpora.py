from pathlib import Path

from graph.running.article_reading import read_article
from graph.storage.article_store import writing
from graph.storage.ledger import state
from graph.storage.terms import names
from ingest.article import Article
from ingest.corpus import corpus
from ingest.intake.duplicates import families, signature
from tests.benchmarks.corpora import records, write
from tests.benchmarks.large_stores import copies, fill


def test_invented_articles_are_no_copies_of_each_other() -> None:
    assert families((record["id"], signature(record["text"])) for record in records(200)) == []
    assert list(records(3)) == list(records(3))


def test_a_large_store_holds_as_many_articles_as_asked_each_with_a_ledger_of_its_own(tmp_path: Path) -> None:
    found = [article for _, article in corpus([str(write(tmp_path / "news.jsonl", 3))])]
    read = [(article, read_article(article).triples) for article in found if isinstance(article, Article)]
    with writing(tmp_path / "store") as opened:
        fill(opened, copies(read, 8))
        assert len(set(opened.articles())) == 8
        assert {state(opened, article) for article, _ in read} == {"unchanged"}
        digests = {opened.stated(article)[0] for article in opened.articles()}
        days = {quad[2] for quad in opened.store.match(None, names().published, None, "")}
    assert len(digests) == 8
    assert len(days) > 3
