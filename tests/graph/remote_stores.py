"""Remote stores for the tests, each a second process: a small one of the tests' own, and Oxigraph's server."""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.cli import cli
from graph.remotes.remote import Remote
from graph.storage.update import Quad

CUT = "the connection was cut; what was being changed is there whole or not at all: run the command again"


@contextmanager
def store_server(*wrong: str) -> Iterator[str]:
    command = [sys.executable, "-m", "tests.graph.store_server", *wrong]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        try:
            yield running.stdout.readline().strip()
        finally:
            running.kill()


@contextmanager
def oxigraph(folder: Path, *options: str) -> Iterator[str]:
    with oxigraph_process(folder, *options) as (place, _):
        yield place


@contextmanager
def oxigraph_process(folder: Path, *options: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    try:
        server = next(file.locate() for file in metadata.files("oxigraph") if file.name == "oxigraph")
    except metadata.PackageNotFoundError:
        pytest.skip("Oxigraph's server is not installed (extra: test)")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [server, "serve", "--location", folder, "--bind", f"127.0.0.1:{port}", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        try:
            while "Listening" not in (line := running.stderr.readline()):
                assert line, "Oxigraph's server did not start"
            yield f"http://127.0.0.1:{port}/query", running
        finally:
            running.kill()


STORES: dict[str, Callable[[Path], object]] = {
    "separate": lambda _: store_server(),
    "union": lambda _: store_server("union"),
    "oxigraph": oxigraph,
    "oxigraph-union": lambda folder: oxigraph(folder, "--union-default-graph"),
}


def content(place: str) -> set[Quad]:
    """Every quad of every graph, and of the default graph."""
    with Remote(place) as remote:
        named = remote.select("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }")
        flat = remote.select("SELECT DISTINCT ?s ?p ?o { ?s ?p ?o }")
    return {*named, *((*row, "") for row in flat)}


def run(*words: str) -> str:
    done = CliRunner().invoke(cli, list(words))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.output
