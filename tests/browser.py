"""A real browser for tests of pages: headless Chromium, driven by its own driver.

On a machine without one the tests are skipped and say why; where `PULJELUP_BROWSER` is ``required``, as in continuous
integration, they fail.
"""

from __future__ import annotations

import base64
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

VARIABLE = "PULJELUP_BROWSER"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DRIVERS = ("chromedriver", "chromium.chromedriver")


def found() -> tuple[str, str]:
    """The browser and its driver; skips or fails where there is none."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    driver = next(filter(None, map(shutil.which, DRIVERS)), None)
    if browser and driver:
        return browser, driver
    lacking = "Chromium and its driver are not installed: make browser"
    if os.environ.get(VARIABLE) == "required":
        pytest.fail(lacking)
    pytest.skip(lacking)


@contextmanager
def running() -> Iterator[Any]:
    """A browser; what its console says is kept."""
    browser, driver = found()
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for argument in ("--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.add_argument("--no-sandbox")  # Chromium refuses to run as root with one
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    held = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield held
    finally:
        held.quit()


def look(browser: Any, *, width: int = 1280, height: int = 900, dark: bool = False, media: str = "") -> None:
    """The size of the window, light or dark, and as on which medium it is shown; else as it is."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [
        {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
        {"name": "prefers-reduced-motion", "value": "reduce"},  # what is clicked must not be on its way
    ]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})


def printed(browser: Any) -> bytes:
    """The page as a PDF on A4."""
    options = {"printBackground": True, "preferCSSPageSize": True, "paperWidth": 8.27, "paperHeight": 11.69}
    return base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", options)["data"])
