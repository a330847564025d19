"""The one adapter of pySHACL: whether a graph is as ``shapes.ttl`` says everything written must be.

Takes an rdflib graph, gives findings a reader can act on, sorted; none for a valid graph. Two rules are
checked here: that a span's words are as long as its offsets say, and that its name bears those offsets. In
SHACL each would be one query a span, which for the spans of 300 articles takes minutes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pyshacl
from rdflib import RDF, SH, BNode, Graph
from rdflib.term import Node

from graph.turtle import short
from ontology.vocabulary import NIF, OA, SHAPES

_TOLD = 60  # characters of a value that a finding shows
_COMPONENTS: dict[Node | None, str] = {
    SH.ClosedConstraintComponent: "no such property here",
    SH.PatternConstraintComponent: "an IRI as Shabaka makes them for it",
}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is not as it must be."""

    node: str  # whose statements are wrong, as Turtle writes it
    path: str  # the property; empty where the node itself is meant
    expected: str
    found: str

    def __str__(self) -> str:
        place = f"{self.node}: {self.path}" if self.path else self.node
        return f"{place}: expected {self.expected}; found {self.found}"


def validate(graph: Graph) -> list[Finding]:
    """What is wrong with ``graph``; an empty graph is valid."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=Graph().parse(SHAPES), inplace=True)
    assert isinstance(report, Graph)
    return sorted({*_shacl(graph, report), *_spans(graph)})


def _shacl(graph: Graph, report: Graph) -> Iterator[Finding]:
    for focus, result in _results(report):
        path = report.value(result, SH.resultPath)
        component = report.value(result, SH.sourceConstraintComponent)
        message = str(report.value(result, SH.resultMessage))
        if path is None or component == SH.ClosedConstraintComponent:
            message = _COMPONENTS.get(component, message)
        found: list[Node] = list(report.objects(result, SH.value))
        if not found and path is not None and not isinstance(path, BNode):
            found = list(graph.objects(focus, path))
        yield Finding(short(focus), _path(report, path), message, _values([] if path is None else found))


def _results(report: Graph) -> Iterator[tuple[Node, Node]]:
    """Every result of a report, after the node it is about."""
    for result in report.subjects(RDF.type, SH.ValidationResult):
        for focus in report.objects(result, SH.focusNode):
            yield focus, result


def _path(report: Graph, path: Node | None) -> str:
    """A property, or the properties of a path in its order."""
    if path is None:
        return ""
    if not isinstance(path, BNode):
        return short(path)
    if inverse := report.value(path, SH.inversePath):
        return f"^{_path(report, inverse)}"
    if either := report.value(path, SH.alternativePath):
        return "|".join(_path(report, part) for part in report.items(either))
    return "/".join(_path(report, part) for part in report.items(path))


def _values(nodes: list[Node]) -> str:
    told = ", ".join(sorted(map(short, nodes)))
    return (told or "nothing that fits") if len(told) <= _TOLD else f"{told[:_TOLD]}…"


def _spans(graph: Graph) -> Iterator[Finding]:
    """The spans whose words or name do not fit their offsets; what SHACL finds is not told again."""
    for span in graph.subjects(RDF.type, NIF.RFC5147String):
        begin, end = graph.value(span, NIF.beginIndex), graph.value(span, NIF.endIndex)
        if not (str(begin).isdecimal() and str(end).isdecimal()):
            continue
        length = int(str(end)) - int(str(begin))
        for words in graph.objects(span, OA.exact):
            if len(str(words)) != length:
                yield Finding(short(span), "oa:exact", f"{length} characters", f"{len(str(words))}")
        named = f"{graph.value(span, NIF.referenceContext)}#char={begin},{end}"
        if str(span) != named:
            yield Finding(short(span), "", f"the name <{named}>", "another")
