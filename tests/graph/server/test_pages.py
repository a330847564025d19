"""The pages over HTTP, and the query page in a browser."""

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from graph.errors import RequestError
from graph.server.pages import wanted
from tests.graph.browser import Browser, chromium
from tests.readings import RAWI

ASKED = {
    "nothing": ("", {}),
    "empty": ("actor=&depth=", {}),
    "texts": ("actor=a&since=2021-01-01&title=t", {"actor": "a", "since": "2021-01-01", "title": "t"}),
    "numbers": ("depth=2&top=5", {"depth": 2, "top": 5}),
    "relations": ("relation=meets&relation=threatens", {"relations": ["meets", "threatens"]}),
    "language": ("language=en", {"language": "en"}),
}


@pytest.mark.parametrize("case", ASKED)
def test_what_a_network_address_asks_for(case: str) -> None:
    from graph.server.protocol import pairs

    address, expected = ASKED[case]
    assert wanted(pairs(address)) == expected


@pytest.mark.parametrize(
    "given", [("depth", "6"), ("depth", "x"), ("top", "0"), ("top", "١"), ("language", "fr"), ("out", "/tmp/x")]
)
def test_what_no_network_address_can_ask_for(given: tuple[str, str]) -> None:
    with pytest.raises(RequestError, match=given[0]):
        wanted([given])


def test_the_network_is_the_page_of_view(client: httpx.Client, filled_store: Path, tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from graph.cli import cli

    words = ["--actor", RAWI.name, "--relation", "threatens", "--language", "en"]
    done = CliRunner().invoke(cli, ["view", "--store", str(filled_store), "--out", str(tmp_path / "n.html"), *words])
    assert done.exit_code == 0, done.exception
    response = client.get("/network", params={"actor": RAWI.name, "relation": "threatens", "language": "en"})
    assert response.text == (tmp_path / "n.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"actor": "لا أحد"}, "no actor لا أحد"),
        ({"since": "x"}, "expected a day"),
        ({"relation": "likes"}, "no relation likes"),
    ],
    ids=["actor", "day", "relation"],
)
def test_a_network_that_cannot_be_drawn_says_why(client: httpx.Client, given: dict[str, str], words: str) -> None:
    response = client.get("/network", params=given)
    assert (response.status_code, words in response.text) == (400, True), response.text


TRAVERSALS = [
    "/page/../application.py",
    "/page/..%2fapplication.py",
    "/page/%2e%2e/pages.py",
    "/page//etc/passwd",
    "/page/yasgui/LICENSE.txt",
    "/..%5c..%5cetc",
    "//etc/passwd",
]


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_path_leaves_the_page(address: str, path: str) -> None:
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert answer.split()[1] == b"404"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("downloads")) as made:
        yield made


def visit(browser: Browser, address: str, path: str) -> None:
    browser.driver.get("about:blank")
    what = {"origin": address, "storageTypes": "all"}
    browser.driver.execute_cdp_cmd("Storage.clearDataForOrigin", what)
    for kind in ("performance", "browser"):
        browser.driver.get_log(kind)
    browser.driver.get(f"{address}{path}")
    browser.wait("document.documentElement.dataset.ready === 'yes'")


def cells(browser: Browser) -> list[str]:
    browser.wait("document.querySelectorAll('.yasr tbody td').length")
    return [cell.text for cell in browser.driver.find_elements("css selector", ".yasr tbody td") if cell.text]


@pytest.mark.browser
def test_a_typed_query_shows_its_arabic_table(browser: Browser, address: str) -> None:
    visit(browser, address, "/")
    browser.run("document.querySelector('.CodeMirror').CodeMirror.setValue('')")
    query = 'SELECT ?name WHERE { ?a skos:prefLabel ?name FILTER(STRSTARTS(?name, "سالم")) }'
    browser.find(".CodeMirror textarea").send_keys(query)
    browser.find(".yasqe_queryButton").click()
    assert cells(browser) == ["سالم الراوي"]


@pytest.mark.browser
def test_a_ready_question_is_filled_in_and_answered(browser: Browser, address: str) -> None:
    visit(browser, address, "/?language=en")
    browser.find("#canned option[value=threats-against]").click()
    browser.find("#p-actor").send_keys("السنبلة")
    browser.find("#parameters button").click()
    assert "هدد سالم الراوي، وزير الري، حزب السنبلة" in cells(browser)
    assert [url for url in browser.requests() if not url.startswith(address)] == []
    assert browser.complaints() == []


@pytest.mark.browser
def test_a_question_about_nobody_tells_so(browser: Browser, address: str) -> None:
    visit(browser, address, "/")
    browser.find("#canned option[value=threats-against]").click()
    browser.find("#p-actor").send_keys("<b>لا أحد</b>")
    browser.find("#parameters button").click()
    browser.wait("document.getElementById('message').textContent.includes('<b>لا أحد</b>')")
    assert browser.text("#message").startswith("لم يُجَب عن السؤال")
    assert browser.find("#message bdi").get_attribute("dir") == "ltr"


@pytest.mark.browser
def test_the_error_of_a_query_stands_in_a_sentence_of_the_page(browser: Browser, address: str) -> None:
    visit(browser, address, "/")
    browser.run("document.querySelector('.CodeMirror').CodeMirror.setValue('SELECT * { ?a none:b ?c }')")
    assert marks(browser)
    browser.find(".yasqe_queryButton").click()
    browser.wait("document.querySelector('.errorResult bdi')")
    assert browser.text(".errorResult").startswith("لم يُجَب عن السؤال")
    assert "an unknown prefix, none:" in browser.text(".errorResult bdi")


def marks(browser: Browser) -> int:
    """How many signs of an error the editor shows."""
    return browser.run("return document.querySelectorAll('.parseErrorIcon, .query_error').length")


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 500, 1280])
def test_the_first_query_is_whole_and_without_an_error(browser: Browser, address: str, width: int) -> None:
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        visit(browser, address, "/")
        browser.find(".yasqe_queryButton").click()
        assert cells(browser)
        assert marks(browser) == 0
        browser.run("const { CodeMirror: it } = document.querySelector('.CodeMirror'); it.setValue('# '.repeat(200));")
        covered = browser.run(COVERED)
    finally:
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert covered == []


COVERED = """
    const text = document.createRange();
    text.selectNodeContents(document.querySelector('.CodeMirror-line span'));
    const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const buttons = [...document.querySelectorAll('.yasqe_buttons button')].map((one) => one.getBoundingClientRect());
    return [...text.getClientRects()].filter((line) => buttons.some((button) => over(line, button)));
"""


@pytest.mark.browser
def test_hostile_text_is_shown_and_runs_nothing(browser: Browser, address: str) -> None:
    visit(browser, address, "/")
    text = "<img src=x onerror=document.title='ran'><script>document.title='ran'</script>"
    query = f"SELECT (\"{text}\" AS ?text) (<javascript:document.title='ran'> AS ?link) {{}}"
    browser.run("document.querySelector('.CodeMirror').CodeMirror.setValue(arguments[0])", query)
    browser.find(".yasqe_queryButton").click()
    assert cells(browser) == [text, "javascript:document.title='ran'"]
    assert browser.find(".yasr tbody a").get_attribute("href") is None
    assert browser.driver.title != "ran"
    assert browser.complaints() == []


@pytest.mark.browser
def test_the_network_page_runs_under_the_policy_of_the_server(browser: Browser, address: str) -> None:
    visit(browser, address, "/network?language=en")
    assert browser.requests() == [f"{address}/network?language=en"]
    assert browser.complaints() == []
