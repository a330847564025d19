"""Verdicts: asked for, taken from files, kept through everything, and obeyed."""

import sys
from pathlib import Path
from subprocess import run

import pytest
from typer.testing import CliRunner, Result

from graph.cli import cli
from graph.drawing.facts import from_quads
from graph.drawing.network import from_facts
from graph.resolving.verdicts import ActorVerdict, RelationVerdict
from graph.storage.article_store import ArticleStore, writing
from graph.storage.store import Store
from graph.storage.terms import iri, names
from graph.storage.transfer import import_files
from ontology.errors import ShabakaError
from ontology.vocabulary import ARTICLE, SB
from tests.graph.corpora import Told, actor, agrees, article, graph, local, resolved, term
from tests.graph.stores import put

RAFI, SAEED, LONE = actor("رافع سعيد الزبيري"), actor("رافع الزبيري"), actor("نواف العتيق")
UNION = actor("اتحاد الصيادين", "organization")
ONE, TWO = article(1, [RAFI, UNION]), article(2, [SAEED, UNION])
MERGED = {LONE.id: RAFI.id}


def threats(articles: ArticleStore) -> set[tuple[str, str]]:
    plain = names().relations[iri(SB.Threat)][0]
    return {(local(s), local(o)) for s, _, o, _ in articles.store.match(None, plain, None, names().summary)}


def memory(*readings) -> ArticleStore:  # type: ignore[no-untyped-def]
    articles = ArticleStore(Store.memory())
    for reading in readings:
        put(articles, reading)
    return articles


def about(reading, decision: str) -> set[tuple[str, str, str, str]]:  # type: ignore[no-untyped-def]
    source, target = (term(end) for end in reading.actors[:2])
    return RelationVerdict(graph(reading), source, iri(SB.Threat), target, decision).quads()  # type: ignore[arg-type]


def test_the_same_in_a_humans_eyes_is_one() -> None:
    articles = memory(ONE, article(3, [LONE, UNION]))
    assert resolved(articles) == {}
    assert articles.judge(ActorVerdict(term(RAFI), term(LONE), "same").quads())
    assert resolved(articles) == MERGED
    assert threats(articles) == {(RAFI.id, UNION.id)}
    assert agrees(articles)


def test_a_verdict_given_again_changes_nothing() -> None:
    articles = memory(ONE, TWO)
    verdict = ActorVerdict(term(RAFI), term(SAEED), "same").quads()
    assert (articles.judge(verdict), articles.judge(verdict)) == (True, False)


@pytest.mark.parametrize("decision", ["different", "unsure"])
def test_what_a_human_parts_stays_apart(decision: str) -> None:
    one, other = actor("ستيفان غريبوف"), actor("ستيفان جريبوف")
    articles = memory(article(1, [one, UNION]), article(2, [other, UNION]))
    assert len(resolved(articles)) == 1
    articles.judge(ActorVerdict(term(one), term(other), decision).quads())  # type: ignore[arg-type]
    assert resolved(articles) == {}
    articles.judge(ActorVerdict(term(one), term(other), "same").quads())
    assert len(resolved(articles)) == 1
    assert agrees(articles)


def test_a_human_can_name_a_known_actor() -> None:
    articles = memory(article(1, [LONE, UNION]))
    articles.judge(ActorVerdict(term(LONE), term(actor("mahmoud-abbas")), "same").quads())
    assert threats(articles) == {("mahmoud-abbas", UNION.id)}
    described = articles.store.match(term(actor("mahmoud-abbas")), names().pref_label, None, names().actors)
    assert len(list(described)) == 2


@pytest.mark.parametrize(
    ("decision", "left"),
    [
        ("right", {(RAFI.id, UNION.id)}),
        ("wrong", set()),
        ("wrong direction", {(UNION.id, RAFI.id)}),
    ],
)
def test_a_judged_relation_counts_as_judged(decision: str, left: set[tuple[str, str]]) -> None:
    articles = memory(ONE)
    articles.judge(about(ONE, decision))
    assert threats(articles) == left
    clusters = {quad[0] for quad in articles.store.match(None, names().reports, None, names().cluster_graph)}
    assert len(clusters) == len(left)
    assert agrees(articles)


def test_verdicts_outlive_replacing_forgetting_and_rebuilding() -> None:
    articles = memory(ONE, article(3, [LONE, UNION]))
    articles.judge(ActorVerdict(term(RAFI), term(LONE), "same").quads())
    articles.judge(about(ONE, "wrong"))
    kept = set(articles.store.match(graph=names().verdicts))
    put(articles, article(1, [RAFI, UNION], [Told(sentence=1)]))  # read again, in other words
    assert threats(articles) == {(RAFI.id, UNION.id)}  # only what the third article says
    articles.forget(ARTICLE[ONE.article.id])
    assert resolved(articles) == {}
    put(articles, ONE)
    articles.rebuild()
    assert resolved(articles) == MERGED
    assert set(articles.store.match(graph=names().verdicts)) == kept
    assert agrees(articles)


def on_disk(path: Path, *readings) -> Path:  # type: ignore[no-untyped-def]
    with writing(path) as articles:
        for reading in readings:
            put(articles, reading)
    return path


def shabaka(*words: str, answers: str = "") -> Result:
    return CliRunner().invoke(cli, words, input=answers)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return on_disk(tmp_path / "store", ONE, TWO)


def test_answers_from_a_pipe_are_obeyed(store: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from graph.cli import app; app()",
        "review",
        "--store",
        str(store),
        "--about",
        "actors",
    ]
    done = run(command, input="maybe\ns\n", capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1].endswith("1 decided")
    assert "maybe: not one of these" in done.stderr
    assert RAFI.name in done.stdout
    with writing(store) as articles:
        assert resolved(articles) == {SAEED.id: RAFI.id}
        assert agrees(articles)


@pytest.mark.parametrize("answers", ["", "q\n", "\n\n\n\n"], ids=["nothing", "stop", "skip"])
def test_without_an_answer_nothing_is_decided(store: Path, answers: str) -> None:
    assert shabaka("review", "--store", str(store), answers=answers).output.endswith("0 decided\n")


def test_what_is_decided_is_not_asked_again(store: Path) -> None:
    assert shabaka("review", "--store", str(store), "--about", "actors", answers="u\n").exit_code == 0
    assert shabaka("review", "--store", str(store), "--about", "actors", "--tsv").output == ""


def test_the_most_useful_question_comes_first(tmp_path: Path) -> None:
    often, also = actor("ماجد سعيد العتيق"), actor("ماجد العتيق")
    more = [article(number, [who, UNION]) for number, who in enumerate((often, often, also, also), 10)]
    listed = shabaka("review", "--store", str(on_disk(tmp_path / "s", ONE, TWO, *more)), "--about", "actors", "--tsv")
    assert [also.id in line for line in listed.output.splitlines()] == [True, False]


def test_the_queue_filled_in_is_a_file_of_verdicts(store: Path, tmp_path: Path) -> None:
    listed = shabaka("review", "--store", str(store), "--tsv").output.splitlines()
    decided = [f"{'wrong' if line.count(chr(9)) == 5 else 'same'}{line}" for line in listed]
    file = tmp_path / "verdicts.tsv"
    file.write_text("# mine\n\n" + "\n".join(decided) + "\n", encoding="utf-8")
    done = shabaka("review", "--store", str(store), "--verdicts", str(file))
    assert (done.exit_code, done.output) == (0, "3 decided\n")
    with writing(store) as articles:
        assert resolved(articles) == {SAEED.id: RAFI.id}
        assert threats(articles) == set()
    assert shabaka("validate", str(store)).exit_code == 0


def test_actors_and_articles_by_name(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "verdicts.tsv"
    lines = [
        f"same\t{RAFI.name}\t{SAEED.name}",
        f"wrong direction\t{ONE.article.name}\t{RAFI.name}\tthreatens\t{UNION.name}",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert shabaka("review", "--store", str(store), "--verdicts", str(file)).exit_code == 0
    with writing(store) as articles:
        assert threats(articles) == {(UNION.id, RAFI.id), (RAFI.id, UNION.id)}


BAD = {
    "decision": ("perhaps\ta\tb", "no decision 'perhaps'"),
    "fields": (f"same\t{RAFI.id}", "expected 3 fields"),
    "relation-fields": (f"wrong\t{RAFI.id}", "expected 5 fields"),
    "actor": (f"same\t{RAFI.id}\tزيد", 'no actor "زيد"'),
    "itself": (f"same\t{RAFI.id}\t{RAFI.name}", "one actor already"),
    "relation": (f"wrong\t{ONE.article.name}\t{RAFI.id}\thates\t{UNION.id}", "no relation hates"),
    "article": (f"wrong\tnowhere\t{RAFI.id}\tthreatens\t{UNION.id}", 'no article is "nowhere"'),
}


@pytest.mark.parametrize(("line", "message"), BAD.values(), ids=BAD)
def test_a_wrong_line_is_named_and_nothing_is_decided(store: Path, tmp_path: Path, line: str, message: str) -> None:
    file = tmp_path / "verdicts.tsv"
    file.write_text(f"same\t{RAFI.id}\t{SAEED.id}\n{line}\n", encoding="utf-8")
    error = shabaka("review", "--store", str(store), "--verdicts", str(file)).exception
    assert isinstance(error, ShabakaError)
    assert message in str(error)
    assert f"{file}, line 2" in str(error)
    with writing(store) as articles:
        assert resolved(articles) == {}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--about", "people"), "expected actors or relations"),
        (("--verdicts", "missing.tsv"), "missing.tsv: cannot be read"),
    ],
)
def test_bad_options_are_one_line(store: Path, words: tuple[str, str], message: str) -> None:
    error = shabaka("review", "--store", str(store), *words).exception
    assert isinstance(error, ShabakaError)
    assert message in str(error)


def test_verdicts_come_along_with_an_export(store: Path, tmp_path: Path) -> None:
    with writing(store) as articles:
        articles.judge(ActorVerdict(term(RAFI), term(SAEED), "same").quads())
    out = tmp_path / "all.nq"
    assert shabaka("export", "--store", str(store), "--format", "nquads", "--out", str(out)).exit_code == 0
    other = on_disk(tmp_path / "other", article(7, [LONE, UNION]))
    import_files(other, [out])
    with writing(other) as articles:
        assert resolved(articles) == {SAEED.id: RAFI.id}
        assert agrees(articles)


def test_the_network_goes_over_resolved_actors_and_verdicts() -> None:
    articles = memory(ONE, article(3, [LONE, UNION]))
    drawn = [from_facts(from_quads(articles.store.match(graph="")))]
    articles.judge(ActorVerdict(term(RAFI), term(LONE), "same").quads())
    articles.judge(about(ONE, "wrong direction"))
    drawn.append(from_facts(from_quads(articles.store.match(graph=""))))
    edges = [{(local(iri(s)), local(iri(t))) for s, t in network.edges()} for network in drawn]
    assert edges == [{(RAFI.id, UNION.id), (LONE.id, UNION.id)}, {(UNION.id, RAFI.id), (RAFI.id, UNION.id)}]
