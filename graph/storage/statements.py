"""An article's triples on their way into a store: as N-Triples in the form in which the store gives them back."""

from graph.errors import StatementError
from graph.storage.store import parse
from graph.storage.update import Quad

_PLACE = "<shabaka:graph>"


def canonical(data: bytes, form: str) -> bytes:
    """Triples as N-Triples in the form in which the store gives them back, sorted. Raises ``StatementError``."""
    triples = sorted(quad[:3] for quad in parse(data, form, graph=_PLACE))
    return "".join(f"{' '.join(triple)} .\n" for triple in triples).encode()


def statements(data: bytes, graph: str) -> set[Quad]:
    """The quads of triples that ``canonical`` gave, in a graph. Raises ``StatementError`` for what are none."""
    found = set()
    for line in data.decode().split("\n")[:-1]:
        parts = line.removesuffix(" .").split(" ", 2)
        if len(parts) < 3 or not line.endswith(" ."):
            raise StatementError(f"not valid ntriples: {line[:80]}")
        found.add((parts[0], parts[1], parts[2], graph))
    return found
