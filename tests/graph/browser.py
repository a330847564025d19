"""Debian's chromium for the tests of the page; what it asked for and what it complained of."""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")


class Browser:
    """A headless browser with what the tests ask of a page."""

    def __init__(self, driver, downloads: Path) -> None:
        self.driver = driver
        self.downloads = downloads

    def open(self, page: Path, fragment: str = "", *, width: int = 1280, height: int = 800) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.driver.get("about:blank")
        for kind in ("performance", "browser"):
            self.driver.get_log(kind)
        self.driver.get(page.as_uri() + (f"#{fragment}" if fragment else ""))
        self.wait("document.documentElement.dataset.ready === 'yes'")

    def run(self, script: str, *arguments):
        """The value of a script's ``return``."""
        return self.driver.execute_script(script, *arguments)

    def wait(self, condition: str, seconds: float = 10):
        until = time.monotonic() + seconds
        while not self.run(f"return Boolean({condition})"):
            assert time.monotonic() < until, f"still not: {condition}"
            time.sleep(0.05)

    def find(self, css: str):
        return self.driver.find_element("css selector", css)

    def text(self, css: str) -> str:
        return self.find(css).text

    def press(self, css: str, *keys: str) -> None:
        """Type into an element."""
        self.find(css).send_keys(*keys)

    def requests(self) -> list[str]:
        """Addresses asked for since the last call; not the page, what it made, and what its policy refused."""
        logged = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        asked = [m["params"] for m in logged if m["method"] == "Network.requestWillBeSent"]
        failed = [m["params"] for m in logged if m["method"] == "Network.loadingFailed"]
        refused = {about["requestId"] for about in failed if about.get("blockedReason") == "csp"}
        urls = [about["request"]["url"] for about in asked if about["requestId"] not in refused]
        return [url for url in urls if not url.startswith(("file:", "data:", "blob:", "about:"))]

    def complaints(self) -> list[str]:
        """Messages of the console since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def download(self, css: str) -> Path:
        """The file that a click gives."""
        before = set(self.downloads.iterdir())
        self.find("#take summary").click()
        self.find(css).click()
        until = time.monotonic() + 10
        while time.monotonic() < until:
            new = [f for f in set(self.downloads.iterdir()) - before if not f.name.endswith(".crdownload")]
            if new and new[0].stat().st_size:
                return new[0]
            time.sleep(0.05)
        raise AssertionError(f"{css} gave no file")


@contextmanager
def chromium(folder: Path) -> Iterator[Browser]:
    """A browser whose downloads go to ``folder``; skips the test where there is none."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed (extra: test)")
    if not (CHROMIUM and DRIVER):
        pytest.skip("no chromium and chromedriver found (Debian: chromium, chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(folder)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    try:
        driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
        yield Browser(driver, folder)
    finally:
        driver.quit()
