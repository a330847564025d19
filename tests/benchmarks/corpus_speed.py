"""How fast corpora are read: ``python -m tests.benchmarks.corpus_speed [ARTICLES [LARGE]]``.

Prints, for synthetic articles: articles a second and memory on one process and on two; what each step takes,
beside camel-tools' tokenizer and its morphological analysis with memoised words over the same texts; what an
article costs in a store of 1,000 and of ``LARGE`` articles. These are brief ones that were read before, and copies of
them under other names and days; they pass the same writer. Nothing else should run at the same time.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, wraps
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from rich.console import Console
from rich.table import Table

from graph.running.article_reading import read_article
from graph.storage import ledger
from graph.storage.article_store import ArticleStore, writing
from graph.storage.portions import TOGETHER, portions
from ingest.article import Article
from ingest.corpus import corpus
from tests.benchmarks.corpora import write
from tests.benchmarks.large_stores import copies, fill

SMALL = 1_000
BASE = 3_000  # brief articles that are read, to fill a store with copies of them
PUT = 2 * TOGETHER  # articles by which the cost of one is measured, after as many that warm up
SAMPLE = 300  # articles that are timed step by step
STEPS = {  # the name of a step: the functions whose time it is, less that of others inside them
    "reading files": ["ingest.intake.documents:read"],
    "actor phrases, who is who, triggers": ["ingest.pipeline:analyse"],
    "relations": ["ingest.relations:proposals", "ingest.pipeline:linked"],
    "affiliations, actors": ["ingest.pipeline:affiliations", "ingest.pipeline:actors"],
    "RDF": ["ingest.rdf:article_triples", "graph.running.article_reading:canonical"],
    "sketch, ledger": ["graph.running.article_reading:entries", "graph.running.ingestion:ledger.state"],
    "store": ["graph.running.ingestion:ledger.put"],
}


def articles(file: Path) -> list[Article]:
    """The articles of a file."""
    return [document for _, document in corpus([str(file)]) if isinstance(document, Article)]


@contextmanager
def watched(mark: str) -> Iterator[list[tuple[float, int, int]]]:
    """Once a second: seconds, and kilobytes of the first process with ``mark`` and of the largest of the others."""
    seen: list[tuple[float, int, int]] = []
    done = threading.Event()
    start = time.monotonic()

    def look() -> None:
        while not done.wait(1):
            sizes = [_resident(pid) for pid in _marked(mark)]
            if sizes:
                seen.append((time.monotonic() - start, sizes[0], max(sizes[1:], default=0)))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        done.set()
        thread.join()


def _marked(mark: str) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue
    return sorted(found)


def _resident(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)


def ingested(file: Path, store: Path, jobs: int) -> dict[str, float]:
    """One run of the command: articles a second by the clock and by the processor, megabytes early and late."""
    mark = f"SHABAKA_MARK={store.name}"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    with watched(mark) as seen:
        command = [sys.executable, "-c", "from graph.cli import app; app()", "ingest", str(file)]
        options = ["--store", str(store), "--jobs", str(jobs), "--progress", "json"]
        done = subprocess.run(
            [*command, *options], env=os.environ | dict([mark.split("=")]), stdout=subprocess.PIPE, check=True
        )
    seconds = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    stored = json.loads(done.stdout.splitlines()[-1])["stored"]
    third = max(1, len(seen) // 3)
    return {
        "articles": stored,
        "seconds": seconds,
        "rate": stored / seconds,
        "driver cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "driver early": max((row[1] for row in seen[:third]), default=0) / 1024,
        "driver late": max((row[1] for row in seen[-third:]), default=0) / 1024,
        "worker early": max((row[2] for row in seen[:third]), default=0) / 1024,
        "worker late": max((row[2] for row in seen[-third:]), default=0) / 1024,
    }


class Stopwatch:
    """Processor time by step, without that of steps inside."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._inside: list[float] = []

    def timed(self, step: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """``call``, timed; what a generator does counts when it is done."""

        @wraps(call)
        def wrapper(*arguments: Any, **options: Any) -> Any:
            self._inside.append(0.0)
            start = time.process_time()
            found = call(*arguments, **options)
            if hasattr(found, "__next__"):
                found = iter(list(found))
            spent = time.process_time() - start
            self.seconds[step] += spent - self._inside.pop()
            if self._inside:
                self._inside[-1] += spent
            return found

        return wrapper

    @contextmanager
    def running(self) -> Iterator[None]:
        """Within it the steps are timed."""
        with ExitStack() as stack:
            for step, places in STEPS.items():
                for place in places:
                    module, _, name = place.partition(":")
                    owner: Any = import_module(module)
                    *inner, last = name.split(".")
                    for part in inner:
                        owner = getattr(owner, part)
                    stack.enter_context(patch.object(owner, last, self.timed(step, getattr(owner, last))))
            yield


def shares(file: Path, store: Path) -> tuple[dict[str, float], float]:
    """Milliseconds an article by step, and over all."""
    from graph.running.ingestion import ingest
    from graph.running.pool import pool

    watch = Stopwatch()
    with writing(store) as opened, pool(1) as engine, watch.running():
        start = time.process_time()
        count = sum(1 for _ in ingest(opened, corpus([str(file)]), engine))
        whole = time.process_time() - start
    return {step: 1000 * spent / count for step, spent in watch.seconds.items()}, 1000 * whole / count


def references(texts: Sequence[str]) -> dict[str, float]:
    """Milliseconds an article of camel-tools' tokenizer alone, and of its analysis with memoised words."""
    from ingest.text.catalogue import guarded
    from ontology.morphology_db import PATH

    with guarded():
        from camel_tools.morphology.analyzer import Analyzer
        from camel_tools.morphology.database import MorphologyDB
    from camel_tools.tokenizers.word import simple_word_tokenize

    analyzer = Analyzer(MorphologyDB(str(PATH), "a"), backoff="NOAN_PROP")
    analyze = cache(analyzer.analyze)

    def analysed() -> None:
        for text in texts:
            for word in simple_word_tokenize(text):
                analyze(word)

    def tokenized() -> None:
        for text in texts:
            simple_word_tokenize(text)

    return {
        "camel-tools tokenizer": _milliseconds(tokenized) / len(texts),
        "camel-tools analysis, memoised": _milliseconds(analysed) / len(texts),
    }


def _milliseconds(call: Callable[[], None]) -> float:
    start = time.process_time()
    call()
    return 1000 * (time.process_time() - start)


def growth(folder: Path, sizes: Sequence[int]) -> dict[int, tuple[float, float]]:
    """Milliseconds to put one more article into a store of each size, and megabytes of this process when it was filled.

    The stores are filled through the same writer with articles that were read before, and copies of them; then the
    same new articles come to each in turn, so that whatever else the machine does slows all of them alike.
    """
    brief, new = (write(folder / "brief.jsonl", BASE, brief=True), write(folder / "new.jsonl", 2 * PUT, start=10**6))
    read, more = ([(a, read_article(a).triples) for a in articles(file)] for file in (brief, new))
    spent, memory = dict.fromkeys(sizes, 0.0), dict.fromkeys(sizes, 0.0)
    with ExitStack() as stack:
        stores = {size: stack.enter_context(writing(folder / f"of-{size}")) for size in sizes}
        for size, opened in stores.items():
            fill(opened, copies(read, size))
            memory[size] = _resident(os.getpid()) / 1024
        for turn, some in enumerate(portions(more, TOGETHER)):
            for size, opened in stores.items():
                seconds = put(opened, some)
                spent[size] += seconds * (turn >= PUT / TOGETHER)  # the first half warms up
    return {size: (1000 * spent[size] / PUT, memory[size]) for size in sizes}


def put(store: ArticleStore, read: Sequence[tuple[Article, bytes]]) -> float:
    """Seconds of the processor to look up and put articles together."""
    start = time.process_time()
    assert {ledger.state(store, article) for article, _ in read} == {"new"}
    ledger.put(store, read)
    return time.process_time() - start


def alone_and_together() -> float:
    """How much faster two processes that share nothing are than one: what a speed-up can be on this machine."""
    call = [sys.executable, "-c", "sum(i * i % 7 for i in range(10**7))"]
    start = time.monotonic()
    subprocess.run(call, check=True)
    middle = time.monotonic()
    for process in [subprocess.Popen(call) for _ in range(2)]:
        process.wait()
    return 2 * (middle - start) / (time.monotonic() - middle)


def print_runs(console: Console, folder: Path, count: int) -> None:
    """Measure whole runs of the command, on one process and on two."""
    file = write(folder / "news.jsonl", count)
    runs = {jobs: ingested(file, folder / f"jobs-{jobs}", jobs) for jobs in (1, 2)}
    table = Table("processes", *runs[1], title=f"{count:,} articles on {os.cpu_count()} cores")
    for jobs, run in runs.items():
        table.add_row(str(jobs), *(f"{value:,.1f}" for value in run.values()))
    console.print(table)
    gained = runs[2]["rate"] / runs[1]["rate"]
    console.print(f"speed-up {gained:.2f}; of two processes that share nothing {alone_and_together():.2f}")


def print_steps(console: Console, folder: Path) -> tuple[float, float]:
    """Measure the steps of one process; gives milliseconds an article, over all and in the store."""
    sample = write(folder / "sample.jsonl", SAMPLE)
    read_article(articles(sample)[0])
    steps, whole = shares(sample, folder / "steps")
    found = references([article.text for article in articles(sample)])
    table = Table("step", "ms an article", "share", title=f"{SAMPLE} articles")
    for step, spent in sorted(steps.items(), key=lambda row: -row[1]):
        table.add_row(step, f"{spent:.2f}", f"{spent / whole:.0%}")
    for step, spent in {"whole": whole, **found}.items():
        table.add_row(step, f"{spent:.2f}", f"{spent / whole:.1%}")
    console.print(table)
    return whole, steps["store"]


def main(count: int, large: int) -> None:
    """Measure and print."""
    console = Console(width=120)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        print_runs(console, folder, count)
        whole, stored = print_steps(console, folder)
        costs = growth(folder, (SMALL, large))
        for size, (cost, memory) in costs.items():
            rest = whole - stored + cost
            console.print(f"in a store of {size:,}: {cost:.2f} ms to put, {rest:.1f} ms in all; {memory:.0f} MB")
        low, high = costs[SMALL][0], costs[large][0]
        console.print(f"ratio {high / low:.2f} to put, {(whole - stored + high) / (whole - stored + low):.2f} in all")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(given[0] if given else 2_000, given[1] if len(given) > 1 else 100_000)
