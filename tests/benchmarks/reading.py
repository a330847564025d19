"""Speed and memory of reading: ``python -m tests.benchmarks.reading [FOLDER] [--articles 10000]``.

One core, one process. Reads the articles of FOLDER (the samples, without one) again and again in turn, after a
first round that fills the memos, and tokenizes the same texts with camel-tools' ``simple_word_tokenize`` in
between, so that both meet the same machine. Prints words a second of both and how many times the tokenizer's
time reading costs, the share of each step, and with ``--articles`` the memory while that many different
articles are read (words of each are exchanged for invented ones, since memos hold word types).
"""

import argparse
import gc
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ingest import pipeline
from ingest.article import Article
from ingest.text.catalogue import guarded

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "articles"
ROUNDS = 5
STEPS = ("analyse", "actors", "relations", "linked", "affiliations")
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLES)
    parser.add_argument("--articles", type=int, default=0, help="read so many different ones and watch the memory")
    given = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(given.folder.glob("*.txt"))]
    if not texts:
        sys.exit(f"{given.folder}: no article NAME.txt here")
    sys.stdout.writelines(f"{line}\n" for line in speed(texts))
    if given.articles:
        sys.stdout.writelines(f"{line}\n" for line in memory(texts, given.articles))


def speed(texts: list[str]) -> Iterator[str]:
    """Lines on time: the best of ``ROUNDS`` for each, in turn."""
    with guarded():
        from camel_tools.tokenizers.word import simple_word_tokenize
    words = sum(len(text.split()) for text in texts)
    read(texts)
    gc.freeze()  # as the workers of ``shabaka ingest`` do (graph.worker_start)
    tokenizing, reading, steps = [], [], []
    for _ in range(ROUNDS):
        tokenizing.append(timed(lambda: [simple_word_tokenize(text) for text in texts]))
        with watched() as spent:
            reading.append(timed(lambda: read(texts)))
        steps.append(dict(spent))
    best = min(reading)
    yield f"{len(texts)} articles, {words} words, best of {ROUNDS} rounds on one core"
    yield f"simple_word_tokenize  {words / min(tokenizing):>9.0f} words/s"
    yield f"reading               {words / best:>9.0f} words/s, {1000 * best / len(texts):.0f} ms an article"
    yield f"reading costs {best / min(tokenizing):.1f} times the tokenizer"
    for step in STEPS:
        yield f"  {step:13} {steps[reading.index(best)].get(step, 0.0) / best:4.0%}"


def memory(texts: list[str], count: int) -> Iterator[str]:
    """Lines on the process's peak memory after every tenth of ``count`` different articles."""
    chance = random.Random(0)
    for number in range(1, count + 1):
        pipeline.read(Article(name=str(number), text=varied(texts[number % len(texts)], chance)))
        if number % max(1, count // 10) == 0:
            yield f"after {number:6} articles: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB at most"


def read(texts: list[str]) -> None:
    """Read all texts."""
    for number, text in enumerate(texts):
        pipeline.read(Article(name=str(number), text=text))


def timed(job: Callable[[], object]) -> float:
    """Seconds of processor time that ``job`` takes."""
    start = time.process_time()
    job()
    return time.process_time() - start


class watched:  # noqa: N801 - a context manager reads like a verb
    """Within it, the seconds that each step of the pipeline takes, by name; relations are lazy, so by their list."""

    def __enter__(self) -> dict[str, float]:
        self._own = {step: getattr(pipeline, step) for step in STEPS}
        spent: dict[str, float] = defaultdict(float)
        for step, function in self._own.items():
            setattr(pipeline, step, self._watching(step, function, spent))
        return spent

    def __exit__(self, *_: object) -> None:
        for step, function in self._own.items():
            setattr(pipeline, step, function)

    @staticmethod
    def _watching(step: str, function: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
        def run(*given: Any, **more: Any) -> Any:
            start = time.process_time()
            found = function(*given, **more)
            found = list(found) if step == "relations" else found
            spent[step] += time.process_time() - start
            return found

        return run


def varied(text: str, chance: random.Random) -> str:
    """The text with one word in ten exchanged for an invented one."""
    words = text.split(" ")
    for i in range(len(words)):
        if chance.random() < 0.1:
            words[i] = "".join(chance.choices(LETTERS, k=chance.randint(3, 7)))
    return " ".join(words)


if __name__ == "__main__":
    main()
