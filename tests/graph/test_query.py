"""``shabaka query`` as a user types it, and its results in the hands of a client that is not ours."""

import csv
import http.server
import io
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph
from typer.testing import CliRunner

from graph.cli import cli
from graph.commands.query import arguments
from graph.errors import QueryError
from graph.turtle import turtle
from ontology.errors import ShabakaError
from tests.graph.stores import on_disk
from tests.readings import KINANI, MEETING, RAWI, READING, SUNBULA, THREAT, reading

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from SPARQLWrapper import CSV, JSON, TSV, TURTLE, XML, SPARQLWrapper

NAMES = 'SELECT ?name { ?a sb:inGazetteer false ; skos:prefLabel ?name FILTER(LANG(?name) = "ar") } ORDER BY ?name'
MADE = "CONSTRUCT { ?a sb:threatens ?b } WHERE { ?a sb:threatens ?b }"
MEDIA = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
}
SORTED = sorted((RAWI.name, KINANI.name, SUNBULA.name))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return on_disk(tmp_path_factory.mktemp("asked") / "store", [READING, reading(2, THREAT, MEETING)])


def ask(store: Path, *words: str, given: str = "") -> str:
    """What a query writes to a file; raises the error that the command line tells."""
    out = store.with_name("answer")
    done = CliRunner().invoke(cli, ["query", "--store", str(store), "--out", str(out), *words], input=given)
    if isinstance(done.exception, ShabakaError):
        raise done.exception
    assert done.exit_code == 0, done.output
    return out.read_text(encoding="utf-8")


def names(answer: str) -> list[str]:
    return [row["name"] for row in csv.DictReader(io.StringIO(answer))]


def test_a_query_is_read_from_the_command_line_a_file_or_standard_input(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "names.rq"
    file.write_text("\ufeff" + NAMES, encoding="utf-8")
    answers = [
        ask(store, NAMES, "--format", "csv"),
        ask(store, str(file), "--format", "csv"),
        ask(store, "-", "--format", "csv", given=NAMES),
    ]
    assert [names(answer) for answer in answers] == [SORTED] * 3


def test_a_query_of_ones_own_takes_parameters_as_canned_ones_do(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "own.rq"
    file.write_text("# param who: actor\nSELECT ?name { ?who sb:threatens/skos:prefLabel ?name }", encoding="utf-8")
    assert names(ask(store, str(file), "--who", "الراوي", "--format", "csv")) == [SUNBULA.name]


def test_a_table_is_drawn_unless_asked_otherwise(store: Path) -> None:
    assert RAWI.name in ask(store, NAMES)
    assert ask(store, "ASK { ?a sb:threatens ?b }").split()[-1] == "true"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's reader of JSON-LD
def test_triples_are_turtle_unless_asked_otherwise(store: Path) -> None:
    made = [Graph().parse(data=ask(store, MADE, *words), format=form) for words, form in (
        ((), "turtle"), (("--format", "ntriples"), "nt"), (("--format", "rdfxml"), "xml"), (("--format", "jsonld"), "json-ld"),
    )]  # fmt: skip
    assert {turtle(graph) for graph in made} == {turtle(made[0])}
    assert len(made[0]) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((NAMES, "--format", "turtle"), "SELECT has no result in turtle; choose table, csv, tsv, json, xml"),
        (("ASK {}", "--format", "ntriples"), "ASK has no result in ntriples; choose table, csv"),
        ((MADE, "--format", "csv"), "CONSTRUCT has no result in csv; choose table, turtle"),
        (("DESCRIBE actor:iraq", "--format", "json"), "DESCRIBE has no result in json; choose table, turtle"),
        ((NAMES, "--format", "pdf"), "no format pdf; choose one of table, csv"),
        (("SELECT * { ?s foo:p ?o }",), "line 1, column 15: an unknown prefix, foo: - declare it; known are actor:, "),
        (("PREFIX a: <x:>\nSELECT * { ?s a:p ?o .\n _:b a:q 'b:c' ; :d ?o }",), "line 3, column 18: an unknown prefix, : "),
        (("meetings", "--limit", "-1"), "--limit: '-1' is no number of rows: write 0 or more"),
        (("meetings", "--limit", "9" * 30), "--limit: '9+' is no number of rows"),
        (("threats-against", "--actor", "\udcff"), "--actor is not UTF-8 text"),
        (("evidence-with", "--text", "\udcff"), "--text is not UTF-8 text"),
        (("SELECT * { ?s ?p '\udcff' }",), "the query is not UTF-8 text"),
        (("SELECT * {\n ?s ?p ?o .\n ?x }",), r"line 3, column \d: not understood: \?x \}"),
        (("threats-agianst",), "did you mean threats-against?"),
        (("nothing-like-it-at-all",), "neither a query nor a file nor a canned query; shabaka queries lists"),
        ((" ",), "the query is empty; shabaka queries lists"),
        (("threats-against",), r"threats-against needs --actor \(actor\)"),
        (("threats-against", "--actor", "نزار"), 'no actor is called "نزار"'),
        (("threats-against", "--actor"), "--actor needs a value"),
        (("threats-against", "--actor", "العراق", "--colour", "red"), "threats-against has no parameter --colour"),
        (("DROP ALL",), "queries only read: DROP is an update; use shabaka ingest, import or forget"),
        (("LOAD <http://127.0.0.1/>",), "queries only read: LOAD is an update"),
        (("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",), "not allowed: SERVICE would send data"),
        ((r'ASK { BIND("\u0022 AS ?x) } #" AS ?x) SERVICE <http://127.0.0.1/> { } }',), r"\\u0022: only letters, digits"),
        (("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",), "not allowed: FROM would choose other data"),
        (("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?a", "--timeout", "0.5"), "stopped after 0.5 s"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_told_in_a_line(store: Path, words: tuple[str, ...], told: str) -> None:
    with pytest.raises(ShabakaError, match=told) as error:
        ask(store, *words)
    assert "\n" not in str(error.value)


def test_an_answer_that_fails_leaves_the_file_as_it_was(store: Path) -> None:
    before = ask(store, NAMES)
    with pytest.raises(QueryError, match="stopped"):
        ask(store, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", "--format", "csv", "--timeout", "1")
    assert store.with_name("answer").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("words", "store", "expected"),
    [
        (["q"], "s", ("s", "q", {})),
        (["f.ttl", "q"], "", ("f.ttl", "q", {})),
        (["f.ttl", "q"], "s", ("f.ttl", "q", {})),
        (["q", "--actor", "العراق", "--limit=5"], "s", ("s", "q", {"actor": "العراق", "limit": "5"})),
        (["--text", "--x", "q"], "s", ("s", "q", {"text": "--x"})),
        (["-"], "s", ("s", "-", {})),
    ],
)
def test_words_are_source_query_and_parameters(words: list[str], store: str, expected: tuple[object, ...]) -> None:
    assert arguments(words, store) == expected


@pytest.mark.parametrize(
    ("words", "told"), [(["q"], "name what to ask"), ([], "expected a query"), (["a", "b", "c"], "expected")]
)
def test_words_that_are_too_few_or_many_are_told(words: list[str], told: str) -> None:
    with pytest.raises(QueryError, match=told):
        arguments(words, "")


def test_an_error_is_one_line_and_its_exit_status(store: Path) -> None:
    command = [sys.executable, "-c", "from graph.cli import app; app()", "query", "--store", str(store)]
    lines = [*command, "threats-against", "--actor", "نزار\nسلمان\x1b"]
    unknown = subprocess.run(lines, capture_output=True, text=True, check=False)
    bad = subprocess.run([*command, "DESCRIBE actor:iran :x"], capture_output=True, text=True, check=False)
    slow = subprocess.run(
        [*command, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", "--timeout", "0.5"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (bad.returncode, bad.stdout, bad.stderr.count("\n")) == (2, "", 1)
    assert "an unknown prefix, :" in bad.stderr
    assert (unknown.returncode, unknown.stdout, unknown.stderr.count("\n")) == (2, "", 1)
    assert "\x1b" not in unknown.stderr
    assert (slow.returncode, slow.stdout, slow.stderr.count("\n")) == (1, "", 1)


@pytest.fixture(scope="module")
def endpoint(store: Path) -> Iterator[str]:
    """An address that answers with what ``shabaka query`` writes, in the format the client asked for."""

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            from urllib.parse import parse_qs, urlsplit

            query = parse_qs(urlsplit(self.path).query)["query"][0]
            form = next(f for f, media in MEDIA.items() if media in self.headers["Accept"])
            body = ask(store, query, "--format", form).encode()
            self.send_response(200)
            self.send_header("Content-Type", MEDIA[form])
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def client(endpoint: str, query: str, form: str) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        asking = SPARQLWrapper(endpoint)
        asking.setQuery(query)
        asking.setReturnFormat(form)
        return asking.queryAndConvert()


def test_another_client_reads_the_rows_of_every_format(endpoint: str) -> None:
    rows = client(endpoint, NAMES, JSON)["results"]["bindings"]  # type: ignore[index]
    assert [row["name"]["value"] for row in rows] == SORTED
    assert {row["name"]["xml:lang"] for row in rows} == {"ar"}
    document = client(endpoint, NAMES, XML)
    assert [node.firstChild.data for node in document.getElementsByTagName("literal")] == SORTED  # type: ignore[attr-defined]
    assert names(client(endpoint, NAMES, CSV).decode()) == SORTED  # type: ignore[attr-defined]
    lines = client(endpoint, NAMES, TSV).decode().splitlines()  # type: ignore[attr-defined]
    assert lines == ["?name", *(f'"{name}"@ar' for name in SORTED)]


def test_another_client_reads_an_answer_and_triples(endpoint: str) -> None:
    assert client(endpoint, "ASK { ?a sb:threatens ?b }", JSON)["boolean"] is True  # type: ignore[index]
    assert len(Graph().parse(data=client(endpoint, MADE, TURTLE), format="turtle")) == 1
