"""``shabaka query``: ask a store or an RDF file in SPARQL, in words of one's own or by a canned query."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from graph.errors import QueryError

_UNKNOWN_OPTIONS = {"allow_extra_args": True, "ignore_unknown_options": True}
_TABLE, _ROWS, _RDF = "table", ("csv", "tsv", "json", "xml"), ("turtle", "ntriples", "jsonld", "rdfxml")
_FORMATS = (_TABLE, *_ROWS, *_RDF)


def register(cli: typer.Typer) -> None:
    """Mount the command."""
    cli.command("query", context_settings=_UNKNOWN_OPTIONS)(query)


def query(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[SOURCE] QUERY [--PARAMETER VALUE]...",
            help="SOURCE: an RDF file or a store, unless --store names it. "
            "QUERY: a file, '-' for standard input, SPARQL text, or a name from 'shabaka queries'.",
        ),
    ],
    *,
    store: Annotated[str, typer.Option(envvar="SHABAKA_STORE", help="The store to ask.")] = "",
    format_: Annotated[str, typer.Option("--format", help=f"One of {', '.join(_FORMATS)}.")] = _TABLE,
    out: Annotated[Path | None, typer.Option(help="Write the result to this file.")] = None,
    timeout: Annotated[float, typer.Option(min=0.01, help="Seconds after which the query is stopped.")] = 30,
    memory: Annotated[int, typer.Option(min=16, help="Megabytes the query may take.")] = 2048,
) -> None:
    """Ask a store or an RDF file in SPARQL; known prefixes need no declaration."""
    from graph.querying.evaluation import Standby

    with Standby() as standby:  # starts while the rest is imported
        from graph.querying.asking import Limits, find_query
        from graph.storage.places import asking

        if format_ not in _FORMATS:
            raise QueryError(f"no format {format_}; choose one of {', '.join(_FORMATS)}")
        place, text, given = arguments(words, store)
        wanted = find_query(text)
        with asking(place, standby, Limits(timeout, memory)) as asker:
            checked = asker.prepared(asker.filled(wanted, given))
            _require_fitting(format_, checked)
            _deliver(asker.ask_text(checked, form="json" if format_ == _TABLE else format_), format_, out)


def arguments(words: Sequence[str], store: str) -> tuple[str, str, dict[str, str]]:
    """Source, query and parameters out of the words of the command line. Raises ``QueryError``."""
    waiting = list(words)
    places: list[str] = []
    given: dict[str, str] = {}
    while waiting:
        word = waiting.pop(0)
        if not word.startswith("--") or word == "--":
            places.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        if not equals and not waiting:
            raise QueryError(f"--{name} needs a value")
        given[name] = value if equals else waiting.pop(0)
    if len(places) == 1 and store:
        return store, places[0], given
    if len(places) == 2:
        return places[0], places[1], given
    if len(places) == 1:
        raise QueryError("name what to ask: --store DIR, SHABAKA_STORE, or an RDF file before the query")
    raise QueryError("expected a query, and before it a store or an RDF file")


def _require_fitting(format_: str, checked: str) -> None:
    from graph.querying.sparql import form

    kind = form(checked).removesuffix("Query").upper()
    fitting = _ROWS if kind in {"SELECT", "ASK"} else _RDF
    if format_ not in {_TABLE, *fitting}:
        raise QueryError(f"{kind} has no result in {format_}; choose {_TABLE}, {', '.join(fitting)}")


def _deliver(chunks: Iterator[bytes], form: str, out: Path | None) -> None:
    if out is None:
        _print(chunks, form, sys.stdout.buffer)
        return
    from graph.whole_file import whole_file

    with whole_file(out) as sink:
        _print(chunks, form, sink)


def _print(chunks: Iterator[bytes], form: str, sink: BinaryIO) -> None:
    if form == _TABLE:
        data = b"".join(chunks)
        sink.write(data if not data.startswith(b"{") else _drawn(data, to_terminal=sink.isatty()))
    else:
        sink.writelines(chunks)
    sink.flush()


def _drawn(data: bytes, *, to_terminal: bool) -> bytes:
    from graph.querying.asking import known_prefixes
    from graph.querying.results import draw, read_json

    return draw(read_json(data, known_prefixes()), width=None if to_terminal else 1000).encode()
