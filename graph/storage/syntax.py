"""What the evaluator says of a query that does not parse, as one line for a reader.

The evaluator lists everything it would have taken, character classes included; what helps is the place.
"""

import re

_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected (?:one of )?)?(.*)", re.DOTALL)


def syntax_message(query: str, message: str) -> str:
    """Line and column, counted from one, and that line of ``query``."""
    if not (match := _PLACE.match(message)):
        return f"the query does not parse: {' '.join(message.split())}"
    line, column = int(match[1]), int(match[2])
    shown = (query.splitlines()[line - 1 : line] or [""])[0].strip()[:80]
    reason = "an unknown prefix" if "Prefix not found" in match[3] else "not understood"
    return f"line {line}, column {column}: {reason}: {shown}"
