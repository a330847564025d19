"""The SPARQL update that makes one change of a store: a request is one transaction, whole or nothing."""

from collections.abc import Mapping

Triple = tuple[str, str, str]
Quad = tuple[str, str, str, str]
Pattern = tuple[str | None, str | None, str | None, str | None]  # a quad in which None is any
Change = tuple[set[Quad], set[Quad]]  # what is lost and what is gained, or what was and what will be
Edits = Mapping[str, Change]  # the quads of each article that changes, before and after


def update_text(removed: set[Quad], lost: set[Triple], emptied: set[str], added: set[Quad], gained: set[Triple]) -> str:
    """Take out ``removed`` and, of the default graph, ``lost``; drop the graphs ``emptied``; put in the rest.

    Terms are N-Triples text, which SPARQL reads as it stands. Nothing to do gives the empty text.
    """
    dropped = "".join(f"DROP SILENT GRAPH {name} ;\n" for name in sorted(emptied))
    return _data("DELETE", removed, lost) + dropped + _data("INSERT", added, gained)


def _data(verb: str, quads: set[Quad], triples: set[Triple]) -> str:
    """One operation a graph: of several in one, Virtuoso 7 leaves literals with a language behind."""
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        graphs.setdefault(quad[3], []).append(" ".join(quad[:3]))
    parts = [f"GRAPH {name} {{\n" + " .\n".join(rows) + "\n}" for name, rows in graphs.items()]
    if triples:
        parts.append(" .\n".join(map(" ".join, triples)))
    return "".join(f"{verb} DATA {{\n{part}\n}} ;\n" for part in parts)
