"""The commands of the README's section on the store, run one after the other as they stand there."""

import shlex

import pytest
from typer.testing import CliRunner

from graph.cli import cli
from tests.conftest import PROJECT

SECTION = (
    (PROJECT / "README.md").read_text(encoding="utf-8").partition("## A store that grows\n")[2].partition("\n## ")[0]
)
COMMANDS = [line.strip() for line in SECTION.splitlines() if line.startswith("    shabaka ")]
EXPECTED = {
    "ingest": "9 stored, 0 unchanged, 0 skipped, 0 failed",
    "threats-against": "threatener",
    "SELECT": "name",
    "queries": "office-holders",
    "forget": "forgot https://w3id.org/shabaka/article/",
    "backup": "news copied to copy",
    "restore": "news restored from copy",
    "export": "events",
    "import": "articles in other",
    "validate": "all as they must be",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the commands told, each after the command."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "tests").symlink_to(PROJECT / "tests")
    lines = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command in COMMANDS:
            done = CliRunner().invoke(cli, shlex.split(command)[1:])
            assert done.exit_code == 0, f"{command}: {done.exception} {done.output}"
            lines += [f"$ {command}", done.stdout]
    return "\n".join(lines)


@pytest.mark.parametrize("word", EXPECTED)
def test_a_command_of_the_readme_does_what_it_says(told: str, word: str) -> None:
    outputs = {output.partition("\n")[0]: output.partition("\n")[2] for output in told.split("$ shabaka ")[1:]}
    (output,) = (output for command, output in outputs.items() if word in command.split()[:2] or word in command[:30])
    assert EXPECTED[word] in output


def test_every_command_of_the_section_is_looked_at() -> None:
    assert len(COMMANDS) == len(EXPECTED)
