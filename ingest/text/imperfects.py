"""Imperfects whose letters are not those of their perfect: يشير of أشار, يدعو of دعا, يؤكد of أكد (Ryding 2005, 21).

Takes a folded word, tells whether it is such a verb. A hollow verb has و or ي for the perfect's ا, a defective one
و or ي at its end, and a hamza at the beginning is written on و; none of these is spelled like a masdar, even behind ت.
An assimilated verb loses its و (يضع).
A strong verb behind ي is known by its letters alone; behind ت it may be a masdar (تقدم).
"""

from collections.abc import Iterator
from functools import lru_cache

from ingest.text import words
from ingest.text.word_classes import is_verb
from ontology.function_words import load_function_words
from ontology.verbs import load_verbs

_PRONOUNS = ("", "هما", "هم", "ها", "ه", "ون", "ان")
SHORTEST = 3  # letters: يضع
OWN_ACT = 3  # letters of an imperfect without its prefix, at least: يرحل


@lru_cache(words.MEMO)
def is_imperfect(form: str) -> bool:
    """Whether the folded word, also with و or ف before it, is an imperfect of a verb known."""
    bare = form[1:] if form[:1] in {"و", "ف"} else form
    bare = bare[1:] if bare[:1] == "س" and bare[1:2] in {"ي", "ت", "ن"} else bare
    if bare[:1] not in {"ي", "ت"} or len(bare) < SHORTEST or _is_noun(bare):
        return False
    if bare.startswith(("تت", "يت")) and len(bare) > SHORTEST + 1:  # تتريث, as no noun begins
        return True
    stems = (bare[1:].removesuffix(ending) for ending in _PRONOUNS if bare.endswith(ending))
    perfects = (one for stem in stems if len(stem) > 1 for one in _perfects(stem, strong=bare[0] == "ي"))
    return any(one in load_verbs() or one in load_function_words()["further_verbs"] for one in perfects)


def is_own_act(verb: str) -> bool:
    """Whether the imperfect can only be active, of what one does oneself: measures 5, 6 and 10, or known: يعتذر."""
    stem = verb[1:]
    own = load_function_words()["own_acts"]
    return len(stem) >= OWN_ACT and (stem.startswith(("ت", "ست")) or stem in own)


def opens_apodosis(form: str) -> bool:
    """Whether the folded word can open what comes else (Ryding 39): it is a perfect or has ف, as no subjunctive does.

    والا تعرضوا لغارات، والا فسنعود; not وألا يتعرضوا.
    """
    perfect = is_verb(form) and form[:1] != "ي"
    return form.startswith("ف") or (perfect and (form[:1] not in {"ت", "ن"} or form.endswith(("وا", "ت"))))


def _is_noun(bare: str) -> bool:
    """Whether the word is a name, number or time, or ends like a masdar: تسع، تلبية."""
    known = any(bare in load_function_words()[name] for name in ("times", "numerals", "given"))
    return known or (bare[0] == "ت" and bare.endswith("يه"))


def _perfects(stem: str, *, strong: bool) -> Iterator[str]:
    """The perfects that an imperfect without its prefix can belong to; ``strong``: also one of the same letters."""
    if len(stem) == 2:
        yield f"و{stem}"  # يضع, of وضع
        return
    if strong:
        yield from (stem, f"ا{stem}")
    if len(stem) == 3 and stem[1] in "وي":
        yield from (f"{stem[0]}ا{stem[2]}", f"ا{stem[0]}ا{stem[2]}")
    if len(stem) > 3 and stem[-2] == "ي":  # يستفيد, of استفاد
        yield f"ا{stem[:-2]}ا{stem[-1]}"
    if stem[-1] in "وي":
        yield from (f"{stem[:-1]}ا", f"{stem[:-1]}ي", f"ا{stem[:-1]}ي")
    if stem[0] == "ؤ":
        yield from (f"ا{stem[1:]}", f"ا{stem[1:-1]}ي")
