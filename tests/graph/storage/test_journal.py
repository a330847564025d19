"""A large change is carried out whole, whenever it is broken off."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.storage.article_store import ArticleStore, reading, writing
from graph.storage.store import Store
from graph.storage.terms import iri
from ingest.reading import Reading
from ontology.vocabulary import ARTICLE
from tests.graph.stores import content, memory, on_disk, quads
from tests.graph.test_killed import several

OLD, NEW = [several(n) for n in range(8)], [several(n) for n in range(4, 12)]


class CrashError(Exception):
    """The end of the process, as far as a test in the same one can show it."""


@pytest.fixture(autouse=True)
def _all_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.storage.article_store.LARGE", 1)


def edit(articles: ArticleStore) -> None:
    """The first half of the old articles goes, new ones come, one stays with other content."""
    gone: dict[str, set[tuple[str, str, str, str]]] = {name(made): set() for made in OLD[:4]}
    articles.put(gone | {name(made): quads(made) for made in NEW})


def name(made: Reading) -> str:
    return iri(ARTICLE[made.article.id])


def broken_at(moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the next large change end at a moment."""
    whole = Store.enact

    def deleted_only(self: Store, deletion: str, coming: Path) -> None:
        coming.with_name("nothing.nq").write_text("")
        whole(self, deletion, coming.with_name("nothing.nq"))
        raise CrashError

    def half(self: Store, deletion: str, coming: Path) -> None:
        lines = coming.read_text().splitlines(keepends=True)
        coming.with_name("half.nq").write_text("".join(lines[: len(lines) // 2]))
        whole(self, deletion, coming.with_name("half.nq"))
        raise CrashError

    def before(_self: Store, _deletion: str, _coming: Path) -> None:
        raise CrashError

    def after(self: Store, deletion: str, coming: Path) -> None:
        whole(self, deletion, coming)
        raise CrashError

    found: dict[str, Callable[[Store, str, Path], None]] = {
        "before": before, "deleted-only": deleted_only, "half": half, "after": after,
    }  # fmt: skip
    monkeypatch.setattr(Store, "enact", found[moment])


@pytest.mark.parametrize("moment", ["before", "deleted-only", "half", "after"])
def test_what_was_broken_off_is_finished_by_who_opens_the_store_next(
    moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = on_disk(tmp_path / "store", OLD)
    with monkeypatch.context() as broken:
        broken_at(moment, broken)
        with pytest.raises(CrashError), writing(store) as opened:
            edit(opened)
    with reading(store) as snapshot:
        assert content(Store.open(snapshot, read_only=True)) == content(memory(NEW).store)
    assert not list(store.glob("journal-*"))


def test_what_was_not_noted_whole_has_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = on_disk(tmp_path / "store", OLD)

    def broken(*_: object) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as full, writing(store) as opened:
        full.setattr("graph.storage.journal.os.fsync", broken)
        with pytest.raises(StoreError, match="disk is full"):
            edit(opened)
        assert content(opened.store) == content(memory(OLD).store)
    with writing(store) as opened:
        edit(opened)
        assert content(opened.store) == content(memory(NEW).store)


def test_a_failure_in_the_middle_is_not_published_and_mended_by_the_next_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = on_disk(tmp_path / "store", OLD)
    with writing(store) as opened:
        with monkeypatch.context() as broken:
            broken_at("half", broken)
            with pytest.raises(CrashError):
                edit(opened)
        with reading(store) as snapshot:
            assert content(Store.open(snapshot, read_only=True)) == content(memory(OLD).store)
        opened.put({name(OLD[0]): quads(OLD[0])})
        assert content(opened.store) == content(memory([*NEW, OLD[0]]).store)
