"""The network page: one HTML file that opens from disk with the network cut off.

The only importer of pyvis. Steps: communities and positions (``layout``), what the page shows (``page_data``)
as nodes and edges of a pyvis network, which fills our own template in ``page/`` in place of pyvis' own: that
one loads styles from a CDN and puts text unescaped into HTML. vis-network is the copy that pyvis carries.

Text of articles stands in the page only as compressed base64 or as JSON, and is shown as text. The
Content-Security-Policy allows the scripts and the style that come with Shabaka, by their hashes, and no
network at all; what is generated is never hashed. The same network gives the same bytes.
"""

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pyvis.network import Network

from graph.drawing import page_data
from graph.drawing.layout import communities, positions
from graph.drawing.look import look
from graph.drawing.narrowing import narrowed, strongest
from graph.drawing.network_source import read_network
from graph.errors import DrawingError
from ontology.spelling import fold

FOLDER = Path(__file__).with_name("page")
LANGUAGES = ("ar", "en")
MOST_SHOWN = 1000  # actors drawn at once at most
MOST_ACTORS = 20_000  # in the file
MOST_BYTES = 15_000_000
SCRIPTS = (
    "words folding data state selection arrangement look labels drawing card controls search panel time charts "
    "saving keyboard main start"
).split()
_VIS = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
_FOLDED = (range(0x00A0, 0x0100), range(0x0600, 0x0700), range(0x200B, 0x2070), range(0xFEFF, 0xFF00))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a page is to show; ``narrowed`` tells what the first five mean."""

    actor: str = ""
    depth: int = 1
    relations: Sequence[str] = ()
    since: str = ""
    until: str = ""
    top: int = 200
    language: str = "ar"
    title: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page, how many actors it holds, and the names of those it has no room for, strongest first."""

    text: str
    actors: int
    left_out: Sequence[str] = ()

    def said_of_left_out(self) -> str:
        """How many the page has no room for, and the strongest ten of them."""
        names = "، ".join(self.left_out[:10])
        return f"{len(self.left_out)} actors with the fewest events are not on the page, among them {names}"


def page_of(place: str | nx.MultiDiGraph, wanted: Wanted | None = None) -> Page:
    """The page of a store, an RDF file, or a network that was read before.

    Raises ``StoreError`` where the place cannot be read, ``DrawingError`` for what is asked and is not there,
    and where there is nothing to draw.
    """
    wanted = wanted or Wanted()
    whole = read_network(place) if isinstance(place, str) else place
    part = narrowed(
        whole,
        actor=wanted.actor,
        depth=wanted.depth,
        relations=wanted.relations,
        since=wanted.since,
        until=wanted.until,
    )
    text, left_out = fitting_page(part, language=wanted.language, top=wanted.top, title=wanted.title)
    names = [part.nodes[actor]["ar"] for actor in left_out]
    return Page(text, part.number_of_nodes() - len(names), names)


def page(network: nx.MultiDiGraph, *, language: str = "ar", top: int = 200, title: str = "", seed: int = 0) -> str:
    """The page of ``network``, opening with its ``top`` strongest actors in ``language`` (ar or en).

    Raises ``DrawingError`` for a language there is not, and where there is nothing to draw.
    """
    if language not in LANGUAGES:
        raise DrawingError(f"no language {language}; choose one of {', '.join(LANGUAGES)}")
    if not network.number_of_edges():
        raise DrawingError("nothing to draw: no relation between two actors is left")
    groups = communities(network, seed)
    edges, outlets, evidence = page_data.events(network)
    drawing = Network(directed=True)
    drawing.nodes = page_data.nodes(network, positions(network, seed, groups), groups, page_data.scores(network))
    drawing.edges = edges
    drawing.options = look()["options"]
    drawing.templateEnv = _environment()
    drawing.templateEnv.globals |= {
        "language": language,
        "title": title or _words()[language]["title"],
        "needs_script": _words()[language]["network_label"],
        "outlets": outlets,
        "evidence": evidence,
        "settings": page_data.embedded(_settings(network, language, top, title)),
        "policy": policy(),
        "scripts": scripts(),
        "style": style(),
        "packed": page_data.packed,
    }
    text: str = drawing.generate_html("network.html")
    return text


def fitting_page(
    network: nx.MultiDiGraph, *, language: str = "ar", top: int = 200, title: str = ""
) -> tuple[str, list[str]]:
    """The page of as many of the strongest actors as a page can hold, and the actors left out, strongest first.

    It holds ``MOST_ACTORS`` and ``MOST_BYTES`` at most. Raises ``DrawingError`` as ``page`` does.
    """
    most = MOST_ACTORS
    while True:
        part, left_out = strongest(network, most)
        text = page(part, language=language, top=top, title=title)
        size = len(text.encode())
        if size <= MOST_BYTES or most < 100:
            return text, left_out
        most = int(min(most, len(part)) * 0.9 * MOST_BYTES / size)


@cache
def scripts() -> tuple[str, ...]:
    """The scripts of the page in the order in which they run; line ends as an HTML parser leaves them."""
    vis = _VIS.read_text(encoding="utf-8").partition("//# sourceMappingURL")[0]  # read_text makes CR LF one LF
    return vis, *(_file(f"{name}.js") for name in SCRIPTS)


@cache
def style() -> str:
    """The style sheet of the page."""
    return _file("style.css")


@cache
def policy() -> str:
    """The Content-Security-Policy: our scripts and our style by hash, everything else refused (W3C CSP 3)."""
    hashed = " ".join(map(_hash, scripts()))
    return (
        f"default-src 'none'; script-src {hashed}; style-src {_hash(style())}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _settings(network: nx.MultiDiGraph, language: str, top: int, title: str) -> dict[str, Any]:
    """What the scripts are told: words, look, the folding of the reader, and how the view begins."""
    return {
        "language": language,
        "top": min(top, MOST_SHOWN),
        "most": MOST_SHOWN,
        "title": title,
        "base": "https://w3id.org/shabaka/actor/",
        "words": _words(),
        "look": look(),
        "folding": {chr(c): fold(chr(c)) for span in _FOLDED for c in span if fold(chr(c)) != chr(c)},
        "measures": page_data.whole(network),
    }


def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(FOLDER, encoding="utf-8"), autoescape=True, undefined=StrictUndefined)


@cache
def _words() -> dict[str, dict[str, str]]:
    return dict(json.loads(_file("words.json")))


def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
