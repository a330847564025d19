from collections import Counter

import pytest

from graph.running.article_reading import Chunk, Read, read_article, read_chunk
from graph.running.ingestion import CHUNK, Outcome, ingest
from graph.running.pool import InProcess
from graph.running.way import Way
from graph.storage import ledger
from graph.storage.article_store import ArticleStore
from graph.storage.store import Store
from ingest.article import Article
from ingest.intake.notices import Notice

TEXTS = [f"التقى وزير الخارجية السوداني نظيره التركي في المدينة رقم {n} وبحثا معه {n} ملفا" for n in range(60)]
ARTICLES = [Article(f"a{n}", text, source=f"a{n}.txt") for n, text in enumerate(TEXTS)]


class Recorder:
    """An engine that reads when asked, and notes what it was given and what was in flight."""

    window = 2
    done = False

    def __init__(self, begun: int = 0) -> None:
        self.begun = begun  # chunks, oldest first, that cannot be taken back
        self.flying: list[Chunk] = []
        self.most = 0
        self.given: list[str] = []

    def submit(self, chunk: Chunk) -> Chunk:
        self.flying.append(chunk)
        self.most = max(self.most, len(self.flying))
        self.given += [article.name for article in chunk]
        return chunk

    def ready(self, handle: Chunk) -> bool:
        return self.done and handle in self.flying

    def result(self, handle: Chunk, chunk: Chunk) -> list[Read]:
        self.flying.remove(handle)
        return [self.read(article) for article in chunk]

    def read(self, article: Article) -> Read:
        return Read(ledger.entries(article), 1)

    def cancel(self, handle: Chunk) -> bool:
        return self.flying.index(handle) >= self.begun and not self.flying.remove(handle)


class Failing(Recorder):
    def read(self, article: Article) -> Read:
        if article.name == "a1":
            return Read(problem="ended")
        return super().read(article)


def outcomes(
    articles: list[Article | Notice], engine: Recorder | InProcess | None = None, *, shelf: ArticleStore | None = None
) -> list[Outcome]:
    return list(ingest(shelf or empty(), [("news", a) for a in articles], engine or Recorder()))


def empty() -> ArticleStore:
    return ArticleStore(Store.memory())


def states(found: list[Outcome]) -> Counter[str]:
    return Counter(outcome.state for outcome in found)


def test_articles_come_back_in_order_each_with_its_source() -> None:
    found = outcomes(list(ARTICLES))
    assert [(o.source, o.place, o.state, o.relations) for o in found] == [
        ("news", a.source, "stored", 1) for a in ARTICLES
    ]


def test_what_is_in_flight_is_bounded() -> None:
    engine = Recorder()
    outcomes(list(ARTICLES), engine)
    assert (engine.most, len(engine.given)) == (engine.window + 1, len(ARTICLES))


def test_what_is_read_already_waits_for_more_to_come_only_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.running.ingestion._HELD", -1)
    engine, shelf = Recorder(), empty()
    engine.done = True
    outcomes_so_far = ingest(shelf, [("news", a) for a in ARTICLES], engine)
    assert next(outcomes_so_far).state == "stored"
    assert engine.given == [a.name for a in ARTICLES[:CHUNK]]


def test_a_long_article_makes_a_chunk_of_its_own() -> None:
    sizes: list[int] = []

    class Sizes(Recorder):
        def submit(self, chunk: Chunk) -> Chunk:
            sizes.append(len(chunk))
            return super().submit(chunk)

    outcomes([Article("long", TEXTS[0] * 400), *ARTICLES[:CHUNK]], Sizes())
    assert sizes == [1, CHUNK]


def test_a_rerun_reads_nothing_and_a_changed_article_alone() -> None:
    shelf = empty()
    outcomes([*ARTICLES], InProcess(read_chunk), shelf=shelf)
    engine = Recorder()
    changed = Article("a3", TEXTS[3], "العنوان", source="a3.txt")
    found = outcomes([*ARTICLES[:3], changed, *ARTICLES[4:]], engine, shelf=shelf)
    assert engine.given == ["a3"]
    assert states(found) == {"unchanged": 59, "stored": 1}


def test_what_another_version_read_is_read_again_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = empty()
    outcomes([*ARTICLES[:2]], InProcess(read_chunk), shelf=shelf)
    monkeypatch.setattr(ledger, "version", lambda _: "99")
    engine = Recorder()
    assert states(outcomes([*ARTICLES[:2]], engine, shelf=shelf)) == {"unchanged": 2}
    again = list(ingest(shelf, [("news", a) for a in ARTICLES[:2]], engine, reread=True))
    assert engine.given == ["a0", "a1"]
    assert states(again) == {"stored": 2}


@pytest.mark.parametrize("turn", [1, -1], ids=["forth", "back"])
def test_the_same_words_are_stored_once_though_all_are_in_flight_at_once(turn: int) -> None:
    same = [Article(f"s{n}", f"{TEXTS[0]}{'.' * n}") for n in range(5)][::turn]
    shelf = empty()
    assert states(outcomes([*same], shelf=shelf))["stored"] >= 1
    assert list(shelf.articles()) == [min(map(ledger.article_iri, same))]
    assert states(outcomes([*same], shelf=shelf))["stored"] == 0


def test_an_article_that_became_a_duplicate_leaves_its_old_text() -> None:
    first, second = sorted(ARTICLES[:2], key=ledger.article_iri)
    shelf = empty()
    addressed = Article("x", TEXTS[5], url="https://example.org/f")
    outcomes([first, second, addressed], shelf=shelf)
    smallest = min(ARTICLES, key=ledger.article_iri)
    now = Article("x", smallest.text, url="https://example.org/f")
    assert ledger.article_iri(smallest) < ledger.article_iri(now)
    outcomes([smallest], shelf=shelf)
    assert states(outcomes([now], shelf=shelf)) == {"duplicate": 1}
    assert ledger.article_iri(now) not in set(shelf.articles())


def test_one_article_that_fails_costs_no_other() -> None:
    shelf = empty()
    found = outcomes([*ARTICLES[:9]], Failing(), shelf=shelf)
    assert [(o.place, o.message) for o in found if o.state == "failed"] == [("a1.txt", "ended")]
    assert [o.state for o in found].index("failed") == 1
    assert len(list(shelf.articles())) == 8


def test_what_would_be_no_statement_is_told_by_who_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.running.article_reading.entries", lambda *_given: b"<x> no triples")
    assert read_article(ARTICLES[0]).problem.startswith("not valid ntriples")


@pytest.mark.parametrize(
    ("kind", "state"),
    [("duplicate", "skipped"), ("not Arabic", "skipped"), ("malformed", "failed"), ("field", "remark")],
)
def test_notices_are_told_in_their_place(kind: str, state: str) -> None:
    notice = Notice("b.jsonl: line 3", kind, "so it\nis")  # type: ignore[arg-type]
    assert outcomes([notice]) == [Outcome("news", "b.jsonl: line 3", state, kind, "so it is")]  # type: ignore[arg-type]


@pytest.mark.parametrize("begun", [0, 1, 2])
def test_once_stopped_only_what_is_being_read_is_finished(begun: int) -> None:
    shelf, engine = empty(), Recorder(begun)
    taken = 0

    def stopped() -> bool:
        nonlocal taken
        taken += 1
        return taken == 2 * CHUNK + 3

    found = list(ingest(shelf, [("news", a) for a in ARTICLES], engine, stopped=stopped))
    assert len(found) == len(list(shelf.articles())) == begun * CHUNK
    assert taken == 2 * CHUNK + 3


@pytest.mark.parametrize("way", [Way(rules_only=True), Way(rung="mle")], ids=["by-rules", "rung"])
def test_an_article_that_was_read_another_way_is_read_again(way: Way) -> None:
    shelf = empty()
    outcomes([ARTICLES[0]], shelf=shelf)
    assert ledger.state(shelf, ARTICLES[0], way) == "changed"


def test_an_article_is_read_to_its_graph_and_its_entries() -> None:
    (read,) = read_chunk([ARTICLES[0]])
    assert read.relations == 1
    assert set(ledger.entries(ARTICLES[0]).splitlines()) <= set(read.triples.splitlines())
    assert b"Meeting" in read.triples


def test_a_defect_is_told_and_not_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Article, **_options: bool) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("ingest.pipeline.read", broken)
    assert read_article(ARTICLES[0]) == Read(
        problem="a defect of Shabaka, please report it with the article (IndexError: list index out of range)"
    )
