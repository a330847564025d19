"""Every canned query, asked of a small world whose answers were worked out by hand."""

import csv
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import dataset
from graph.cli import cli
from graph.querying.canned import FOLDER, canned_queries
from ingest.reading import ArticleActor, LinkedRelation, Mention, Reading
from tests.readings import ARTICLE, FIRST, IRAQ, READING, SECOND, THREAT, actor, span


def mentioned(one: ArticleActor) -> ArticleActor:
    return replace(one, mentions=(Mention(span("الراوي"), one.name, one.id),))


NAHR, JABAL, WADI, SAHL, WAHA = (
    mentioned(actor(f"x-{n:012x}", name, "organization"))
    for n, name in enumerate(("حزب النهر", "تيار الجبل", "حركة الوادي", "كتلة السهل", "وفد الواحة"), 1)
)
KADHIMI = mentioned(actor("mustafa-al-kadhimi", "مصطفى الكاظمي"))
PLACES = (FIRST, SECOND, span("هدد سالم الراوي"), span("التقاه"), span("سالم الراوي، وزير الري"))


def event(source, relation, target, status="asserted", says=None, place=0) -> LinkedRelation:
    return replace(
        THREAT,
        source=source.id,
        relation=relation,
        target=target.id,
        status=status,
        attributed_to=says.id if says else None,
        evidence=PLACES[place],
        date=None,
    )


def article(number: int, day: dt.date, outlet: str, *events: LinkedRelation, actors=(NAHR, JABAL)) -> Reading:
    named = replace(ARTICLE, name=f"a-{number}", title=f"خبر {number}", url=None, outlet=outlet, date=day)
    return replace(READING, article=named, actors=actors, relations=events, affiliations=())


# النهر supported الجبل in April and threatens it since May; الوادي supports النهر; السهل supports الجبل.
# الواحة met both. The Mast says that the threat was denied, the Reed that it was made.
WORLD = (
    article(1, dt.date(2021, 4, 1), "القصب", event(NAHR, "supports", JABAL)),
    article(
        2,
        dt.date(2021, 5, 1),
        "القصب",
        event(NAHR, "threatens", JABAL),
        event(NAHR, "threatens", JABAL, place=1),
        event(WADI, "supports", NAHR, place=2, says=WADI),
        actors=(NAHR, JABAL, WADI),
    ),
    article(
        3,
        dt.date(2021, 5, 2),
        "القصب",
        event(WAHA, "meets", NAHR, place=3),
        event(WAHA, "meets", JABAL, place=1),
        event(NAHR, "demands", JABAL, place=2, says=WAHA),
        event(SAHL, "supports", JABAL, place=4),
        actors=(NAHR, JABAL, WAHA, SAHL),
    ),
    article(4, dt.date(2021, 5, 3), "السارية", event(NAHR, "threatens", JABAL, "negated", says=NAHR)),
    article(5, dt.date(2021, 6, 1), "السارية", event(SAHL, "demands", KADHIMI), actors=(SAHL, KADHIMI, IRAQ)),
)
N, J, W, S, H = (one.name for one in (NAHR, JABAL, WADI, SAHL, WAHA))
SB = "https://w3id.org/shabaka/ontology#"
BOTH = ("--one", N, "--other", J)
ANSWERS: dict[str, tuple[tuple[str, ...], tuple[str, ...], list[tuple[str, ...]]]] = {
    "allies-of-enemies": (("--actor", J), ("enemy", "ally", "support", "threats"), [(N, W, "1", "2")]),
    "balance": (
        (),
        ("source", "target", "threats", "support", "balance"),
        [(N, J, "1", "1", "0"), (W, N, "0", "1", "1"), (S, J, "0", "1", "1")],
    ),
    "changes-of-stance": (
        (),
        ("source", "target", "last_support", "first_threat"),
        [(N, J, "2021-04-01", "2021-05-01")],
    ),
    "co-occurrence": (
        ("--actor", N),
        ("with", "articles"),
        [(J, "4"), (W, "1"), (S, "1"), (H, "1")],
    ),
    "demands-by-month": ((), ("month", "demands", "articles"), [("2021-05", "1", "1"), ("2021-06", "1", "1")]),
    "denied-events": ((), ("on", "source", "target", "says", "headline"), [("2021-05-03", N, J, N, "خبر 4")]),
    "event-clusters": (
        BOTH,
        ("first", "last", "relation", "reports", "articles"),
        [
            ("2021-05-01", "2021-05-03", f"{SB}Threat", "3", "2"),
            ("2021-05-02", "2021-05-02", f"{SB}Demand", "1", "1"),
            ("2021-04-01", "2021-04-01", f"{SB}Support", "1", "1"),
        ],
    ),
    "events-between": (
        BOTH,
        ("on", "relation", "status"),
        [
            ("2021-05-03", f"{SB}Threat", f"{SB}Negated"),
            ("2021-05-02", f"{SB}Demand", f"{SB}Asserted"),
            ("2021-05-01", f"{SB}Threat", f"{SB}Asserted"),
            ("2021-05-01", f"{SB}Threat", f"{SB}Asserted"),
            ("2021-04-01", f"{SB}Support", f"{SB}Asserted"),
        ],
    ),
    "events-by-month": (
        ("--until", "2021-05-31"),
        ("month", "relation", "events"),
        [
            ("2021-04", f"{SB}Support", "1"),
            ("2021-05", f"{SB}Demand", "1"),
            ("2021-05", f"{SB}Meeting", "2"),
            ("2021-05", f"{SB}Support", "2"),
            ("2021-05", f"{SB}Threat", "1"),
        ],
    ),
    "events-of-article": (("--article", "a-3"), ("source", "target"), [(N, J), (S, J), (J, H), (N, H)]),
    "evidence-with": (("--text", "ألتقاه"), ("source", "target"), [(N, H), (J, H), (N, J)]),
    "mediators": (BOTH, ("mediator", "with_one", "with_other", "threatened"), [(H, "1", "1", "false")]),
    "meetings": (("--since", "2021-05-02"), ("on", "one", "other"), [("2021-05-02", N, H), ("2021-05-02", J, H)]),
    "meetings-of": (("--actor", H), ("on", "with"), [("2021-05-02", N), ("2021-05-02", J)]),
    "merged-actors": ((), ("name", "is"), []),
    "office-holders": (("--on", "2021-06-01"), ("holder", "of"), [(KADHIMI.name, "العراق")]),
    "offices-of": (("--actor", "الكاظمي"), ("since", "of"), [("2020-05-07", "العراق")]),
    "outlets-on-pair": (
        BOTH,
        ("relation", "status", "events", "papers"),
        [
            (f"{SB}Demand", f"{SB}Asserted", "1", "القصب"),
            (f"{SB}Support", f"{SB}Asserted", "1", "القصب"),
            (f"{SB}Threat", f"{SB}Asserted", "1", "القصب"),
            (f"{SB}Threat", f"{SB}Negated", "1", "السارية"),
        ],
    ),
    "paths": (BOTH, ("step1", "via", "step2"), [("meets", H, "meets")]),
    "reports-of-events": (
        (),
        ("on", "source", "target", "status", "says", "paper"),
        [
            ("2021-05-01", N, J, f"{SB}Asserted", "", "القصب"),
            ("2021-05-01", N, J, f"{SB}Asserted", "", "القصب"),
            ("2021-05-03", N, J, f"{SB}Negated", N, "السارية"),
        ],
    ),
    "sources-of-claims": ((), ("source", "events"), [(N, "1"), (W, "1"), (H, "1")]),
    "strongest-ties": (
        ("--relation", "threatens"),
        ("source", "target", "events", "reports", "articles", "first", "last"),
        [(N, J, "1", "2", "1", "2021-05-01", "2021-05-01")],
    ),
    "supporters-and-opponents": (
        ("--actor", J),
        ("side", "supported", "supporter"),
        [("actor", J, N), ("actor", J, S), ("opponent", N, W)],
    ),
    "threats-against": (
        ("--actor", J, "--limit", "2"),
        ("on", "threatener", "status", "headline"),
        [("2021-05-03", N, f"{SB}Negated", "خبر 4"), ("2021-05-01", N, f"{SB}Asserted", "خبر 2")],
    ),
    "unknown-actors": ((), ("name", "articles"), [(J, "4"), (N, "4"), (S, "2"), (W, "1"), (H, "1")]),
}
UNORDERED = {
    "evidence-with",
    "events-of-article",
    "meetings",
    "meetings-of",
    "co-occurrence",
    "sources-of-claims",
    "unknown-actors",
    "balance",
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("world") / "graph.ttl"
    path.write_bytes(dataset.turtle(dataset.of(WORLD)))
    return path


@pytest.mark.parametrize("name", ANSWERS)
def test_a_canned_query_answers(world: Path, name: str) -> None:
    words, columns, expected = ANSWERS[name]
    out = world.with_name(f"{name}.csv")
    done = CliRunner().invoke(cli, ["query", str(world), name, *words, "--format", "csv", "--out", str(out)])
    assert done.exit_code == 0, done.exception or done.stderr
    rows = [tuple(row[c] for c in columns) for row in csv.DictReader(out.read_text(encoding="utf-8").splitlines())]
    if name in UNORDERED:  # of rows that rank alike
        rows, expected = sorted(rows), sorted(expected)
    assert rows == expected


def person(number: int, name: str) -> ArticleActor:
    return mentioned(actor(f"x-{number:012x}", name))


def test_who_was_taken_for_whom_is_told_the_least_sure_first(tmp_path: Path) -> None:
    full, spelt, titled, short, known = (
        person(number, name)
        for number, name in enumerate(
            (
                "عدنان فاضل الكرخي",
                "عدنان فاضل الكرخى",
                "السيد عدنان الكرخي",
                "عدنان الكرخي",
                "الرئيس الأميركي جو بايدن",
            ),
            17,
        )
    )
    readings = [
        article(number, dt.date(2021, 6, number), "القصب", event(who, "meets", NAHR), actors=(who, NAHR))
        for number, who in enumerate((full, spelt, titled, short, known), 7)
    ]
    path = tmp_path / "graph.ttl"
    path.write_bytes(dataset.turtle(dataset.of(readings)))
    rows = [
        ("السيد عدنان الكرخي", "عدنان الكرخي", "0.95", "one name: عدنان الكرخي"),
        ("عدنان فاضل الكرخى", "عدنان فاضل الكرخي", "0.95", "one name: عدنان فاضل الكرخي"),
        (
            "الرئيس الأميركي جو بايدن",
            "جو بايدن",
            "0.99",
            "one name: جو بايدن; known as جو بايدن; was رئيس الولايات المتحدة الأمريكية on the article's day",
        ),
    ]
    assert merged(path) == rows
    assert merged(path, "--limit", "2") == rows[:2]


def merged(path: Path, *words: str) -> list[tuple[str, ...]]:
    """The rows of ``merged-actors`` but for the last columns."""
    done = CliRunner().invoke(cli, ["query", str(path), "merged-actors", *words, "--format", "csv"])
    rows = csv.DictReader(done.stdout.splitlines())
    return [(row["name"], row["is"], row["score"], row["reason"]) for row in rows]


def test_every_query_is_asked_here() -> None:
    assert set(ANSWERS) == set(canned_queries()) == {path.stem for path in FOLDER.glob("*.rq")}
