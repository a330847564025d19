"""What every request passes and every response carries, whatever it is about.

A page on another site may point its own name at this machine and then read what it is told (DNS rebinding):
so a request must name a host that is known to be ours, or an address, which nobody can rebind. It may also
send forms here unread; those are refused by their Origin. Responses allow a browser nothing beyond this host.
"""

import ipaddress
import socket
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-cache",
}


class Guard:
    """The outermost layer of the application; ``names`` are the hosts it answers to, besides addresses."""

    def __init__(self, app: ASGIApp, names: Collection[str] = ()) -> None:
        self._app = app
        self._names = {"localhost", socket.gethostname().lower(), *(name.lower() for name in names)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refusal(Headers(scope=scope), scope["method"])
        await (refused or self._app)(scope, receive, guarded)

    def _refusal(self, headers: Headers, method: str) -> PlainTextResponse | None:
        host = headers.get("host", "")
        if not self._ours(host):
            hint = f"start the server with --name {host_name(host)}" if host_name(host) else "send a Host header"
            return PlainTextResponse(f"{host[:200]}: this server does not go by that name; {hint}\n", 421)
        origin = headers.get("origin")
        if origin and method not in {"GET", "HEAD"} and urlsplit(origin).netloc.lower() != host.lower():
            return PlainTextResponse(f"{origin[:200]}: requests from other sites are refused\n", 403)
        return None

    def _ours(self, host: str) -> bool:
        name = host_name(host)
        return name in self._names or is_address(name)


def host_name(host: str) -> str:
    """The name in a Host header, without the port; empty where it is malformed."""
    try:
        parts = urlsplit(f"//{host}")
        if parts.netloc != host or parts.username is not None:
            return ""
        _ = parts.port  # raises for what is no number
        return (parts.hostname or "").lower()
    except ValueError:
        return ""


def is_address(name: str) -> bool:
    """Whether the name is an IP address."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
