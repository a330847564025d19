import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph

from ingest.addresses import web_address

KEPT = {
    "plain": "https://reed.example/2021/4/7",
    "arabic-path": "https://reed.example/أخبار/سياسة",
    "arabic-host": "http://قصب.example/",
    "port-query-fragment": "https://reed.example:8443/a?b=1&c=%D9%82#top",
    "encoded-already": "https://reed.example/%20%7C",
    "address-of-six": "http://[2001:db8::1]/a",
}
MENDED = {
    "space": ("https://reed.example/a b", "https://reed.example/a%20b"),
    "padded": (" https://reed.example/a\n", "https://reed.example/a"),
    "quote-and-angle": ('https://reed.example/"<a>', "https://reed.example/%22%3Ca%3E"),
    "bar": ("https://reed.example/a|b", "https://reed.example/a%7Cb"),
    "lone-percent": ("https://reed.example/100%", "https://reed.example/100%25"),
    "two-marks": ("https://reed.example/#a#b", "https://reed.example/#a%23b"),
    "turned-text": ("https://reed.example/\u202egpj", "https://reed.example/%E2%80%AEgpj"),
    "not-seen": ("https://reed.example/a\u200bb", "https://reed.example/a%E2%80%8Bb"),
}
REFUSED = {
    "script": "javascript:alert(1)",
    "script-after-web": "javascript://reed.example/%0Aalert(1)",
    "data": "data:text/html,<p>",
    "file": "file:///etc/passwd",
    "relative": "/a/b",
    "without-scheme": "reed.example/a",
    "without-host": "https:///a",
    "user-in-host": "https://reed.example@other.example/",
    "backslash-in-host": "https://reed.example\\@other.example/",
    "space-in-host": "https://reed example/",
    "quote-in-host": 'https://reed".example/',
    "nul": "https://reed.example/\x00a",
    "line-break": "https://reed.example/a\nb",
    "lone-surrogate": "https://reed.example/\ud800",
    "empty": "",
}


@pytest.mark.parametrize("url", KEPT.values(), ids=KEPT)
def test_an_address_stays_as_it_is(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(("url", "mended"), MENDED.values(), ids=MENDED)
def test_what_an_iri_must_not_hold_is_encoded(url: str, mended: str) -> None:
    assert web_address(url) == mended


@pytest.mark.parametrize("url", REFUSED.values(), ids=REFUSED)
def test_what_is_no_address_is_refused(url: str) -> None:
    assert web_address(url) == ""


@settings(deadline=None)
@given(st.text(max_size=12), st.sampled_from(["/", "?", "#", ""]))
def test_encoding_twice_changes_nothing_and_turtle_takes_it(tail: str, mark: str) -> None:
    address = web_address(f"https://reed.example{mark}{tail}")
    assert web_address(address) == address
    if address:
        assert len(Graph().parse(data=f"<{address}> a <{address}> .", format="turtle")) == 1
