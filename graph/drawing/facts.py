"""What RDF says about each subject, as plain text by predicate: the one form in which the network is read.

Takes an rdflib graph or dataset, or the quads of a store as N-Triples terms; the names of the graphs are not
kept. A value stands once for each subject and predicate, in code-point order, so that the network made of it
does not depend on the order of the statements.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rdflib import Dataset, Graph, Literal

from graph.storage.terms import value


class Fact(NamedTuple):
    """An IRI, or the lexical form of a literal with its language, empty where it has none."""

    value: str
    language: str = ""


class Facts:
    """The values of subjects by predicate."""

    def __init__(self, statements: Iterable[tuple[str, str, Fact]]) -> None:
        found: dict[str, dict[str, set[Fact]]] = defaultdict(lambda: defaultdict(set))
        for subject, predicate, fact in statements:
            found[subject][predicate].add(fact)
        self._facts: Mapping[str, Mapping[str, set[Fact]]] = found
        self._subjects: dict[str, dict[str, list[str]]] = {}

    def subjects(self, predicate: str, object_: str) -> list[str]:
        """The subjects of which ``object_`` is said by ``predicate``, in order."""
        predicate = str(predicate)
        if predicate not in self._subjects:
            index: dict[str, list[str]] = defaultdict(list)
            for subject in sorted(self._facts):
                for fact in self._facts[subject].get(predicate, ()):
                    index[fact.value].append(subject)
            self._subjects[predicate] = index
        return self._subjects[predicate].get(str(object_), [])

    def all(self, subject: str, predicate: str) -> list[Fact]:
        """All values, in order; an unknown subject has none."""
        return sorted(self._facts.get(subject, {}).get(str(predicate), ()))  # an rdflib IRI is never equal to a text

    def first(self, subject: str, predicate: str, language: str = "") -> str:
        """The first value, in the language where one is given; empty where there is none."""
        values = self.all(subject, predicate)
        return next((fact.value for fact in values if fact.language == language or not language), "")


def from_rdflib(dataset: Dataset | Graph) -> Facts:
    """The facts of all graphs of a dataset, or of one graph."""
    if isinstance(dataset, Dataset):
        statements = ((s, p, o) for s, p, o, _ in dataset.quads((None, None, None, None)))
    else:
        statements = iter(dataset)
    return Facts(
        (str(s), str(p), Fact(str(o), (o.language or "") if isinstance(o, Literal) else "")) for s, p, o in statements
    )


def from_quads(quads: Iterable[tuple[str, str, str, str]]) -> Facts:
    """The facts of quads whose terms are N-Triples text, as the store gives them."""
    return Facts((value(s), value(p), Fact(value(o), _language(o))) for s, p, o, _ in quads)


def _language(term: str) -> str:
    tail = term[term.rfind('"') + 1 :] if term.startswith('"') else ""
    return tail[1:] if tail.startswith("@") else ""
