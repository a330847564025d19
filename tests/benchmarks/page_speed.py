"""How the page fares with many actors, in a real browser: ``python -m tests.benchmarks.page_speed``.

Prints a row a network: what the file weighs, how long it takes from opening to the first drawing, drawings a
second while an actor is dragged, and how long search and the neighbourhood of the weakest actor take. The
networks are invented. Nothing else should run at the same time; where something does, the processor time that
the page's own thread spends on a drawing tells more than the drawings a second.
"""

import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from graph.drawing.view import Wanted, page_of
from tests.benchmarks.networks import invented_network
from tests.graph.browser import Browser, chromium

SIZES = ((200, 600, 200), (1_000, 3_000, 1_000), (5_000, 15_000, 200), (20_000, 60_000, 200), (22_000, 66_000, 200))
SECONDS = 3.0  # of dragging
FIRST_DRAWING = """
    return new Promise((done) => {
      const look = () => document.documentElement.dataset.ready === "yes"
        ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))) : setTimeout(look, 5);
      look();
    })"""
REACHED = """
    const start = performance.now();
    const last = Shabaka.data.actors.at(-1);
    const found = Shabaka.search.find(last.ar).includes(last);
    const searched = performance.now();
    Shabaka.state.change({ actor: last.iri, depth: 2, open: "" });
    return [found, searched - start, performance.now() - searched, Shabaka.main.selection.shown.includes(last)];
"""


def busy(browser: Browser) -> float:
    """Seconds of processor time that the page's thread has worked."""
    metrics = browser.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))


def dragged(browser: Browser) -> tuple[float, float]:
    """Drawings a second while the strongest actor is dragged about, and milliseconds of work a drawing."""
    browser.run("window.drawings = 0; Shabaka.drawing.network.on('afterDrawing', () => { window.drawings += 1; })")
    x, y = browser.run("""
        const {x, y} = Shabaka.drawing.screenOf(Shabaka.main.selection.order[0]);
        const {left, top} = document.querySelector("#network canvas").getBoundingClientRect();
        return [x + left, y + top];""")

    def mouse(kind: str, dx: float = 0, dy: float = 0) -> None:
        held = int(kind != "mouseReleased")
        event = {"type": kind, "x": x + dx, "y": y + dy, "button": "left", "buttons": held, "clickCount": 1}
        browser.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)

    mouse("mousePressed")
    before, start, step, worked = browser.run("return window.drawings"), time.monotonic(), 0, busy(browser)
    while time.monotonic() - start < SECONDS:
        step += 1
        mouse("mouseMoved", 15 + step % 120, 15 + step % 80)
    seconds = time.monotonic() - start
    worked, drawings = busy(browser) - worked, browser.run("return window.drawings") - before
    mouse("mouseReleased", step % 120, step % 80)
    return drawings / seconds, 1000 * worked / max(drawings, 1)


def main() -> None:
    """Measure all sizes, or those whose numbers of actors are named."""
    wanted = {int(argument) for argument in sys.argv[1:]}
    columns = "actors events shown|made, CPU s|MB|first drawing s|drawings/s dragging|work ms a drawing|search ms|2 steps ms|reached|left out"
    table = Table(*columns.split("|"))
    with tempfile.TemporaryDirectory() as name, chromium(Path(name)) as browser:
        browser.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        for actors, events, top in SIZES:
            if wanted and actors not in wanted:
                continue
            network = invented_network(actors, events)
            start = time.process_time()
            page = page_of(network, Wanted(top=top))
            made = time.process_time() - start
            file = Path(name) / "page.html"
            file.write_text(page.text, encoding="utf-8")
            browser.open(file)
            opened = browser.run(FIRST_DRAWING) / 1000
            drawings, work = dragged(browser)
            found, searched, near, shown = browser.run(REACHED)
            size = f"{file.stat().st_size / 1e6:.1f}"
            cells = (
                f"{made:.1f}",
                size,
                f"{opened:.2f}",
                f"{drawings:.0f}",
                f"{work:.0f}",
                f"{searched:.0f}",
                f"{near:.0f}",
            )
            reached = "yes" if found and shown else "no"
            table.add_row(f"{actors:,} {events:,} {top:,}", *cells, reached, f"{len(page.left_out):,}")
    Console(width=160).print(table)


if __name__ == "__main__":
    main()
