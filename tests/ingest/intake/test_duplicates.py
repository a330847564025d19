import random
from itertools import permutations
from pathlib import Path

import pytest

from ingest.intake.documents import articles
from ingest.intake.duplicates import bands, families, near, resemblance, signature

SAMPLES = {a.name: a.text for a in articles([Path(__file__).parents[2] / "data" / "articles"])}
TEXT = SAMPLES["khartoum-truce"]
WORDS = TEXT.split()


def edited(share: float) -> str:
    chance = random.Random(7)
    return " ".join("كلمة" if chance.random() < share else word for word in WORDS)


def test_one_word_more_is_a_near_copy() -> None:
    assert resemblance(signature(f"{TEXT} غدا"), signature(TEXT)) > 0.95


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (TEXT.partition("\n")[2], True),
        (f"عنوان آخر للخبر نفسه\n{TEXT} انتهى الخبر.", True),
        (" ".join(WORDS[: len(WORDS) * 6 // 10]), True),
        (edited(0.08), True),
        (" ".join(WORDS[: len(WORDS) // 5]), False),
        (" ".join(random.Random(1).sample(WORDS, len(WORDS))), False),
        (edited(0.5), False),
        ("", False),
    ],
    ids=["no-headline", "new-headline-and-end", "cut", "edited", "first-lines", "shuffled", "rewritten", "empty"],
)
def test_copies_are_told_from_other_texts(copy: str, expected: bool) -> None:
    assert near(signature(TEXT), signature(copy)) == near(signature(copy), signature(TEXT)) == expected
    assert families([("one", signature(TEXT)), ("other", signature(copy))]) == [("one", "other")] * expected


def test_a_signature_is_short_and_has_sixteen_bands() -> None:
    signed = signature(TEXT)
    assert (len(signed), len(set(bands(signed)))) == (128, 16)
    assert all(band == f"{n:02}-{signed[3 * n : 3 * n + 3].hex()}" for n, band in enumerate(bands(signed)))


def test_the_samples_resemble_only_themselves() -> None:
    signed = [(name, signature(text)) for name, text in SAMPLES.items()]
    assert families(signed) == []
    assert all(resemblance(a, b) < 0.2 for n, a in signed for m, b in signed if n != m)


def test_the_estimate_is_near_the_share_of_common_runs() -> None:
    def runs(words: list[str]) -> set[tuple[str, ...]]:
        return set(zip(words, words[1:], words[2:], strict=False))

    words = [f"كلمة{n}" for n in range(3000)]
    one, other = words[:2000], words[1000:]
    exact = len(runs(one) & runs(other)) / len(runs(one) | runs(other))
    assert resemblance(signature(" ".join(one)), signature(" ".join(other))) == pytest.approx(exact, abs=0.12)


def test_families_do_not_depend_on_the_order_of_the_articles() -> None:
    half = len(WORDS) * 6 // 10
    copies = {
        "a": TEXT,
        "b": " ".join(WORDS[:half]),
        "c": " ".join(WORDS[-half:]),
        "d": SAMPLES["tunis-union-government"],
    }
    signed = [(name, signature(text)) for name, text in copies.items()]
    assert {str(families(order)) for order in permutations(signed)} == {"[('a', 'b', 'c')]"}
