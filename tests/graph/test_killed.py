"""Nothing is lost: a process that stores articles is killed at random moments, again and again."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.storage.article_store import reading, writing
from graph.storage.store import Store
from graph.storage.terms import iri, names
from ingest.reading import Reading
from ontology.vocabulary import ARTICLE
from tests.graph.stores import content, memory, on_disk, quads, recomputed, triples
from tests.readings import KINANI, MEETING, RAWI, SUNBULA, THREAT
from tests.readings import reading as made

# Stores the articles of a folder and tells each one when it is stored; publishes often, to be caught at that too.
INGEST = """
import pathlib, sys
from graph.storage import article_store
article_store.PUBLISH_EVERY = 0.1
with article_store.writing(pathlib.Path(sys.argv[1])) as articles:
    for path in sorted(pathlib.Path(sys.argv[2]).iterdir()):
        articles.replace(f"https://w3id.org/shabaka/article/{path.stem}", path.read_bytes())
        print(path.stem, flush=True)
"""
# The same, seven at a time and each time in bulk.
TOGETHER = """
import pathlib, sys
from graph.storage import article_store
from graph.storage.portions import portions
from graph.storage.statements import canonical
article_store.PUBLISH_EVERY = 0.1
article_store.LARGE = 1
with article_store.writing(pathlib.Path(sys.argv[1])) as articles:
    for paths in portions(sorted(pathlib.Path(sys.argv[2]).iterdir()), 7):
        read = [(f"https://w3id.org/shabaka/article/{path.stem}", path.read_bytes()) for path in paths]
        articles.edit({name: canonical(triples, "ntriples") for name, triples in read})
        print("\\n".join(path.stem for path in paths), flush=True)
"""
RESTORE = """
import pathlib, sys
from graph.storage.transfer import restore
print("begins", flush=True)
restore(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[1]), replace=True)
"""
MANY = 60


def several(number: int) -> Reading:
    """An article whose ties and actors others share."""
    chance = random.Random(number)
    actors = chance.sample([RAWI, KINANI, SUNBULA], chance.randint(2, 3))
    relations = [r for r in (THREAT, MEETING) if chance.random() < 0.8]
    return Reading(made(number).article, tuple(actors), tuple(relations), ())


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for number in range(MANY):
        one = several(number)
        (folder / f"{one.article.id}.nt").write_bytes(triples(one))
    return folder


@pytest.fixture(scope="module")
def whole() -> dict[str, set[tuple[str, str, str, str]]]:
    """What every article's graph must be, by its name."""
    return {iri(ARTICLE[several(n).article.id]): quads(several(n)) for n in range(MANY)}


def killed(program: str, *arguments: Path, lines: int, pause: float) -> list[str]:
    """The lines that a process told before it was killed, ``pause`` seconds after the last of them."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [line for line in (process.stdout.readline().strip() for _ in range(lines)) if line]
        time.sleep(pause)
        os.kill(process.pid, signal.SIGKILL)
        told += process.stdout.read().split()
        process.wait()
    return told


def check_intact(store: Path, told: set[str], whole: dict[str, set[tuple[str, str, str, str]]]) -> None:
    with writing(store) as opened:
        stored = {iri(name) for name in opened.articles()}
        assert {iri(ARTICLE[name]) for name in told} <= stored
        assert {name: set(opened.store.match(graph=name)) for name in stored} == {name: whole[name] for name in stored}
        assert content(opened.store) == recomputed(opened.store)


def kill_and_check(
    times: int, folder: Path, articles: Path, whole: dict[str, set[tuple[str, str, str, str]]], program: str = INGEST
) -> None:
    chance, told, store = random.Random(times), set[str](), folder / "store"
    for _ in range(times):
        lines, pause = chance.randrange(MANY // 3), chance.random() * 0.1
        told |= set(killed(program, store, articles, lines=len(told) + lines, pause=pause))
        check_intact(store, told, whole)
        if len(told) == MANY:
            told, store = set(), store.with_name(f"{store.name}-again")
    subprocess.run([sys.executable, "-c", program, store, articles], check=True, stdout=subprocess.DEVNULL)
    with reading(store) as snapshot:
        assert content(Store.open(snapshot, read_only=True)) == content(memory(map(several, range(MANY))).store)


def test_killed_at_five_moments_it_loses_nothing(
    tmp_path: Path, articles: Path, whole: dict[str, set[tuple[str, str, str, str]]]
) -> None:
    kill_and_check(5, tmp_path, articles, whole)


def test_killed_in_large_changes_it_loses_nothing(
    tmp_path: Path, articles: Path, whole: dict[str, set[tuple[str, str, str, str]]]
) -> None:
    kill_and_check(3, tmp_path, articles, whole, TOGETHER)


@pytest.mark.demand
def test_killed_in_many_large_changes_it_loses_nothing(
    tmp_path: Path, articles: Path, whole: dict[str, set[tuple[str, str, str, str]]]
) -> None:
    kill_and_check(30, tmp_path, articles, whole, TOGETHER)


@pytest.mark.demand
def test_killed_at_fifty_moments_it_loses_nothing(
    tmp_path: Path, articles: Path, whole: dict[str, set[tuple[str, str, str, str]]]
) -> None:
    kill_and_check(50, tmp_path, articles, whole)


@pytest.mark.demand
def test_a_restore_that_is_killed_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    chance = random.Random(1)
    old, new = (content(memory(map(several, numbers)).store) for numbers in (range(20), range(20, 60)))
    store = on_disk(tmp_path / "store", map(several, range(20)))
    other = on_disk(tmp_path / "other", map(several, range(20, 60)))
    for _ in range(20):
        killed(RESTORE, store, other, lines=1, pause=chance.random() * 0.5)
        with reading(store) as snapshot:
            assert content(Store.open(snapshot, read_only=True)) in (old, new)
    with writing(store) as opened:
        assert content(opened.store) in (old, new)


def test_actors_are_described_once_however_many_articles_name_them() -> None:
    store = memory(map(several, range(30))).store
    preferred = [quad for quad in store.match(graph=names().actors) if quad[1] == names().pref_label]
    assert len(preferred) == len({quad[0] for quad in preferred}) == 3
