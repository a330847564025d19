"""The page under hostile text: it is shown, and nothing of it runs."""

import pytest

from graph.drawing.view import page
from tests.graph.samples import HOSTILE, with_hostile_text

pytestmark = pytest.mark.browser


def test_policy_stops_what_it_did_not_name(browser, small):
    """The page's own escaping aside: scripts, handlers and requests put into it by hand are refused as well."""
    browser.open(small)
    browser.run("""
        const script = document.createElement("script");
        script.textContent = "window.ran = 'script'";
        const image = document.createElement("img");
        image.setAttribute("onerror", "window.ran = 'handler'");
        image.src = "https://example.org/picture.png";
        const link = document.createElement("a");
        link.href = "javascript:window.ran='link'";
        document.body.append(script, image, link);
        link.click();
        return fetch("https://example.org/").catch(() => new Promise((done) => setTimeout(done, 300)));""")
    assert browser.run("return window.ran ?? null") is None
    assert browser.requests() == []
    assert sum("Content Security Policy" in message for message in browser.complaints()) >= 4


@pytest.mark.parametrize("payload", HOSTILE, ids=lambda payload: payload[:16].encode("unicode_escape").decode())
def test_hostile_text_is_only_text(browser, network, tmp_path, payload):
    path = tmp_path / "hostile.html"
    path.write_text(page(with_hostile_text(network, payload), title=payload), encoding="utf-8")
    browser.open(path)
    browser.run("window.alert = window.print = () => { document.title = 'ran'; }")
    for panel in ("list", "charts"):
        browser.find(f"#tab-{panel}").click()
    browser.press("#search", "ا")
    browser.run("Shabaka.card.openActor(1)")
    browser.run("Shabaka.card.openTie(Shabaka.main.selection.drawn[0].id)")
    browser.wait("document.querySelector('#evidence blockquote')")
    assert browser.run("return document.querySelector('#evidence blockquote').textContent") == payload
    assert browser.run("return [...document.links].every((link) => /^https?:/.test(link.protocol))")
    assert browser.run("return document.title") != "ran"
    assert browser.run(
        "return document.querySelectorAll('img, iframe, object, svg[onload], script').length"
    ) == browser.run("return document.scripts.length")
    assert browser.run("return document.documentElement.scrollWidth") <= 1280
    assert browser.requests() == []
    assert browser.complaints() == []


def test_cell_is_no_formula(browser, small):
    browser.open(small)
    assert browser.run("return ['=1+1', '@x', '-2', 'a,b'].map(Shabaka.saving.cell)") == [
        "'=1+1",
        "'@x",
        "'-2",
        '"a,b"',
    ]
