"""The three layers import in one direction, and engines only in their adapters."""

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
LAYERS = ("ontology", "ingest", "graph")
PARTS = ("text", "naming", "grammar", "acts")  # of ingest, from words to what is claimed of them
BORDERS = (
    "intake",
    "dating",
)  # of ingest: they see each other, what an article and a reading are, and nothing of the grammar
ADAPTERS = {
    "camel_tools": {"ingest/text/morphology.py", "ingest/text/catalogue.py", "ingest/rungs.py"},
    "pyvis": {"graph/drawing/view.py"},
    "pyshacl": {"graph/validation.py"},
    "pyoxigraph": {
        "graph/storage/store.py",
        "graph/querying/query_process.py",
        "graph/querying/evaluation.py",
        "graph/storage/syntax.py",
    },
    "oxrdflib": {"graph/storage/store.py"},
    "httpx": {"graph/remotes/remote.py"},
    "uvicorn": {"graph/server/listening.py"},
    "pycrfsuite": {"ingest/fitted/fitting.py"},
    "sklearn": {"ingest/fitted/fitting.py"},
    "onnxruntime": {"ingest/encoder/encoder.py", "ingest/encoder/training.py"},
    "tokenizers": {"ingest/encoder/pieces.py"},
    "torch": {"ingest/encoder/network.py", "ingest/encoder/training.py"},
}
LIGHT = {"graph/cli.py", *(f"graph/commands/{p.name}" for p in (PROJECT / "graph" / "commands").glob("*.py"))}
START = {"typer", "rich", "graph", "ontology"}
MODULES = [path for layer in LAYERS for path in sorted((PROJECT / layer).rglob("*.py"))]


def imports(path: Path, *, top_only: bool = False) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body if top_only else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            if node.module in LAYERS:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_go_left_only(path: Path) -> None:
    layer = LAYERS.index(name(path).split("/")[0])
    used = {module.split(".")[0] for module in imports(path)}
    assert not used & set(LAYERS[layer + 1 :])


@pytest.mark.parametrize("part", PARTS)
def test_the_parts_of_the_grammar_import_go_left_only(part: str) -> None:
    later = {f"ingest.{other}" for other in PARTS[PARTS.index(part) + 1 :]}
    used = {module for path in (PROJECT / "ingest" / part).glob("*.py") for module in imports(path)}
    assert not [module for module in used if ".".join(module.split(".")[:2]) in later]


@pytest.mark.parametrize("part", BORDERS)
def test_what_reads_files_and_dates_knows_no_grammar(part: str) -> None:
    used = {module for path in (PROJECT / "ingest" / part).rglob("*.py") for module in imports(path)}
    assert {m.split(".")[1] for m in used if m.startswith("ingest.")} <= {*BORDERS, "article", "errors", "reading"}


@pytest.mark.parametrize("engine", ADAPTERS)
def test_an_engine_is_imported_in_its_adapter_only(engine: str) -> None:
    users = {name(path) for path in MODULES if any(m.split(".")[0] == engine for m in imports(path))}
    assert users <= ADAPTERS[engine]


@pytest.mark.parametrize("path", sorted(LIGHT))
def test_commands_import_nothing_heavy_at_start(path: str) -> None:
    import sys

    used = {module.split(".")[0] for module in imports(PROJECT / path, top_only=True)}
    assert used <= START | set(sys.stdlib_module_names)


def test_no_module_imports_itself_in_a_circle() -> None:
    known = {name(p).removesuffix(".py").replace("/", "."): p for p in MODULES}
    edges = {module: {m for m in imports(path, top_only=True) if m in known} for module, path in known.items()}
    while leaves := {module for module, used in edges.items() if not used & edges.keys()}:
        for leaf in leaves:
            del edges[leaf]
    assert not edges, list(itertools.islice(edges, 5))
