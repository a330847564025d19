"""What a word looks like: its clitics and the features a tagger or ranker sees, memoised per word type.

Takes folded words. Clitics are split by shape (Habash 2010, 4.4: conjunction, preposition, article), but for nouns of
actors, which are known; whether ``و`` in another word is the conjunction or a radical is left to whoever sees more
context, so features hold the word both whole and split, and know shape alone.
"""

import re
from collections.abc import Container
from functools import cache, lru_cache

from ontology.function_words import united

_CLITICS = re.compile(r"^([وف](?=..))?((?:لل|[بك]?ال|[بلك])(?=..))?")
_NUMBER = re.compile(r"\d")
_PRONOUNS = ("هما", "هم", "ها", "ه")
MEMO = 1 << 14  # word types kept; a million articles have more, so the memo is bounded


@lru_cache(MEMO)
def split(form: str) -> tuple[str, str, str]:
    """Conjunction, preposition with article, and the rest: ``وبالعراق`` gives و, بال, عراق, ``وزراء`` is whole.

    The first letter of a noun that is known to stand for an actor is none: فصائل, وبعثة (of و alone), للجنة.
    """
    conjunction, joined, rest = by_shape(form)
    if not conjunction and not joined:
        return "", "", rest
    if _is_actor_noun(form):
        return "", "", form
    whole = form.removeprefix(conjunction)
    if joined and _is_actor_noun(whole):
        return conjunction, "", whole
    return (
        (conjunction, "لل", whole[1:]) if joined == "لل" and _is_actor_noun(whole[1:]) else (conjunction, joined, rest)
    )


@cache
def _actor_nouns() -> frozenset[str]:
    """Nouns for people, offices and bodies whose first letter could be a clitic; not those that are also a particle."""
    known = united("people", "bodies", "acting_bodies", "definite_bodies", "human_plurals", "sides_in_plural")
    known |= united("office_holders", "titles")
    return frozenset(word for word in known if word[0] in "وفبلك") - {"كرد", "والي"}  # كرد على, وإلى


def _is_actor_noun(form: str) -> bool:
    """Whether the word is such a noun, with or without a pronoun: بعثتها is بعثة (Ryding 2005, 12.3)."""
    known = _actor_nouns()
    stem_ = next((form.removesuffix(p) for p in _PRONOUNS if form.endswith(p)), form)
    return form in known or stem_ in known or (stem_ != form and stem_.endswith("ت") and f"{stem_[:-1]}ه" in known)


@lru_cache(MEMO)
def by_shape(form: str) -> tuple[str, str, str]:
    """The same by letters alone, as features have it: وزراء gives و and زراء."""
    match = _CLITICS.match(form)
    assert match is not None  # every part may be empty
    return match[1] or "", match[2] or "", form[match.end() :]


@lru_cache(MEMO)
def without_article(form: str) -> str:
    """The word without conjunction and article, but with a bare preposition, which may be a radical."""
    match = re.match(r"^[وف]?(?:لل|[بك]?ال)(?=..)", form)
    return form[match.end() :] if match else form


@lru_cache(MEMO)
def stem(form: str) -> str:
    """The word without its leading clitics and without the endings of number and gender."""
    rest = by_shape(form)[2]
    return re.sub(r"(?<=...)(?:ات|ون|ين|ان|يه|ها|هم|ه|ا|ي)$", "", rest)


@lru_cache(MEMO)
def shape(form: str) -> str:
    """Kind of token: a letter for word, number, Latin or the sign itself."""
    if _NUMBER.search(form):
        return "9"
    if not form.isalpha():
        return form if len(form) == 1 else "."
    return "a" if form.isascii() else "ع"


@lru_cache(MEMO)
def affixes(form: str) -> tuple[str, ...]:
    """Features of a word by itself: whole, split, first and last letters, shape."""
    if not form.isalpha() or form.isascii():
        return (f"w={form}", f"s={shape(form)}")
    conjunction, preposition, rest = by_shape(form)
    found = [
        f"w={form}",
        f"r={rest}",
        f"a={without_article(form)}",
        f"c={conjunction}{preposition}",
        f"t={stem(form)}",
    ]
    found += [f"p={form[:n]}" for n in range(1, 5) if n < len(form)]
    found += [f"f={form[-n:]}" for n in range(1, 5) if n < len(form)]
    found.append(f"l={min(len(rest), 8)}")
    return tuple(found)


def bare(form: str, named: Container[str], seen: Container[str]) -> tuple[str, str]:
    """The clitics before a name and the name: with vocabularies that tell ``وليد`` from ``و`` and ``ليد``.

    ``named`` holds the words of known names, ``seen`` what stands alone in the article. A known word keeps its
    letters; else the first split with a known rest is taken; then a split that shows the article (``وال``,
    ``بال``, ``لل`` hardly begin a name); then the word itself or a split, as the article has seen it.
    """
    if form in named:
        return "", form
    parted = splits(form)
    known = next(((c, r) for c, r in parted if r in named), None)
    article = next(((c, r) for c, r in parted if r.startswith("ال") and len(r) > 4), None)
    if known or article:
        return known or article or ("", form)
    if form in seen:
        return "", form
    return next(((c, r) for c, r in parted if r in seen and len(r) > 2), ("", form))


@lru_cache(MEMO)
def splits(form: str) -> tuple[tuple[str, str], ...]:
    """Every way to part clitics from the word: لل gives back the article's letter; names of two letters behind و."""
    found = []
    for conjunction in ("", "و", "ف"):
        rest = form.removeprefix(conjunction)
        if not form.startswith(conjunction) or len(rest) < 2 + (conjunction != "و"):
            continue
        if conjunction:
            found.append((conjunction, rest))
        if rest.startswith("لل") and len(rest) > 4:
            found += [(conjunction + "ل", "ا" + rest[1:]), (conjunction + "ل", rest[1:])]
        if rest[0] in "بلك" and len(rest) > 3:
            found.append((conjunction + rest[0], rest[1:]))
    return tuple(found)
