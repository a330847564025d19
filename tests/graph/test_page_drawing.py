"""How the page draws: names, curves, colours and the shape of the screen."""

import pytest

from graph.drawing.view import page
from tests.graph.samples import ACTOR, EVENT

pytestmark = pytest.mark.browser


def test_names_do_not_overlap_at_start(browser, large):
    for size in ((1280, 800), (390, 844)):
        browser.open(large, width=size[0], height=size[1])
        boxes = browser.run("""
            const context = document.createElement("canvas").getContext("2d");
            return Shabaka.labels.placed(context, Shabaka.drawing.onScreen()).filter((one) => one.kind === "actor").map((one) => {
                context.font = one.font;
                const half = context.measureText(one.text).width / 2;
                return [one.x - half, one.y - one.size / 2, one.x + half, one.y + one.size / 2];
            })""")
        assert len(boxes) > 12
        for n, one in enumerate(boxes):
            for other in boxes[:n]:
                assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


def test_who_meets_whom_is_one_tie_both_ways(browser, network, tmp_path):
    both = network.copy()
    meeting = next(data for *_, data in network.edges(data=True) if data["relation"] == "meets")
    both.add_edge(f"{ACTOR}saeb", f"{ACTOR}abbas", f"{EVENT}back", **meeting)
    path = tmp_path / "both.html"
    path.write_text(page(both), encoding="utf-8")
    browser.open(path, "o=tie+meets+saeb+abbas&v=evidence")
    browser.wait("document.querySelectorAll('#evidence blockquote').length === 2")
    assert browser.run("return Shabaka.main.selection.drawn.filter((tie) => tie.relation === 'meets').length") == 1


def test_what_is_chosen_stands_in_the_light(browser, large):
    browser.open(large)
    assert browser.run("return Shabaka.drawing.onScreen().lit") is None
    tie = browser.run("const tie = Shabaka.main.selection.drawn[5]; Shabaka.card.openTie(tie.id); return tie")
    ties, actors = browser.run(
        "const {ties, actors} = Shabaka.drawing.onScreen().lit; return [[...ties], [...actors].sort((a, b) => a - b)]"
    )
    assert (ties, actors) == ([tie["id"]], sorted([tie["from"], tie["to"]]))
    named = browser.run("""
        const context = document.createElement("canvas").getContext("2d");
        return Shabaka.labels.placed(context, Shabaka.drawing.onScreen()).map((label) => label.index)""")
    assert {tie["from"], tie["to"]} <= set(named)


def test_screen_held_upright_turns_the_drawing(browser, large):
    place = "const {x, y} = Shabaka.drawing.network.getPosition(7); return [x, y]"
    browser.open(large)
    x, y = browser.run(place)
    browser.open(large, width=390, height=844)
    assert browser.run(place) == [y, x]
    browser.run("Shabaka.card.openActor(7)")
    browser.find("#evidence .actions button:nth-last-of-type(2)").click()
    assert browser.run("return Object.values(Shabaka.state.now.pinned)") == [[x, y]]


def test_page_follows_the_theme_of_the_system(browser, small):
    browser.open(small)
    for theme in ("dark", "light"):
        feature = {"name": "prefers-color-scheme", "value": theme}
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
        browser.wait(f"document.documentElement.dataset.theme === '{theme}'")
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_our_curves_are_those_of_vis(browser, small):
    browser.open(small)
    far = browser.run("""
        const {selection, bends} = Shabaka.drawing.onScreen();
        const {edges, nodes} = Shabaka.drawing.network.body;
        return selection.drawn.filter((tie) => bends.get(tie.id)).map((tie) => {
            const [from, to] = [nodes[tie.from], nodes[tie.to]];
            const [x, y] = Shabaka.look.control([from.x, from.y], [to.x, to.y], bends.get(tie.id));
            const via = edges[tie.id].edgeType.getViaNode();
            return Math.hypot(via.x - x, via.y - y);
        })""")
    assert far == pytest.approx([0, 0], abs=0.01)  # the two ties of one pair; the others are straight


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_screen(browser, large, width):
    for fragment in ("", "v=charts", "v=list", "o=actor+a00000&v=evidence"):
        browser.open(large, fragment, width=width, height=844)
        assert browser.run("return document.documentElement.scrollWidth") <= width
