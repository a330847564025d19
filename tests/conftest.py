"""Fixtures and switches of all tests."""

import os
import shutil
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"
# Files of tests that share the reading of hundreds of articles: they begin first, or several processes wait for one.
LONGEST = ("test_unseen.py", "test_quality.py")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--demand", action="store_true", help="run the long tests too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    reasons = {
        "demand": None if config.getoption("--demand") else "long; run with --demand",
        "shared": None if SHARED.is_dir() else "the evaluation texts are not beside the project",
        "browser": None if shutil.which("chromium") else "Debian's chromium is not installed",
    }
    for item in items:
        for marker, reason in reasons.items():
            if reason and item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(autouse=True)
def _no_network_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what a machine is set up with out of the tests."""
    for name in [name for name in os.environ if name.startswith("SHABAKA_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample articles."""
    return PROJECT / "tests" / "data" / "articles"


@pytest.fixture(scope="session")
def evaluation() -> Path:
    """The folder of annotated articles; tests that use it carry the marker ``shared``."""
    return SHARED / "evaluation"
