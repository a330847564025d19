"""Networks taken away: read back by others' readers, checked by schemas, the same every time."""

import csv
import io
import json
import re

import networkx as nx
import pytest
from lxml import etree
from rdflib import Graph
from typer.testing import CliRunner

from graph import exports
from graph.cli import cli
from graph.drawing.network import from_dataset
from graph.drawing.network_source import read_network
from graph.exports.rows import rows
from graph.storage.transfer import import_files
from tests.conftest import PROJECT
from tests.graph.samples import ACTOR, EVENT, HOSTILE, SENTENCE, TURTLE, with_hostile_text

ENDS = {
    (f"{ACTOR}abbas", f"{ACTOR}saeb", "threatens"),
    (f"{ACTOR}abbas", f"{ACTOR}saeb", "meets"),
    (f"{ACTOR}saeb", f"{ACTOR}hilal", "demands"),
    (f"{ACTOR}abbas", f"{ACTOR}hilal", "supports"),
}
READERS = {
    "gexf": lambda text: nx.read_gexf(io.BytesIO(text.encode())),
    "graphml": lambda text: nx.parse_graphml(text, force_multigraph=True),
}


@pytest.fixture(scope="module")
def network():
    return from_dataset(Graph().parse(data=TURTLE, format="turtle"))


def schema(form: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(PROJECT / "tests" / "data" / "schemas" / f"{form}.xsd"))


@pytest.mark.parametrize("form", READERS)
def test_networkx_reads_back_parallel_edges_with_their_dates_and_arabic(network, form):
    back = READERS[form](exports.text(network, form))
    assert back.is_multigraph()
    assert {(s, t, data["relation"]) for s, t, data in back.edges(data=True)} == ENDS
    threat = next(data for *_, data in back.edges(data=True) if data["relation"] == "threatens")
    assert (threat["sentence"], threat["trigger"], threat["confidence"]) == (SENTENCE, "هدد", 0.83)
    assert (threat["date"], threat["first_day"], threat["last_day"]) == ("2021-04-07",) * 3
    assert (back.nodes[f"{ACTOR}saeb"]["label"], back.nodes[f"{ACTOR}saeb"]["known"]) == ("صائب المرّ", True)
    assert "wikidata" not in back.nodes[f"{ACTOR}abbas"]
    assert not [value for _, data in back.nodes(data=True) for value in data.values() if value == "None"]


def test_life_of_an_edge_is_as_long_as_its_date_is_vague(network):
    back = READERS["gexf"](exports.text(network, "gexf"))
    lives = {data["relation"]: (data.get("start"), data.get("end")) for *_, data in back.edges(data=True)}
    assert lives == {
        "threatens": ("2021-04-07", "2021-04-07"),
        "meets": ("2021-01-01", "2021-12-31"),
        "demands": ("2021-04-01", "2021-04-30"),
        "supports": ("2021-04-08", "2021-04-08"),  # its article's
    }


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("payload", ["", "\x00\x0b\ufffe\ud800 \x1f", *HOSTILE], ids=ascii)
def test_document_fits_its_schema(network, form, payload):
    drawn = with_hostile_text(network, payload) if payload else network
    document = etree.fromstring(exports.text(drawn, form).encode(), etree.XMLParser(huge_tree=True))
    schema(form).assertValid(document)


def test_schema_refuses_an_edge_to_nobody(network):
    text = exports.text(network, "gexf").replace(f'target="{ACTOR}saeb"', 'target="nobody"')
    assert not schema("gexf").validate(etree.fromstring(text.encode()))


def test_cytoscape_is_read_back_by_networkx(network):
    whole = json.loads(exports.text(network, "cytoscape"))
    back = nx.cytoscape_graph({**whole, "directed": True, "multigraph": True, "data": []})
    assert {(s, t, data["relation"]) for s, t, data in back.edges(data=True)} == ENDS
    assert {node["data"]["name"] for node in whole["elements"]["nodes"]} == {"عباس", "صائب المرّ", "جبهة الهلال", "نجم"}
    assert all(set(node["position"]) == {"x", "y"} for node in whole["elements"]["nodes"])


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_node_and_edge_tables(network):
    files = exports.texts(network, "csv")
    actors, events = read(files["actors.csv"]), read(files["events.csv"])
    assert {(row["source"], row["target"], row["relation"]) for row in events} == ENDS
    assert {row["source"] for row in events} | {row["target"] for row in events} <= {row["id"] for row in actors}
    assert next(row for row in actors if row["label"] == "صائب المرّ")["offices"] == (
        "وزير الخارجية جبهة الهلال (2019-01-02/)"
    )


def test_table_for_spreadsheets_holds_no_formula(network):
    files = exports.texts(with_hostile_text(network, "=HYPERLINK(1)"), "csv")
    assert {row["sentence"] for row in read(files["events.csv"])} == {"'=HYPERLINK(1)"}


def test_neo4j_heads_and_types(network):
    files = exports.texts(network, "neo4j")
    head = files["events.csv"].splitlines()[0].split(",")
    assert [head.count(role) for role in (":START_ID", ":END_ID", ":TYPE", "confidence:double")] == [1, 1, 1, 1]
    assert {row[":TYPE"] for row in read(files["events.csv"])} == {"THREATENS", "MEETS", "DEMANDS", "SUPPORTS"}
    assert files["actors.csv"].startswith("id:ID,")
    assert {row["id:ID"] for row in read(files["actors.csv"])} == set(network)


STRING = re.compile(r'"((?:[^"\\\n]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*)"')


@pytest.mark.parametrize("payload", HOSTILE, ids=ascii)
def test_cypher_keeps_text_inside_its_strings(network, payload):
    """Without its strings a statement has the same words whatever the text; the strings give the text back."""
    usual, hostile = (exports.text(one, "cypher") for one in (network, with_hostile_text(network, payload)))
    bare = STRING.sub('""', hostile)
    assert '"' not in bare.replace('""', "")
    assert bare.count(";\n") == usual.count(";\n") == 6  # the constraint, the actors, four relations
    assert set(re.findall(r"\w+", bare)) - set(re.findall(r"\w+", STRING.sub('""', usual))) <= {"true", "false"}
    assert payload in [json.loads(f'"{text}"') for text in STRING.findall(hostile)]


@pytest.mark.parametrize("form", exports.FILE_FORMS)
def test_same_network_gives_the_same_text(network, form):
    turned = nx.MultiDiGraph(**network.graph)
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    turned.add_edges_from(reversed(list(network.edges(keys=True, data=True))))
    assert exports.text(network, form) == exports.text(turned, form)


def test_rows_hold_no_none(network):
    found = rows(network)
    values = [value for row in (*found.actors, *found.events) for value in row.values()]
    assert None not in values
    assert "" not in values


def run(*arguments: object):
    return CliRunner().invoke(cli, ["export", *map(str, arguments)])


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """The sample as a file and as a store."""
    folder = tmp_path_factory.mktemp("places")
    (folder / "graph.ttl").write_text(TURTLE, encoding="utf-8")
    prefixes, _, statements = TURTLE.partition("\n\n")
    (folder / "graph.trig").write_text(f"{prefixes}\n<article/a> {{\n{statements}\n}}", encoding="utf-8")
    import_files(folder / "store", [folder / "graph.trig"])
    return {"file": folder / "graph.ttl", "store": folder / "store"}


@pytest.mark.parametrize("place", ["file", "store"])
@pytest.mark.parametrize("form", ["gexf", "graphml", "cytoscape", "cypher"])
def test_command_writes_a_file_from_either_place(places, tmp_path, place, form):
    result = run("--store", places[place], "--format", form, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert "4 actors, 4 events" in result.output
    assert (tmp_path / "out").read_text(encoding="utf-8") == exports.text(read_network(str(places[place])), form)


def test_command_writes_the_events_of_one_actor_into_a_folder(places, tmp_path):
    result = run("--store", places["file"], "--format", "csv", "--out", tmp_path / "out", "--actor", "جبهة الهلال")
    assert result.exit_code == 0, result.output
    events = read((tmp_path / "out" / "events.csv").read_text(encoding="utf-8"))
    assert {row["id"] for row in events} == {f"{EVENT}3", f"{EVENT}5"}


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.trig", "@prefix"), ("a.nq", "<"), ("a.nt", "<"), ("a.gexf", "<?xml"), ("a.unknown", "@prefix")],
)
def test_without_a_format_the_ending_of_the_file_says_it(places, tmp_path, name, begins):
    result = run("--store", places["store"], "--out", tmp_path / name)
    assert result.exit_code == 0, result.output
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert (" {" in text) == (name == "a.trig")
