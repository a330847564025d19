"""The page in a browser, as a reader uses it: with the mouse, with the keyboard, with links from others."""

import csv
import io
import xml.etree.ElementTree as ET

import networkx as nx
import pytest

from ontology.spelling import fold
from tests.graph.samples import SENTENCE

pytestmark = pytest.mark.browser

WORDS = [
    "صائب المرّ",
    "أحمد",
    "إيران",
    "آل سعود",
    "مستشفى",
    "وزارة",
    "کابل",
    "٢٠٢١",
    "الـقاهرة",
    "Émile Lahoud",
    "ABBAS",
]
MIDDLE = """
    const view = Shabaka.drawing.onScreen();
    const tie = view.selection.drawn.find((one) => one.relation === arguments[0]);
    return Shabaka.look.middle(view.where.get(tie.from), view.where.get(tie.to), view.bends.get(tie.id));
"""


def click_canvas(browser, x, y):
    from selenium.webdriver import ActionChains

    canvas = browser.find("#network canvas")
    size = canvas.size
    ActionChains(browser.driver).move_to_element_with_offset(
        canvas, round(x - size["width"] / 2), round(y - size["height"] / 2)
    ).click().perform()


def test_opens_still_and_silent(browser, small):
    browser.open(small)
    assert browser.text("#status").startswith("٣ فاعلين")
    assert browser.requests() == []
    assert browser.complaints() == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tab", ["#tab-list", "#tab-charts"])
def test_a_pressed_tab_can_be_read_under_the_pointer(browser, small, tab, theme):
    from selenium.webdriver import ActionChains

    browser.open(small)
    browser.run("document.documentElement.dataset.theme = arguments[0]", theme)
    browser.find(tab).click()
    ActionChains(browser.driver).move_to_element(browser.find(tab)).perform()
    assert browser.run("return arguments[0].matches(':hover')", browser.find(tab))
    assert browser.run(CONTRAST, tab) >= 4.5


CONTRAST = """
    const light = (colour) => colour.match(/[0-9.]+/g).slice(0, 3).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
      .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
    const { color, backgroundColor } = getComputedStyle(document.querySelector(arguments[0]));
    const [dark, bright] = [light(color), light(backgroundColor)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
"""


def test_click_on_a_tie_shows_its_sentence(browser, small):
    browser.open(small)
    click_canvas(browser, *browser.run(MIDDLE, "threatens"))
    browser.wait("document.querySelector('#evidence blockquote')")
    assert browser.text("#evidence blockquote") == SENTENCE
    marks = {m.get_attribute("class"): m.text for m in browser.driver.find_elements("css selector", "#evidence mark")}
    assert marks == {"trigger": "هدد", "source": "عباس", "target": "صائب"}
    assert browser.find("#evidence blockquote").value_of_css_property("direction") == "rtl"
    assert browser.find("#evidence a").get_attribute("href") == "https://example.org/a"
    about = browser.text("#evidence .sentence")
    for said in ("مؤكد", "٧ أبريل ٢٠٢١", "وكالة الساحل", "٪", "verb:haddada"):
        assert said in about


def test_speaker_and_status_of_what_is_denied(browser, small):
    browser.open(small, "l=en")
    click_canvas(browser, *browser.run(MIDDLE, "demands"))
    browser.wait("document.querySelector('#evidence blockquote')")
    about = browser.text("#evidence .sentence")
    assert "negated" in about
    assert "According to نجم" in about
    assert "April 2021" in about


def test_card_of_an_actor(browser, small):
    browser.open(small, "l=en&o=actor+saeb&v=evidence")
    about = browser.text("#evidence")
    for said in ("Saeb al-Murr", "صائب المرّ", "Person", "وزير الخارجية", "الوزير صائب", "7 April 2021"):
        assert said in about
    assert browser.find("#evidence dd a").get_attribute("href") == "http://www.wikidata.org/entity/Q1"


def test_path_between_two_actors_by_their_cards(browser, crowd, large):
    browser.open(large, "l=ar")
    ends = browser.run("return [250, 390].map((index) => Shabaka.data.actors[index])")
    browser.press("#search", ends[0]["ar"], "\ue007")
    browser.find("#evidence .actions button:nth-of-type(3)").click()
    browser.press("#search", ends[1]["ar"], "\ue007")
    steps = nx.shortest_path_length(crowd.to_undirected(as_view=True), *(end["iri"] for end in ends))
    found = browser.run("return Object.fromEntries(Shabaka.main.selection.steps)")
    assert (found["250"], found["390"], max(found.values())) == (0, steps, steps)


@pytest.mark.parametrize(
    ("typed", "name"), [("المر", "صائب المرّ"), ("الوزِير صـائب", "صائب المرّ"), ("SAEB", "صائب المرّ")]
)
def test_search_in_both_languages(browser, small, typed, name):
    browser.open(small)
    browser.press("#search", typed)
    assert browser.text("#found li").startswith(name)
    browser.press("#search", "\ue007")
    assert browser.text("#evidence h2") == name


def test_search_reaches_folded_actors(browser, large):
    browser.open(large)
    folded = browser.run("return Shabaka.data.actors[390].ar")
    browser.press("#search", folded, "\ue007")
    assert browser.text("#evidence h2") == folded
    assert browser.run("return Shabaka.main.selection.shown.some((actor) => actor.id === 390)")


def test_page_folds_as_the_reader_does(browser, small):
    browser.open(small)
    found = browser.run("return arguments[0].map(Shabaka.fold)", WORDS)
    assert found[:-2] == [fold(word) for word in WORDS[:-2]]
    assert found[-2:] == ["emile lahoud", "abbas"]


def test_shared_link_shows_the_same(browser, large):
    browser.open(large)
    browser.find("input[value=meets]").click()
    browser.run(
        "Shabaka.state.change({least: 2, from: '2020-03-01', until: '2021-06-30', language: 'en', theme: 'dark'})"
    )
    browser.run(
        "const [a, b] = Shabaka.main.selection.order; Shabaka.state.change({hidden: [Shabaka.data.actors[b].iri]}); Shabaka.card.openActor(a)"
    )
    address = browser.driver.current_url
    seen = browser.text("#status"), browser.text("#evidence h2"), browser.text("#interval")
    browser.open(large, address.partition("#")[2])
    assert (browser.text("#status"), browser.text("#evidence h2"), browser.text("#interval")) == seen
    assert browser.run("return document.documentElement.dataset.theme") == "dark"


def test_link_of_nonsense_is_the_first_view(browser, small):
    browser.open(small, "n=x&d=9&a=nobody&h=%3Cscript%3E&x=1+2+z&f=2021-99&o=tie+a+b+c&p=q&l=fr&t=red")
    assert browser.text("#status").startswith("٣ فاعلين")
    assert browser.complaints() == []


def test_ego_paths_hiding_and_undo(browser, large):
    browser.open(large)
    shown = "return Shabaka.main.selection.shown.length"
    browser.run("Shabaka.card.openActor(arguments[0])", 300)
    browser.find("#evidence .actions button").click()
    near = browser.run("return Shabaka.main.selection.near.get(300).others.size")
    assert browser.run(shown) == near + 1
    browser.find("#whole").click()
    assert browser.run(shown) == 60
    ends = browser.run("return [300, 350].map((index) => Shabaka.data.actors[index].iri)")
    browser.run("Shabaka.state.change({path: arguments[0]})", ends)
    steps = browser.run("return [...Shabaka.main.selection.steps.values()]")
    assert min(steps) == 0
    assert steps.count(max(steps)) == 1
    browser.find("#undo").click()
    first = browser.run("return Shabaka.main.selection.order[0]")
    browser.run("Shabaka.card.openActor(arguments[0])", first)
    browser.press("#stage", "h")
    assert first not in browser.run("return Shabaka.main.selection.order")
    browser.press("#stage", "z")
    assert browser.run("return Shabaka.main.selection.order[0]") == first


def test_dragged_actor_is_pinned(browser, small):
    from selenium.webdriver import ActionChains

    browser.open(small)
    x, y = browser.run("const {x, y} = Shabaka.drawing.screenOf(0); return [x, y]")
    canvas = browser.find("#network canvas")
    ActionChains(browser.driver).move_to_element_with_offset(
        canvas, round(x - canvas.size["width"] / 2), round(y - canvas.size["height"] / 2)
    ).click_and_hold().move_by_offset(60, 40).release().perform()
    browser.wait("Object.keys(Shabaka.state.now.pinned).length === 1")
    assert "x=" in browser.driver.current_url


def test_keyboard_alone(browser, small):
    browser.open(small)
    browser.press("#stage", "\ue015", "\ue015")
    assert browser.run("return document.getElementById('spoken').textContent")
    browser.press("#stage", "\ue007")
    assert browser.text("#evidence h2")
    browser.press("#stage", "\ue00c")
    assert not browser.find("#panel").is_displayed()
    browser.press("#stage", "/")
    assert browser.driver.switch_to.active_element.get_attribute("id") == "search"


def test_every_control_has_a_name(browser, small):
    browser.open(small, "v=charts")
    nameless = browser.run("""return [...document.querySelectorAll("button, input, [role]")].filter((one) =>
        one.offsetParent && !(one.textContent.trim() || one.getAttribute("aria-label") || one.labels?.length
        || one.getAttribute("aria-labelledby"))).map((one) => one.outerHTML.slice(0, 80))""")
    assert nameless == []


def test_english(browser, small):
    browser.open(small)
    browser.find("#language").click()
    assert browser.run("return [document.documentElement.dir, document.documentElement.lang]") == ["ltr", "en"]
    assert browser.text("#status").startswith("3 actors of 4 · 4 ties")
    assert browser.text("#title") == "Network of relations"


def test_png_svg_and_csv(browser, small):
    browser.open(small)
    png = browser.download("#save-png").read_bytes()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(png) > 5_000
    svg = ET.fromstring(browser.download("#save-svg").read_text(encoding="utf-8"))
    texts = {text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")}
    assert {"عباس", "صائب المرّ", "جبهة الهلال"} <= texts
    assert len(list(svg.iter("{http://www.w3.org/2000/svg}path"))) == 4
    table = browser.download("#save-csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert {(row["source"], row["relation"], row["target"], row["status"]) for row in rows} == {
        ("عباس", "threatens", "صائب المرّ", "asserted"),
        ("عباس", "meets", "صائب المرّ", "asserted"),
        ("صائب المرّ", "demands", "جبهة الهلال", "negated"),
        ("عباس", "supports", "جبهة الهلال", "hypothetical"),
    }
    assert SENTENCE in {row["sentence"] for row in rows}
