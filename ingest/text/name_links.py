"""Words that link the parts of a name, which begins before them and ends behind them: محمد بن سلمان، خوان دي لا فوينتي.

Takes the tokens of a sentence and where a name is thought to begin or end, gives where it does.
"""

from collections.abc import Sequence

from ingest.text.name_rules import may_name
from ingest.text.sentences import Token
from ontology.function_words import load_function_words

_LINEAGE = frozenset({"بن", "بنت"})
_ALI = "علي"
_LA, _VAN = "لا", "فان"  # of دي لا كروث، فان دير بيلين


def completed(tokens: Sequence[Token], last: int) -> int:
    """Where a name ends whose last word wants another behind it: آل، بن، أبو، عبد (Ryding 2005, 5.5 and 8.1).

    So too one before which آل or بن stands: راكان بن سلمان is not whole before بن عبد العزيز. A foreign name has its
    own: ألكسندر فان | دير بيلين، خوان دي | لا فوينتي.
    """
    links = load_function_words()["name_links"]
    while 0 < last < len(tokens) and tokens[last].form.isalpha():
        open_ = tokens[last - 1].form in links and tokens[last - 1].surface[:2] != "ال"
        open_ |= _links_abroad(tokens, last - 1) or (tokens[last - 1].form == _LA and _links_abroad(tokens, last - 2))
        links_on = tokens[last].surface in {"آل", *_LINEAGE} or _links_abroad(tokens, last)
        goes_on = links_on and last + 1 < len(tokens) and tokens[last + 1].form.isalpha()
        ali = _is_ali(tokens, last)
        if not open_ and not goes_on and not ali:
            break
        last += 1 + ali
    return last


def _is_ali(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word is the name and no على, between two given ones: محمد علي ياسر."""
    given, behind = load_function_words()["given"], tokens[k + 1].form if k + 1 < len(tokens) else ""
    return tokens[k].surface == _ALI and tokens[k - 1].form in given and behind in given


def _links_abroad(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word links a foreign name on: دي، فان before دير or دن; not فإن, which opens a clause (17.4)."""
    foreign, form = load_function_words()["foreign_links"], tokens[k].form
    if k < 1 or form not in foreign or not (may_name(tokens[k - 1].form) or tokens[k - 1].form in foreign):
        return False
    return form != _VAN or (k + 1 < len(tokens) and tokens[k + 1].form in foreign)


def begun(tokens: Sequence[Token], first: int, least: int) -> int:
    """Where a name begins that starts at or right behind بن or بنت: with the son, محمد بن زايد (Ryding 2005, 5.5).

    Where no name stands before it, بن begins a surname: الرئيس بن علي، قال بن الشيخ. ``least``: where the phrase around
    the name begins, before which only a given name is taken.
    """
    while True:
        link = first if tokens[first].surface in _LINEAGE else first - 1
        if link < 0 or tokens[link].surface not in _LINEAGE:
            return first
        son = tokens[link - 1].form if link else ""
        given = son in load_function_words()["given"]
        may = may_name(son) or son in load_function_words()["titles"]  # سلطان بن صالح، مساعد بن محمد
        if not given and (link <= least or son.startswith("ال") or not may):
            return max(link, min(first, least))
        first = link - 1
