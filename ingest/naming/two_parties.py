"""Two parties in construct with the dual of their kind: حركتي فتح وحماس، حزبا الأمة والمؤتمر (Ryding 2005, 7.1, 8.1).

Takes the tokens of a sentence and the labels of a tagger, which it changes: the dual belongs to no name, what stands
behind it is the name of the first, and و joins that of the second. A tagger makes the dual the end of the subject
before it or loses the first name, which alone is often a word of the language. What may be an indefinite object too
(وفدا) stands only before two who are known: عقد وفدا العراق وإيران جولة.
"""

from collections.abc import Mapping, Sequence

from ingest.text import words
from ingest.text.context import QUOTES
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

Known = Mapping[str, Mapping[tuple[str, ...], str]]
NAME = 3  # words of the first name, at most
_AND, _DEFINITE, _KIND, _ADJECTIVES = "و", "ال", "organization", 2


def part(tokens: Sequence[Token], labels: list[str], known: Known) -> None:
    """Label the names behind every such dual; whatever stands before it keeps its span up to there.

    People of both are one phrase with them: وفد من حركتي فتح وحماس.
    """
    duals, sides = load_function_words()["dual_parties"], load_function_words()["dual_sides"]
    for k in range(len(tokens) - 3):
        bare = words.split(tokens[k].form)[2]
        if bare in load_function_words()["dual_chambers"]:
            _part_chambers(tokens, labels, k)
        if bare not in duals | sides or labels[k] == "I-group":
            continue
        names = _names(tokens, k + 1, known)
        if names is None or (bare in sides and not all(_is_told(tokens, *name, known) for name in names)):
            continue
        end = names[1][1]
        labels[k:end] = ["O"] * (end - k)
        for first, last in names:
            kind = _kind(tokens, first, last, known)
            labels[first:last] = [f"{'I' if j else 'B'}-{kind}" for j in range(last - first)]
        if end < len(labels) and labels[end][0] == "I":
            labels[end] = f"B{labels[end][1:]}"


def _part_chambers(tokens: Sequence[Token], labels: list[str], k: int) -> None:
    """Label both chambers of the dual at token ``k``, the first with it: مجلسي النواب | والأعلى للدولة (8.1, 10.2).

    Two who head them are a group of their own: رئيسي مجلسي النواب والدولة.
    """
    marked = tokens[k + 2].form == _AND and tokens[k + 3].surface in QUOTES
    other = k + 2 + 2 * marked
    definite = other < len(tokens) and tokens[other].form.startswith(_DEFINITE if marked else _AND + _DEFINITE)
    if not definite or not tokens[k + 1].form.startswith(_DEFINITE):
        return
    end = other + 1
    end += end < len(tokens) and tokens[end].form.startswith("لل")  # والأعلى للدولة
    heads = k > 0 and f"{words.split(tokens[k - 1].form)[2]}ن" in load_function_words()["both_persons"]
    for first, last, kind in [(k - 1, end, "group")] if heads else [(k, k + 2, _KIND), (other, end, _KIND)]:
        labels[first:last] = [f"{'I' if j else 'B'}-{kind}" for j in range(last - first)]
    if not heads:
        labels[k + 2 : other] = ["O"] * (other - k - 2)
    if end < len(labels) and labels[end][0] == "I":
        labels[end] = f"B{labels[end][1:]}"


def _names(tokens: Sequence[Token], k: int, known: Known) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where both names begin and end behind the dual, each perhaps in quotation marks; None where there are not two."""
    first = k + (tokens[k].surface in QUOTES)
    ends = (j for j in range(first + 1, min(len(tokens), first + 1 + NAME)) if not tokens[j].form.isalnum())
    marked = first > k
    joined = (j for j in range(first + 1, min(len(tokens), first + 1 + NAME)) if _is_joined(tokens[j].form))
    last = next(ends if marked else joined, None)
    if last is None or not all(token.form.isalnum() for token in tokens[first:last]):
        return None
    other = last + marked
    if other + marked >= len(tokens) or not _is_joined(tokens[other].form):
        return None
    if not marked:
        return (first, last), (other, _end(tokens, other, known))
    other += 1 + (tokens[other + 1].surface in QUOTES)  # و«حماس»
    closed = (j for j in range(other, min(len(tokens), other + 1 + NAME)) if tokens[j].surface in QUOTES)
    end = next(closed, other)
    return ((first, last), (other, end)) if end > other else None


def _is_joined(form: str) -> bool:
    return form[:1] == _AND and form not in load_function_words()["unjoined"]


def _end(tokens: Sequence[Token], first: int, known: Known) -> int:
    """The token behind the second name: of a known one, else behind its adjectives."""
    head = tokens[first].form.removeprefix(_AND)
    following = (head, *(token.form for token in tokens[first + 1 : first + 6]))
    runs = [len(run) for run in known.get(head, {}) if run == following[: len(run)]]
    if runs:
        return first + max(runs)
    end = first + 1
    while head.startswith("ال") and end < min(len(tokens), first + 1 + _ADJECTIVES):
        form = tokens[end].form
        if not form.startswith("ال") or form in load_function_words()["prepositions"]:
            break
        end += 1
    return end


def _is_told(tokens: Sequence[Token], first: int, last: int, known: Known) -> bool:
    """Whether the words are all a known name or begin with a word for a body: وفدا الحكومة اليمنية والحوثيين."""
    head = words.without_article(tokens[first].form.removeprefix(_AND))
    return bool(_run(tokens, first, last, known)) or head in united("definite_bodies", "forces")


def _run(tokens: Sequence[Token], first: int, last: int, known: Known) -> str:
    """The type of the known actor whose name the words are, و before them or not; empty for none."""
    forms = (tokens[first].form, *(token.form for token in tokens[first + 1 : last]))
    bare = (forms[0].removeprefix(_AND), *forms[1:])
    return known.get(forms[0], {}).get(forms) or known.get(bare[0], {}).get(bare) or ""


def _kind(tokens: Sequence[Token], first: int, last: int, known: Known) -> str:
    """The type of a known actor of that name, else a state for its government, else a body."""
    head = words.without_article(tokens[first].form.removeprefix(_AND))
    return _run(tokens, first, last, known) or ("state" if head in load_function_words()["state_heads"] else _KIND)
