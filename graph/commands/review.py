"""``shabaka review``: decide who is who and which relations are right, most useful first."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.resolving.review_queue import Question
    from graph.resolving.verdicts import ActorVerdict, RelationVerdict

_KEYS = {
    "actors": {"s": "same", "d": "different", "u": "unsure"},
    "relations": {"r": "right", "w": "wrong", "t": "wrong direction"},
}
_WAIT = 30.0  # seconds that an answer waits for another writer


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("review")(review)


def review(
    *,
    store: Annotated[Path, typer.Option(envvar="SHABAKA_STORE", help="The store.")],
    about: Annotated[str, typer.Option(help="Ask only about actors, or only about relations.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="How many questions at most.")] = 1_000_000,
    verdicts: Annotated[
        Path | None, typer.Option(help="Take verdicts from this file instead; - is standard input.")
    ] = None,
    tsv: Annotated[bool, typer.Option("--tsv", help="Print the questions as a file of verdicts to fill in.")] = False,
) -> None:
    """Decide whether two names are one actor and whether relations are right; later runs keep to it.

    Answers are read from standard input, a line each: also from a pipe.
    """
    from graph.errors import StoreError
    from graph.storage.store_folder import StoreFolder

    StoreFolder(store).data()  # a store to judge must be there
    if about not in {"", *_KEYS}:
        raise StoreError(f"--about {about}: expected actors or relations")
    if verdicts is not None:
        _take(store, verdicts)
        return
    asked = _questions(store, about)[:limit]
    if tsv:
        for question in asked:
            typer.echo(
                "\t".join(
                    ("", *question.fields, f"# {' | '.join(question.lines)}".replace("\t", " ").replace("\n", " "))
                )
            )
        return
    typer.echo(f"{_ask(store, asked)} decided")


def _questions(store: Path, about: str) -> "list[Question]":
    from graph.resolving.identity import all_actors
    from graph.resolving.review_queue import questions
    from graph.storage.article_store import reading
    from graph.storage.store import Store

    with reading(store) as snapshot:
        opened = Store.open(snapshot, read_only=True)
        return questions(opened, all_actors(opened), about or None)  # type: ignore[arg-type]


def _take(store: Path, file: Path) -> None:
    """All verdicts of a file, or none where a line is wrong."""
    import sys

    from graph.errors import StoreError
    from graph.resolving.verdict_file import read
    from graph.storage.article_store import writing

    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{file}: cannot be read as UTF-8 text ({error})") from error
    with writing(store, wait=_WAIT) as opened:
        found = list(read(text.splitlines(), opened.store, place=str(file)))
        for verdict in found:
            opened.judge(verdict.quads())
    typer.echo(f"{len(found)} decided")


def _ask(store: Path, asked: "list[Question]") -> int:
    from rich.console import Console

    from graph.resolving.review_queue import ActorQuestion

    console = Console(highlight=False, markup=False, soft_wrap=True)
    decided = 0
    for number, question in enumerate(asked, 1):
        keys = _KEYS["actors" if isinstance(question, ActorQuestion) else "relations"]
        console.print(f"\n{number}/{len(asked)}", style="bold")
        for line in question.lines:
            console.print(f"  {line}")
        answer = _answer(keys)
        if answer is None:
            break
        if answer:
            _write(store, question.verdict(answer))  # type: ignore[arg-type]
            decided += 1
    return decided


def _answer(keys: dict[str, str]) -> str | None:
    """A decision, empty to go on without one, None to stop: for q and where the input ends."""
    import sys

    told = ", ".join(f"{key} {word}" for key, word in keys.items())
    while True:
        typer.echo(f"{told}, enter to skip, q to stop: ", nl=False)
        line = sys.stdin.readline()
        if not line or line.strip() in {"q", "quit"}:
            return None
        word = line.strip().lower()
        if not word or word in keys or word in keys.values():
            return keys.get(word, word)
        typer.echo(f"{word}: not one of these", err=True)


def _write(store: Path, verdict: "ActorVerdict | RelationVerdict") -> None:
    from graph.storage.article_store import writing

    with writing(store, wait=_WAIT) as opened:
        opened.judge(verdict.quads())
