"""Groups told as a part of something, or by their number: ضباط من مشاة البحرية، ثلاثة من النواب، نقابيون عن الاتحاد.

Takes the tokens of a sentence and where phrases begin and end; gives runs of tokens. The head is an indefinite plural
of people with its adjectives, or a number with or without what it counts (Ryding 2005, 15.1); behind it من, عن or في
and a body, a state or a definite plural of people. The name behind the preposition is not who acts: the head is.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ingest.text import words
from ingest.text.name_rules import adjectives
from ingest.text.sentences import Token
from ontology.function_words import load_function_words

_OF = frozenset({"من", "عن", "في"})
_SOUND = ("ون", "ين")
_FREE = ("ون", "ين", "ا")  # endings that no plural has before a genitive


def parted_groups(tokens: Sequence[Token], named: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Every such group from its head to the end of the name or noun behind the preposition."""
    k = 0
    while k < len(tokens) - 2:
        end = _head(tokens, k)
        last = None if end is None or end >= len(tokens) - 1 else _whole(tokens, end, named)
        if last is not None:
            yield k, last
        k = last or k + 1


def _head(tokens: Sequence[Token], k: int) -> int | None:
    """One behind the head that begins with token ``k``; None for another word."""
    end = counted(tokens, k)
    if end is not None:
        return adjectives(tokens, end + (end < len(tokens) and human_plural(tokens[end].form)), definite=False)
    plural = human_plural(tokens[k].form) or _is_of_army(tokens, k) or _is_delegation(tokens, k)
    return adjectives(tokens, k + 1, definite=False) if plural else None


def _is_delegation(tokens: Sequence[Token], k: int) -> bool:
    """Whether a delegation stands right before من and whose it is: زار وفد من كتلة «الوفاء»."""
    of = k + 2 < len(tokens) and tokens[k + 1].form == "من"
    return of and bool(_forms(tokens[k].form) & load_function_words()["delegations"])


def _is_of_army(tokens: Sequence[Token], k: int) -> bool:
    """Whether units stand before من and an army: وحدات من الجيش; not قوات من العراق, which leave it."""
    classes = load_function_words()
    units = bool(_forms(tokens[k].form) & classes["units"])
    return units and tokens[k + 1].form == "من" and tokens[k + 2].form in classes["armies"]


def counted(tokens: Sequence[Token], k: int) -> int | None:
    """One behind the number that begins with token ``k``, also with و between its words: سبعة وثلاثون."""
    classes = load_function_words()
    if not _forms(tokens[k].form) & classes["numerals"]:
        return None
    while k < len(tokens) and _forms(tokens[k].form) & classes["numerals"]:
        k += 1
    return k


def counted_genitive(tokens: Sequence[Token], k: int) -> int | None:
    """One behind people in construct with what a number counts, over their charge: وزراء دفاع خمسين بلدا (15.1)."""
    charged = k + 1 < len(tokens) and tokens[k + 1].form in load_function_words()["portfolios"]
    end = counted(tokens, k + 1 + charged) if k + 1 + charged < len(tokens) else None
    if end is None or end >= len(tokens) or not tokens[end].form.isalpha() or tokens[end].form.startswith("ال"):
        return None
    return adjectives(tokens, end + 1, definite=False)


@lru_cache(words.MEMO)
def human_plural(form: str) -> bool:
    """Whether the word is an indefinite plural of people."""
    classes = load_function_words()
    if words.without_article(form) != form:
        return False
    for bare in _forms(form):
        broken = {bare, bare.removesuffix("ا")} & (classes["broken_human_plurals"])
        sound = any(bare.endswith(e) and bare.removesuffix(e) in classes["human_stems"] for e in (*_SOUND, "ات"))
        if broken or sound:
            return True
    return False


def _whole(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> int | None:
    """One behind what stands behind the preposition at ``k``."""
    if tokens[k].form not in _OF:
        return None
    place = _place(tokens, k + 1) if tokens[k].form == "من" else None
    if k + 1 in named or place is not None:
        return named.get(k + 1, place)
    form = tokens[k + 1].form
    bare = words.without_article(form)
    if tokens[k].form == "من" and bare != form and human_plural(bare):
        return adjectives(tokens, k + 2, definite=True)
    construct = human_plural(form) and not form.endswith(_FREE)
    if tokens[k].form == "من" and construct and k + 2 in named:
        return named[k + 2]
    if tokens[k].form == "من" and construct and k + 2 < len(tokens) and tokens[k + 2].form.startswith("ال"):
        return adjectives(tokens, k + 3, definite=True)  # مئات من أساتذة الثانويات
    return None


def _place(tokens: Sequence[Token], k: int) -> int | None:
    """One behind the town or district at token ``k``: ناشطون من تعز، شبان من محافظة درعا."""
    classes = load_function_words()
    k += tokens[k].form in classes["districts"] and k + 1 < len(tokens)
    return k + 1 if tokens[k].form in classes["cities"] else None


def _forms(form: str) -> set[str]:
    """The word with and without what may be joined to it."""
    conjunction, joined, rest = words.split(form)
    return {form, form[len(conjunction) :], rest} if "ال" not in joined else {form}


def opens_construct(form: str) -> bool:
    """Whether the word is the first of a construct of people, which no definite word or name takes in: شيوخ البلدة."""
    classes = load_function_words()
    sound = form[-1] in "يو" and form[:-1] in classes["human_stems"] and form not in classes["given"]  # not غازي
    return sound or form in classes["broken_human_plurals"]


def describes(before: str) -> bool:
    """Whether a sound plural behind the word is rather its adjective: القادة العسكريين (Ryding 10.1)."""
    bare = words.without_article(before)
    classes = load_function_words()
    return bare.endswith(("ين", "ون")) or bare in classes["people"] or bare in classes["broken_human_plurals"]


def of_bloc(head: str, bare: str) -> bool:
    """Whether the word tells from which states the officials are that the phrase begins with: وزراء الخارجية العرب."""
    classes = load_function_words()
    origin = any(pair.startswith(f"{bare}=") for pair in classes["blocs"])
    return origin and bool({head, words.without_article(head), words.split(head)[2]} & classes["people"])
