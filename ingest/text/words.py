"""What a word looks like: its clitics and the features a tagger or ranker sees, memoised per word type.

Takes folded words. Clitics are split by shape alone (Habash 2010, 4.4: conjunction, preposition,
article); whether ``و`` in a word is the conjunction or a radical is left to whoever sees more context,
so features hold the word both whole and split.
"""

import re
from collections.abc import Container
from functools import lru_cache

_CLITICS = re.compile(r"^([وف](?=..))?((?:لل|[بك]?ال|[بلك])(?=..))?")
_NUMBER = re.compile(r"\d")
MEMO = 1 << 14  # word types kept; a million articles have more, so the memo is bounded


@lru_cache(MEMO)
def split(form: str) -> tuple[str, str, str]:
    """Conjunction, preposition with article, and the rest: ``وبالعراق`` gives و, بال, عراق."""
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
    rest = split(form)[2]
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
    conjunction, preposition, rest = split(form)
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
