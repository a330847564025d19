"""What the evaluator says of a query that does not parse, as one line for a reader.

The evaluator lists everything it would have taken, character classes included; what helps is the place, and of a
prefix that nobody declared its name: the evaluator's place is the end of the pattern it stands in, not always with why.
"""

import re
from collections.abc import Iterable

from graph.querying.terminals import names_used

_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected (?:one of )?)?(.*)", re.DOTALL)


def syntax_message(query: str, message: str, prefixes: Iterable[str] = ()) -> str:
    """Line and column, counted from one, and that line of ``query``, or the prefix that is not of ``prefixes``."""
    if not (match := _PLACE.match(message)):
        return f"the query does not parse: {' '.join(message.split())}"
    place = int(match[1]), int(match[2])
    unknown = _unknown(query, set(prefixes))
    if unknown and (unknown[0] <= place or "Prefix not found" in match[3]):
        place, prefix = unknown
        listed = ", ".join(f"{name}:" for name in sorted(prefixes))
        return f"line {place[0]}, column {place[1]}: an unknown prefix, {prefix}: - declare it; known are {listed}"
    shown = (query.splitlines()[place[0] - 1 : place[0]] or [""])[0].strip()[:80]
    return f"line {place[0]}, column {place[1]}: not understood: {shown}"


def _unknown(query: str, known: set[str]) -> tuple[tuple[int, int], str] | None:
    """Line and column of the first prefix that is neither known nor declared before, and the prefix."""
    for prefix, start, declares in names_used(query):
        if declares:
            known.add(prefix)
        elif prefix not in known:
            return (query.count("\n", 0, start) + 1, start - query.rfind("\n", 0, start)), prefix
    return None
