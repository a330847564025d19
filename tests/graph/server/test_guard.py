"""Requests that name another host, or come from another site; what every response carries."""

import socket

import httpx
import pytest

from graph.server.guard import host_name

HOSTS = {
    "address": ("127.0.0.1:80", True),
    "ipv6": ("[::1]:8010", True),
    "localhost": ("LOCALHOST:1", True),
    "own-name": (socket.gethostname(), True),
    "rebound": ("evil.example", False),
    "rebound-with-port": ("evil.example:8010", False),
    "looks-like": ("127.0.0.1.evil.example", False),
    "user": ("localhost@evil.example", False),
    "path": ("localhost/x", False),
    "no-port": ("localhost:x", False),
    "markup": ("<script>", False),
}


@pytest.mark.parametrize("case", HOSTS)
def test_only_our_own_names_are_answered(client: httpx.Client, case: str) -> None:
    host, ours = HOSTS[case]
    response = client.get("/health", headers={"Host": host})
    assert response.status_code == (200 if ours else 421)


@pytest.mark.parametrize(("host", "name"), [("A.example:1", "a.example"), ("[::1]", "::1"), ("a:b:c", ""), ("", "")])
def test_the_name_in_a_host(host: str, name: str) -> None:
    assert host_name(host) == name


ORIGINS = {
    "own": ("{own}", 200),
    "other": ("https://evil.example", 403),
    "hidden": ("null", 403),
    "port": ("http://127.0.0.1:1", 403),
}


@pytest.mark.parametrize("case", ORIGINS)
def test_forms_of_other_sites_are_refused(client: httpx.Client, case: str) -> None:
    origin, status = ORIGINS[case]
    own = str(client.base_url).rstrip("/")
    headers = {"Origin": origin.replace("{own}", own)}
    assert client.post("/sparql", data={"query": "ASK {}"}, headers=headers).status_code == status


PATHS = [
    "/",
    "/sparql?query=ASK%20%7B%7D",
    "/sparql?query=x",
    "/graphs?default",
    "/network",
    "/page/query.js",
    "/nowhere",
    "/queries",
]


@pytest.mark.parametrize("path", PATHS)
def test_every_response_forbids_other_hosts(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers
