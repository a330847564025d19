"""Whole stores move: exports come back as the same store in every format, backups are stores of their own."""

import shutil
import subprocess
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Dataset, Graph

from graph.errors import StoreError
from graph.querying.sources import FILE_FORMS
from graph.resolving.verdicts import ActorVerdict
from graph.storage.article_store import reading, writing
from graph.storage.dump import dump, dump_part
from graph.storage.store import Store
from graph.storage.terms import iri, names
from graph.storage.transfer import backup, import_files, restore
from graph.storage.update import Quad
from ingest.reading import EventDate, LinkedRelation, Reading
from ontology.vocabulary import ACTOR, ARTICLE, PREFIXES, RELATION_CONCEPT
from tests.graph.stores import content, memory, on_disk, put, recomputed
from tests.readings import KINANI, MEETING, RAWI, READING, SUNBULA, THREAT
from tests.readings import reading as read_article


def made(number: int, *relations: LinkedRelation) -> Reading:
    """An article without the state that only a nisba names, which a format without graphs ties to no article."""
    return replace(read_article(number, *relations), actors=(RAWI, SUNBULA, KINANI))


ONE, TWO = made(1, THREAT), made(2, THREAT, MEETING)
ENDINGS = {form: ending for ending, form in reversed(FILE_FORMS.items())}
BOUND = {prefix: str(namespace) for prefix, namespace in PREFIXES.items()}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that is only read."""
    return on_disk(tmp_path_factory.mktemp("whole") / "store", [READING, ONE, TWO])


@pytest.fixture
def store(whole: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(whole, tmp_path / "store")


def read(store: Path) -> set[Quad]:
    with reading(store) as snapshot:
        return content(Store.open(snapshot, read_only=True))


def exported(store: Path, form: str, **part: str) -> Path:
    out = store.with_name(f"export{ENDINGS[form]}")
    with reading(store) as snapshot, out.open("wb") as sink:
        opened = Store.open(snapshot, read_only=True)
        if part:
            dump_part(opened, sink, form, prefixes=BOUND, **part)
        else:
            dump(opened, sink, form, prefixes=BOUND)
    return out


@pytest.mark.parametrize("form", ENDINGS)
def test_an_export_brought_into_a_new_store_is_the_same_store(whole: Path, tmp_path: Path, form: str) -> None:
    import_files(tmp_path / "other", [exported(whole, form)])
    assert read(tmp_path / "other") == read(whole)


@pytest.mark.parametrize("form", ["turtle", "trig"])
def test_an_export_brought_into_a_store_of_other_articles_adds_to_it(whole: Path, tmp_path: Path, form: str) -> None:
    other = on_disk(tmp_path / "other", [made(7, MEETING), made(1)])
    assert import_files(other, [exported(whole, form)]) == 4
    assert read(other) == content(memory([READING, ONE, TWO, made(7, MEETING)]).store)


@pytest.mark.parametrize("old", [[], [ONE]], ids=["new-store", "store-of-one"])
def test_a_file_of_a_format_with_graphs_that_keeps_none_is_taken_as_one_without(
    whole: Path, tmp_path: Path, old: list
) -> None:
    named = exported(whole, "turtle").rename(tmp_path / "flat.trig")
    store = on_disk(tmp_path / "other", old)
    assert import_files(store, [named]) == 3
    assert read(store) == read(whole)


def test_the_same_content_is_exported_in_the_same_bytes(whole: Path, tmp_path: Path) -> None:
    other = on_disk(tmp_path / "elsewhere" / "store", [TWO, made(9), READING, ONE])
    with writing(other) as articles:
        articles.forget(ARTICLE[made(9).article.id])
    for form in ENDINGS:
        assert exported(whole, form).read_bytes() == exported(other, form).read_bytes()


@pytest.mark.parametrize("form", [form for form in ENDINGS if form not in {"trig", "nquads", "jsonld"}])
@pytest.mark.skipif(not shutil.which("rapper"), reason="needs Debian's raptor2-utils")
def test_another_parser_counts_as_many_triples(whole: Path, form: str) -> None:
    command = ["rapper", "-q", "-o", "ntriples", "-i", form, str(exported(whole, form))]
    lines = subprocess.run(command, capture_output=True, check=True).stdout.splitlines()
    assert len(lines) == sum(1 for quad in read(whole) if not quad[3])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own
@pytest.mark.parametrize("form", ["jsonld", "trig", "nquads"])
def test_rdflib_reads_as_many_statements(whole: Path, form: str) -> None:
    parsed = Dataset()
    parsed.parse(data=exported(whole, form).read_bytes(), format={"jsonld": "json-ld"}.get(form, form))
    named = form != "jsonld"
    assert len(list(parsed.quads())) == sum(1 for quad in read(whole) if bool(quad[3]) == named)


@pytest.mark.parametrize("form", ["turtle", "trig"])
@pytest.mark.parametrize(
    ("part", "articles"),
    [
        ({"since": "2021-04-08"}, {READING, ONE, TWO}),
        ({"since": "2021-05-01"}, set()),
        ({"relation": str(RELATION_CONCEPT["meets"])}, {READING, TWO}),
        ({"actor": str(ACTOR[SUNBULA.id])}, {READING, ONE, TWO}),
        ({"actor": str(ACTOR[KINANI.id]), "relation": str(RELATION_CONCEPT["threatens"])}, set()),
    ],
    ids=["since", "since-too-late", "relation", "actor", "actor-and-relation"],
)
def test_a_part_holds_the_articles_of_its_events(whole: Path, form: str, part: dict[str, str], articles: set) -> None:
    found = Store.from_file(exported(whole, form, **part), form)
    told = {quad[0] for quad in found.match(None, names().type, names().article, "")}
    assert told == {iri(ARTICLE[one.article.id]) for one in articles}


def test_an_event_is_of_a_day_as_exactly_as_its_date_is_known(store: Path) -> None:
    on_disk(store, [made(4, replace(THREAT, date=EventDate("2021-04-06", "day", "stated")))])
    found = Store.from_file(exported(store, "nquads", since="2021-04-07"), "nquads")
    dates = {quad[2][1:].partition('"')[0] for quad in found.match(None, names().event_date, None, "")}
    assert dates == {"2021-04", "2021-04-07"}


@pytest.mark.parametrize("part", [{"relation": str(RELATION_CONCEPT["meets"])}, {"actor": str(ACTOR[SUNBULA.id])}])
def test_a_part_is_as_everything_written_must_be(whole: Path, part: dict[str, str]) -> None:
    from graph.validation import validate

    assert validate(Graph().parse(exported(whole, "turtle", **part))) == []


def test_a_part_says_nothing_of_actors_that_have_no_part_in_it(whole: Path) -> None:
    found = exported(whole, "turtle", relation=str(RELATION_CONCEPT["threatens"])).read_text()
    assert (RAWI.id in found, KINANI.id in found) == (True, False)


def test_verdicts_come_along_and_are_added_to_those_there_are(store: Path, tmp_path: Path) -> None:
    rawi, kinani, sunbula = (iri(ACTOR[one.id]) for one in (RAWI, KINANI, SUNBULA))
    here, there = (ActorVerdict(rawi, one, "different").quads() for one in (kinani, sunbula))
    other = on_disk(tmp_path / "other", [made(7)])
    for path, verdict in ((store, here), (other, there)):
        with writing(path) as articles:
            articles.judge(verdict)
    import_files(other, [exported(store, "trig")])
    assert {quad for quad in read(other) if quad[3] == names().verdicts} == here | there


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("x.ttl", "<a:a> <a:b> .", "x.ttl: not valid turtle: Parser error at line 1"),
        ("x.nq", "<a:a> <a:b> <a:c> <a:g> .\nnonsense\n", r"x.nq: not valid nquads: .* at line 2"),
        ("x.nq", "<a:a> <a:b> _:c <a:g> .", "blank nodes cannot be replaced exactly"),
        ("x.nt", "<a:a> <a:b> <a:c> .", r"x.nt: no article \(schema:NewsArticle\) in it"),
        ("x.txt", "", "x.txt: no RDF file by its name; expected one of .ttl"),
    ],
    ids=["turtle", "second-line", "blank-node", "no-article", "ending"],
)
@pytest.mark.parametrize("old", [[], [ONE]], ids=["new-store", "store-of-one"])
def test_what_cannot_be_imported_is_told_and_nothing_changes(
    tmp_path: Path, name: str, text: str, told: str, old: list
) -> None:
    (tmp_path / name).write_text(text)
    store = on_disk(tmp_path / "store", old)
    with pytest.raises(StoreError, match=told):
        import_files(store, [tmp_path / name])
    assert read(store) == content(memory(old).store)


def test_a_backup_is_a_store_of_its_own(store: Path, tmp_path: Path) -> None:
    backup(store, tmp_path / "copy")
    before = read(store)
    with writing(store) as articles:
        articles.forget(ARTICLE[ONE.article.id])
    assert read(tmp_path / "copy") == before
    on_disk(tmp_path / "copy", [made(5, THREAT)])
    assert read(tmp_path / "copy") == content(memory([READING, ONE, TWO, made(5, THREAT)]).store)


def test_a_backup_beside_a_writer_holds_what_was_published(store: Path, tmp_path: Path) -> None:
    before = read(store)
    with writing(store) as articles:
        put(articles, made(5, THREAT))
        backup(store, tmp_path / "copy")
    assert read(tmp_path / "copy") == before


def test_a_backup_goes_to_a_new_folder_only(store: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    with pytest.raises(StoreError, match="exists already; name a new folder"):
        backup(store, tmp_path / "copy")


def test_a_restored_store_is_what_the_backup_was_while_readers_read(store: Path, tmp_path: Path) -> None:
    before = read(store)
    backup(store, tmp_path / "copy")
    on_disk(store, [made(5, THREAT)])
    with reading(store) as snapshot, looking(store) as seen:
        restore(tmp_path / "copy", store, replace=True)
        assert content(Store.open(snapshot, read_only=True)) == content(
            memory([READING, ONE, TWO, made(5, THREAT)]).store
        )
    assert read(store) == before
    assert seen <= {len(before), len(content(memory([READING, ONE, TWO, made(5, THREAT)]).store))}
    with writing(store) as articles:
        assert content(articles.store) == recomputed(articles.store)


def test_a_restore_over_articles_wants_to_be_told_so(store: Path, tmp_path: Path) -> None:
    backup(store, tmp_path / "copy")
    other = on_disk(tmp_path / "other", [made(5)])
    with pytest.raises(StoreError, match="has articles; restore over them with --replace"):
        restore(tmp_path / "copy", other)
    assert read(other) == content(memory([made(5)]).store)


@pytest.mark.parametrize("missing", ["nowhere", "empty"])
def test_a_restore_from_what_is_no_store_changes_nothing(store: Path, tmp_path: Path, missing: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(StoreError, match="no Shabaka store here"):
        restore(tmp_path / missing, store, replace=True)
    assert read(store) == content(memory([READING, ONE, TWO]).store)


class looking:  # noqa: N801  used as a function
    """Readers that go on reading; what they saw, as numbers of quads."""

    def __init__(self, store: Path) -> None:
        self.store, self.seen, self.done = store, set[int](), threading.Event()
        self.thread = threading.Thread(target=self.look)

    def look(self) -> None:
        while not self.done.is_set():
            self.seen.add(len(read(self.store)))

    def __enter__(self) -> set[int]:
        self.thread.start()
        return self.seen

    def __exit__(self, *_: object) -> None:
        self.done.set()
        self.thread.join()
