"""The picture that README shows: ``python -m tests.benchmarks.screenshot`` reads the sample articles anew."""

import sys
import tempfile
from pathlib import Path

from typer.testing import CliRunner

from graph.cli import cli
from tests.conftest import PROJECT
from tests.graph.browser import chromium

PICTURE = PROJECT / "output" / "screenshot.png"
OPENED = """
    const known = (one) => [one.from, one.to].every((index) => Shabaka.data.actors[index].known);
    const tie = Shabaka.main.selection.drawn.filter((one) => one.status === "asserted" && one.relation !== "meets" && known(one))
      .sort((a, b) => b.events[0].confidence - a.events[0].confidence || a.events[0].index - b.events[0].index)[0];
    Shabaka.card.openTie(tie.id);
"""


def main(fragment: str = "") -> None:
    """Write the picture of the sample's page, a tie opened."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        result = CliRunner().invoke(cli, ["build", str(PROJECT / "tests" / "data" / "articles"), "--out", name])
        assert result.exit_code == 0, result.output
        with chromium(folder) as browser:
            browser.open(folder / "network.html", fragment, width=1440, height=860)
            browser.run(OPENED)
            browser.wait("document.querySelector('#evidence blockquote')")
            browser.run("return new Promise((done) => setTimeout(done, 500))")
            browser.driver.save_screenshot(str(PICTURE))
    print(PICTURE, PICTURE.stat().st_size)  # noqa: T201 - a script


if __name__ == "__main__":
    main(*sys.argv[1:])
