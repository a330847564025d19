"""The commands of the README, word for word but for the port."""

import shutil
import subprocess
from pathlib import Path

import pytest

README = Path(__file__).resolve().parents[3] / "README.md"
COMMANDS = [
    line.strip() for line in README.read_text(encoding="utf-8").splitlines() if "curl " in line and ":8010" in line
]
ANSWERS = ("إيران", '"boolean":true', "threatener,", "<!DOCTYPE html>", "<https://w3id.org/shabaka/")


def test_every_command_has_its_answer() -> None:
    assert len(COMMANDS) == len(ANSWERS)


@pytest.mark.skipif(not shutil.which("curl"), reason="needs curl")
@pytest.mark.parametrize(
    ("command", "answer"),
    list(zip(COMMANDS, ANSWERS, strict=False)),
    ids=["select", "ask", "canned", "network", "graph"],
)
def test_a_command_does_what_it_should(address: str, command: str, answer: str) -> None:
    here = command.replace("http://127.0.0.1:8010", address).replace("curl ", "curl --silent --fail --noproxy '*' ", 1)
    done = subprocess.run(["bash", "-c", here], capture_output=True, check=True)
    assert answer in done.stdout.decode()
