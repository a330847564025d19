"""One server for all tests that only ask."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.graph.serving import fill, served


@pytest.fixture(scope="session")
def filled_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("served") / "store")


@pytest.fixture(scope="session")
def address(filled_store: Path) -> Iterator[str]:
    with served(filled_store, "--timeout", "12", "--at-once", "2", "--memory", "64") as found:
        yield found


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=60, trust_env=False) as made:
        yield made


@pytest.fixture(scope="session")
def narrow(filled_store: Path) -> Iterator[str]:
    """The address of a server that allows one query at a time, and that not long."""
    with served(filled_store, "--timeout", "4", "--at-once", "1") as found:
        yield found
