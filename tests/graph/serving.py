"""A store with a few articles, and ``shabaka serve`` as a second process."""

import datetime as dt
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from graph.storage.article_store import writing
from ingest.rdf import article_triples
from ontology.vocabulary import ARTICLE
from tests.readings import MEETING, RAWI, READING, THREAT, actor, reading

SHABAKA = (sys.executable, "-c", "from graph.cli import app; app()")
ADDRESS = "https://reed.example/أخبار/1"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
IRAN = actor("iran", "إيران", "state")
READINGS = (
    READING,
    reading(2, replace(THREAT, date=None)),
    reading(3, replace(MEETING, status="asserted", date=None), date=dt.date(2021, 5, 2)),
    replace(reading(4, replace(THREAT, target=IRAN.id)), actors=(RAWI, IRAN)),
)


def fill(path: Path) -> Path:
    """A store with four articles, one of which has an Arabic address."""
    with writing(path) as opened:
        for made in READINGS:
            triples = article_triples(made)
            if made is READING:
                encoded = b"https://reed.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1"
                triples = triples.replace(encoded, ADDRESS.encode())
            opened.replace(str(ARTICLE[made.article.id]), triples)
    return path


@contextmanager
def process(*words: str) -> Iterator[tuple[subprocess.Popen, str]]:
    """A second process that tells its address on its first line; ended as Ctrl+C does."""
    command = [*SHABAKA, *words]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        line = running.stdout.readline()
        address = next((word for word in line.split() if word.startswith("http")), "")
        assert address, running.communicate()[1]
        yield running, address.rstrip("/")
    finally:
        running.send_signal(signal.SIGINT)
        running.communicate()


@contextmanager
def served(store: Path, *options: str) -> Iterator[str]:
    """The address of a server of ``store``."""
    with process("serve", "--store", str(store), "--port", "0", *options) as (_, address):
        yield address
