"""What of the network the page shows: by the legend, by filters in the link, by the sliders."""

from collections import Counter

import pytest

pytestmark = pytest.mark.browser


def test_legend_is_the_filter(browser, small):
    browser.open(small)
    for value, left in (("meets", 3), ("threatens", 2)):
        browser.find(f"input[value={value}]").click()
        assert len(browser.run("return Shabaka.main.selection.drawn")) == left
    browser.find("input[value=negated]").click()
    assert browser.text("#status").startswith("فاعلان")
    assert len(browser.run("return Shabaka.drawing.network.body.edgeIndices")) == 1


def kinds(network, source, target):
    return {network.nodes[source]["type"], network.nodes[target]["type"]}


@pytest.mark.parametrize(
    ("fragment", "kept"),
    [
        pytest.param("ro=meets&ro=supports", lambda _, e: e[2]["relation"] in {"threatens", "demands"}, id="relation"),
        pytest.param("so=asserted", lambda _, e: e[2]["status"] != "asserted", id="status"),
        pytest.param("to=person", lambda network, e: "person" not in kinds(network, *e[:2]), id="type"),
        pytest.param("oo=وكالة+الساحل", lambda _, e: e[2]["outlet"] != "وكالة الساحل", id="outlet"),
        pytest.param("c=0.8", lambda _, e: e[2]["confidence"] >= 0.8, id="confidence"),
        pytest.param("f=2020-06-01&u=2020-08-31", lambda _, e: "2020-06-01" <= e[2]["date"] <= "2020-08-31", id="time"),
    ],
)
def test_filters_keep_what_the_network_says(browser, crowd, large, fragment, kept):
    events = sum(bool(kept(crowd, edge)) for edge in crowd.edges(data=True))
    browser.open(large, f"n=1000&{fragment}")
    assert browser.run("return Shabaka.main.selection.count") == events


def test_fewest_events_counts_by_pair_and_relation(browser, crowd, large):
    pairs = Counter()
    for source, target, relation in crowd.edges(data="relation"):
        pairs[(*(sorted((source, target)) if relation == "meets" else (source, target)), relation)] += 1
    browser.open(large, "n=1000&m=2")
    drawn = browser.run("return Shabaka.main.selection.drawn.map((tie) => tie.events.length)")
    assert sorted(drawn) == sorted(count for count in pairs.values() if count >= 2)


def test_slider_unfolds_the_long_tail(browser, large):
    browser.open(large)
    browser.press("#range-top", "\ue010")  # End
    browser.wait("Shabaka.main.selection.shown.length === 400")
    browser.find("#undo").click()
    assert browser.run("return Shabaka.main.selection.shown.length") == 60


def test_slider_keeps_what_falls_into_its_interval(browser, small):
    browser.open(small)
    browser.press("#time-until", "\ue011")  # Home: the first step
    browser.wait("Shabaka.state.now.until")
    assert browser.run("return Shabaka.main.selection.drawn.map((tie) => tie.relation)") == ["meets"]
    assert "٢٠٢١" in browser.text("#interval")
    browser.find("#undo").click()
    browser.wait("Shabaka.main.selection.drawn.length === 4")


def test_play_moves_the_window(browser, large):
    browser.open(large)
    browser.find("#play").click()
    browser.wait("Shabaka.state.now.from")
    first = browser.run("return Shabaka.state.now.from")
    browser.wait(f"Shabaka.state.now.from > '{first}'")
    browser.find("#play").click()
    stopped = browser.run("return Shabaka.state.now.from")
    assert browser.run("return new Promise((done) => setTimeout(() => done(Shabaka.state.now.from), 900))") == stopped
