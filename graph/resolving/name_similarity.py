"""How far two actors' names and offices say that they are one, by several comparisons, each in words.

A comparison takes two names (words of ``ActorName``) and gives a score from 0 to 1 with its reason, or nothing
where it does not apply; the best counts. Offices and states then raise or lower it. From ``SURE`` two actors are
merged, from ``DOUBTFUL`` a human is asked. After the habit of nomenklatura: one comparison a function.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.resolving.actor_name import ActorName
from graph.resolving.name_spelling import alike
from graph.resolving.profiles import Profile

SURE = 0.9
DOUBTFUL = 0.6
Words = Sequence[str]


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A score from 0 to 1 and the reason for it; ``partial`` where one name is only a part of the other."""

    score: float = 0.0
    reason: str = ""
    partial: bool = False

    @property
    def sure(self) -> bool:
        """Whether it is enough to merge."""
        return self.score >= SURE

    @property
    def doubtful(self) -> bool:
        """Whether a human should be asked."""
        return DOUBTFUL <= self.score < SURE


NONE = Match()


def same_words(one: Words, other: Words) -> Match | None:
    """One name in one spelling, titles aside: عبد الله and عبدالله, رءوف and رؤوف."""
    if len(one) != len(other) or not all(alike(a, b) in {"same", "spelling"} for a, b in zip(one, other, strict=True)):
        return None
    if len(one) == 1:
        return Match(0.7, f"one short name: {_told(one)}", partial=True)
    if tuple(one) == tuple(other):
        return Match(0.95, f"one name: {_told(one)}")
    return Match(0.95, f"one name in two spellings: {_told(one)}, {_told(other)}")


def by_ear(one: Words, other: Words) -> Match | None:
    """A foreign name written by ear: أنتوني بلينكن and أنتوني بلنكن; one word may differ."""
    if len(one) != len(other):
        return None
    found = [alike(a, b) for a, b in zip(one, other, strict=True)]
    if "" in found or found.count("transliteration") != 1:
        return None
    if len(one) == 1:
        return Match(0.65, f"a foreign name by ear: {_told(one)}, {_told(other)}", partial=True)
    odd = one[found.index("transliteration")]
    return Match(0.92 if len(odd) > 4 else 0.85, f"a foreign name by ear: {_told(one)}, {_told(other)}")


def article_left_out(one: Words, other: Words) -> Match | None:
    """With and without article: محمد العايش may be محمد عايش, or of another family."""
    if len(one) != len(other) or len(one) < 2:
        return None
    found = [alike(a, b) for a, b in zip(one, other, strict=True)]
    if found.count("article") != 1 or not set(found) <= {"same", "spelling", "article"}:
        return None
    return Match(0.85, f"but for the article one name: {_told(one)}, {_told(other)}")


def family_added(one: Words, other: Words) -> Match | None:
    """The house behind the name: محمد بن سلمان and محمد بن سلمان آل سعود."""
    short, full = sorted((one, other), key=len)
    if len(full) - len(short) != 1 or len(short) < 2 or not full[-1].startswith("ال_"):
        return None
    return Match(0.93, f"the house added: {_told(full)}") if _equal(short, full[:-1]) else None


def middle_left_out(one: Words, other: Words) -> Match | None:
    """First and last word are one, what is between is left out: علي عبد الله صالح and علي صالح."""
    short, full = sorted((one, other), key=len)
    if len(short) < 2 or len(full) == len(short) or not _equal((short[0], short[-1]), (full[0], full[-1])):
        return None
    if not _within(short, full):
        return None
    return Match(0.78, f"a longer and a shorter name: {_told(full)}, {_told(short)}", partial=True)


def end_left_out(one: Words, other: Words) -> Match | None:
    """The last word is left out: أحمد محمد may be أحمد محمد علي."""
    short, full = sorted((one, other), key=len)
    if len(short) < 2 or len(full) == len(short) or not _equal(short, full[: len(short)]):
        return None
    return Match(0.65, f"a name and its beginning: {_told(full)}, {_told(short)}", partial=True)


def last_name(one: Words, other: Words) -> Match | None:
    """Only the last word: الصفدي may be أيمن الصفدي."""
    short, full = sorted((one, other), key=len)
    if len(short) != 1 or len(full) < 2 or not _equal(short, full[-1:]):
        return None
    return Match(0.6, f"the last name of {_told(full)}: {_told(short)}", partial=True)


def kunya_left_out(one: Words, other: Words) -> Match | None:
    """The kunya before or within the name is left out: أبو مهدي جمال جعفر and جمال جعفر."""
    short, full = sorted((one, other), key=len)
    bare = [word for word in full if not word.startswith("ابو_")]
    if len(short) < 2 or len(bare) == len(full) or not _equal(short, bare):
        return None
    return Match(0.85, f"the kunya left out: {_told(full)}, {_told(short)}")


def initials(one: Words, other: Words) -> Match | None:
    """The first name as a letter: أ. بلينكن."""
    if len(one) != len(other) or len(one) < 2 or not _equal(one[1:], other[1:]):
        return None
    short, full = sorted((one[0], other[0]), key=len)
    if len(short) != 1 or len(full) < 2 or not full.startswith(short):
        return None
    return Match(0.75, f"an initial for the first name: {_told(one)}, {_told(other)}", partial=True)


COMPARISONS: tuple[Callable[[Words, Words], Match | None], ...] = (
    same_words,
    by_ear,
    article_left_out,
    family_added,
    middle_left_out,
    end_left_out,
    last_name,
    kunya_left_out,
    initials,
)


def compare_names(one: ActorName, other: ActorName) -> Match:
    """The best of all comparisons of two names; no name gives no match."""
    if not one.words or not other.words:
        return NONE
    found = [match for compare in COMPARISONS if (match := compare(one.words, other.words))]
    return max(found, default=NONE)


def compare(one: Profile, other: Profile) -> Match:
    """How far two actors of articles are one."""
    if one.is_person != other.is_person or one.is_body != other.is_body:
        return NONE
    if one.is_body:
        shared = set(one.names()) & set(other.names())
        named = min((name for name in shared if name.words), key=lambda name: name.words, default=None)
        return Match(0.95, f"one body by name: {_told_label(one)}, {_told_label(other)}") if named else NONE
    if not one.is_person:
        return NONE
    best = max((compare_names(a, b) for a in one.names() for b in other.names()), default=NONE)
    return with_context(best, one, other) if best.score else NONE


def with_context(match: Match, one: Profile, other: Profile) -> Match:
    """The match raised by an office or state in common, lowered where offices or states tell both apart."""
    if apart(one, other):
        return Match(min(match.score, 0.5), f"{match.reason}; but of different states", match.partial)
    if shared := sorted(one.offices & other.offices):
        title = shared[0].partition("@")[0]
        return Match(round(min(0.99, match.score + 0.3), 2), f"{match.reason}; the same office: {title}", match.partial)
    if one.offices and other.offices:
        return Match(round(match.score - 0.1, 2), f"{match.reason}; but in different offices", match.partial)
    if one.states & other.states:
        return Match(round(min(0.99, match.score + 0.1), 2), f"{match.reason}; of the same state", match.partial)
    return match


def apart(one: Profile, other: Profile) -> bool:
    """Whether states or the holders of their offices tell two persons apart."""
    held, also = ({fact.split(" ")[0] for fact in p.holds} for p in (one, other))
    if held and also and not held & also:
        return True
    return bool(one.states and other.states and not one.states & other.states)


def _equal(one: Words, other: Words) -> bool:
    return len(one) == len(other) and all(alike(a, b) in {"same", "spelling"} for a, b in zip(one, other, strict=True))


def _within(short: Words, full: Words) -> bool:
    rest = iter(full)
    return all(any(alike(word, other) in {"same", "spelling"} for other in rest) for word in short)


def _told(words: Words) -> str:
    return " ".join(words).replace("_", " ")


def _told_label(profile: Profile) -> str:
    return min(profile.labels)
