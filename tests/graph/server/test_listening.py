"""What keeps a server from starting is one line."""

import socket
import subprocess
from pathlib import Path

import pytest

from tests.graph.serving import SHABAKA


def refused(*words: str) -> str:
    done = subprocess.run([*SHABAKA, "serve", *words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    return line


def test_a_port_that_is_taken(filled_store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        line = refused("--store", str(filled_store), "--port", port)
    assert (
        line
        == f"shabaka: cannot listen on 127.0.0.1, port {port}: Address already in use; try another --host or --port"
    )


@pytest.mark.parametrize("host", ["192.0.2.1", "no host"])
def test_an_address_that_is_not_ours(filled_store: Path, host: str) -> None:
    assert refused("--store", str(filled_store), "--host", host).startswith(
        f"shabaka: cannot listen on {host}, port 8010"
    )


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    assert refused("--store", str(tmp_path / "none")) == f"shabaka: {tmp_path}/none: no such store or file"


def test_a_store_elsewhere() -> None:
    place = "http://127.0.0.1:9/query"
    assert refused("--store", place).startswith(f"shabaka: {place}: this needs the folder of a store on this machine")
