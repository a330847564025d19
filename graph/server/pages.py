"""The pages for people: the query page with its files, and the network.

The files of the query page are named one by one: no request can reach another. They come from this host
alone, and the Content-Security-Policy allows the browser no other.
"""

from pathlib import Path
from typing import Any

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from graph.errors import RequestError
from graph.server.drawing import Painter
from graph.server.protocol import Pairs, address_pairs

FOLDER = Path(__file__).with_name("page")
FILES = {
    "yasgui.min.js": ("yasgui/yasgui.min.js", "text/javascript"),
    "yasgui.min.css": ("yasgui/yasgui.min.css", "text/css"),
    "yasgui.LICENSE.txt": ("yasgui/LICENSE.txt", "text/plain"),
    "query.js": ("query.js", "text/javascript"),
    "words.js": ("words.js", "text/javascript"),
    "query.css": ("query.css", "text/css"),
}
# The editor sets styles on elements as it draws.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_LANGUAGES = ("ar", "en")
_KNOWN = {"actor", "depth", "relation", "since", "until", "top", "language", "title"}
_MOST = {"depth": 5, "top": 1000}


async def query_page(_: Request) -> Response:
    """The page to write queries in."""
    return FileResponse(FOLDER / "query.html", headers={"Content-Security-Policy": _POLICY}, media_type="text/html")


async def page_file(request: Request) -> Response:
    """One of the files of the query page."""
    found = FILES.get(request.path_params["name"])
    if found is None:
        raise RequestError(404, "no such file")
    path, media = found
    return FileResponse(FOLDER / path, media_type=media)


async def network(request: Request) -> Response:
    """The network of the store or of what is asked for, as ``shabaka view`` writes it."""
    painter: Painter = request.app.state.painter
    asked = wanted(address_pairs(request))
    text, policy = await run_sync(painter.page, asked, limiter=request.app.state.waiting_for_painter)
    return HTMLResponse(text, headers={"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"})


def wanted(given: Pairs) -> dict[str, Any]:
    """What the parameters of an address ask for, by the fields of ``view.Wanted``. Raises ``RequestError``."""
    texts = {name: value for name, value in given if value}
    if strange := sorted(texts.keys() - _KNOWN):
        raise RequestError(400, f"no parameter {strange[0][:100]}; there are {', '.join(sorted(_KNOWN))}")
    if (language := texts.get("language", "ar")) not in _LANGUAGES:
        raise RequestError(400, f"language={language[:100]}: expected ar or en")
    relations = [value for name, value in given if name == "relation" and value]
    numbers = {name: _number(texts[name], name, most) for name, most in _MOST.items() if name in texts}
    found = {name: value for name, value in texts.items() if name != "relation"} | numbers
    return found | ({"relations": relations} if relations else {})


def _number(text: str, name: str, most: int) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= most):
        raise RequestError(400, f"{name}={text[:100]}: expected a number from 1 to {most}")
    return int(text)
