"""Turtle for readers: sorted, grouped by subject, prefixes bound, the same bytes for the same triples.

Takes an rdflib graph without blank nodes. Of a subject, its class comes first; an article is followed by its
spans in text order. rdflib's own writer orders subjects by how often they are named, and learns a namespace
for every IRI it meets, which on spans takes most of its time: 7 s against 1 s for 300 articles.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from ontology.vocabulary import PREFIXES

_LOCAL = re.compile(r"\w(?:[\w.-]*[\w-])?", re.ASCII)
_BARE = {
    XSD.boolean: re.compile("true|false"),
    XSD.integer: re.compile("[+-]?[0-9]+"),
    XSD.decimal: re.compile(r"[+-]?[0-9]*\.[0-9]+"),
}
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_NUMBER = re.compile("[0-9]+")
_BY_NAMESPACE = {str(namespace): prefix for prefix, namespace in PREFIXES.items()}


def turtle(triples: Graph) -> bytes:
    """The triples in UTF-8; none give the prefixes alone."""
    head = (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(PREFIXES.items()))
    return "".join((*head, *_subjects(triples))).encode()


def _subjects(triples: Iterable[tuple[Node, Node, Node]]) -> Iterator[str]:
    told: dict[Node, dict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, object_ in triples:
        told[subject][predicate].append(object_)
    for subject in sorted(told, key=_place):
        yield f"\n{_name(str(subject))} {_predicates(told[subject])} .\n"


def _place(subject: Node) -> tuple[str, tuple[int, ...], str]:
    """Where a subject stands: spans after their article, by where they begin."""
    base, _, fragment = str(subject).partition("#")
    return base, tuple(map(int, _NUMBER.findall(fragment))), fragment


def _predicates(told: Mapping[Node, Iterable[Node]]) -> str:
    lines = []
    for predicate in sorted(told, key=lambda p: (p != RDF.type, _name(str(p)))):
        objects = ", ".join(sorted(map(short, told[predicate])))
        lines.append(f"{'a' if predicate == RDF.type else _name(str(predicate))} {objects}")
    return " ;\n    ".join(lines)


def short(node: Node) -> str:
    """A term as Turtle writes it with the bound prefixes."""
    if not isinstance(node, Literal):
        return _name(str(node)) if isinstance(node, URIRef) else node.n3()
    if node.datatype in _BARE and _BARE[node.datatype].fullmatch(node):
        return str(node)
    text = f'"{str(node).translate(_ESCAPED)}"'
    if node.language:
        return f"{text}@{node.language}"
    return text if node.datatype in {None, XSD.string} else f"{text}^^{_name(str(node.datatype))}"


@lru_cache(maxsize=100_000)
def _name(iri: str) -> str:
    end = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _BY_NAMESPACE.get(iri[:end])
    return f"{prefix}:{iri[end:]}" if prefix and _LOCAL.fullmatch(iri, end) else f"<{iri}>"
