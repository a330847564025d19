"""Where a known actor begins right behind another in one span: دعا المجلس العسكري حماس، طالب السفير الحرس الثوري.

Takes the tokens of a sentence, a span right behind a verb and the known names in it, gives the token at which the
second actor begins. A noun phrase ends with its definite word but for adjectives and what is in apposition (Ryding
2005, 5.3 and 8.1); a person's name is in apposition to his title alone, a body's to no person's, so that the verb's
object begins there. What is a body's other name stands behind its full one: حركة المقاومة الإسلامية حماس.
"""

from collections.abc import Mapping, Sequence

from ingest.naming import seams
from ingest.naming.names import load_names
from ingest.naming.roles import is_title, role, states
from ingest.text.sentences import Token
from ontology.function_words import load_function_words

Known = Mapping[str, Mapping[tuple[str, ...], str]]
Named = tuple[int, int, str]  # first token, one behind the last, type
_BODIES = frozenset({"organization", "armed_group"})


def neighbour(tokens: Sequence[Token], span: Named, runs: Sequence[Named], known: Known) -> int | None:
    """The first token of a known actor that ends the span and can be no part of what stands before it."""
    first, last, kind = span
    if kind == "person" and (abroad := _abroad(tokens, (first, last), runs)) is not None:
        return abroad
    for k, end, own in runs:
        if end != last or k == first or any(a < k < b for a, b, _ in runs):
            continue
        apart = own != "person" if kind == "person" else own in _BODIES or own == "person"
        if apart and _is_complete(tokens, k, runs) and not _renames(tokens, first, (k, last), known):
            return k
    return None


def _is_complete(tokens: Sequence[Token], k: int, runs: Sequence[Named]) -> bool:
    """Whether a noun phrase can end before token ``k``."""
    before = tokens[k - 1].form
    definite = seams.is_definite(before) and before not in load_function_words()["apposed"]
    return (definite or any(b == k for _, b, _ in runs)) and tokens[k].form[:1] not in "وبلف"


def _renames(tokens: Sequence[Token], first: int, run: tuple[int, int], known: Known) -> bool:
    """Whether the name with the word before it that the span begins with is a known one: حركة حماس."""
    head = tokens[first].form
    return (head, *(token.form for token in tokens[run[0] : run[1]])) in known.get(head, {})


def _abroad(tokens: Sequence[Token], span: tuple[int, int], runs: Sequence[Named]) -> int | None:
    """Where somebody of another state begins: an office behind a known person's name, or such a name behind an office.

    استقبل بن زايد | وزير خارجية كوبا، التقى وزير الخارجية القطري | أنطونيو غوتيريش.
    """
    names = load_names()
    for first, k, kind in runs:
        home = names.home_of(" ".join(t.form for t in tokens[first:k])) if kind == "person" and k - first > 1 else None
        behind = k + 1 < span[1] and is_title(tokens[k].form)
        before = k == span[1] and first - span[0] > 1 and names.nisba(tokens[first - 1].form) is not None
        office = tokens[k : span[1]] if behind else tokens[span[0] : first] if before else ()
        served = states(role([token.form for token in office], names)) if office and home is not None else ()
        if served and f"@{home}" not in served:
            return k if behind else first
    return None
