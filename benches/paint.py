"""How soon a page is painted, and whether it moves then: ``python -m benches.paint PAGE.html...``

Each page is opened from disk in headless Chromium (Debian's, or ATSTAKE_CHROMIUM), on a desk and on a phone,
``--runs`` times; told are its size, the median first contentful paint (Paint Timing) and the worst cumulative
layout shift (Layout Instability) while the page is loaded and read to its end.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
from pathlib import Path
from typing import Any

SIZES = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
_WATCH = """
window.shift = 0;
new PerformanceObserver(list => {
  for (const e of list.getEntries()) if (!e.hadRecentInput) window.shift += e.value;
}).observe({type: "layout-shift", buffered: true});
"""
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def main() -> None:
    """Opens the pages and prints a row for each and each size of window."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", nargs="+", type=Path, metavar="PAGE.html")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    chromium = os.environ.get("ATSTAKE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    print("page\twindow\tMB\tfirst paint, ms\tlayout shift")
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for page in asked.pages:
            for window, size in SIZES.items():
                found = [opened(browser, page, size) for _ in range(asked.runs)]
                paint = statistics.median(first for first, _ in found)
                shift = max(moved for _, moved in found)
                print(f"{page.name}\t{window}\t{page.stat().st_size / 1e6:.2f}\t{paint:.0f}\t{shift:.3f}")
        browser.close()


def opened(browser: Any, path: Path, size: dict[str, int]) -> tuple[float, float]:
    """First contentful paint in milliseconds and the layout shift of one visit."""
    context = browser.new_context(viewport=size, bypass_csp=True)
    page = context.new_page()
    page.add_init_script(_WATCH)
    page.goto(path.resolve().as_uri())
    page.wait_for_function(f"{_PAINT} !== undefined")
    for _ in range(10):
        page.mouse.wheel(0, 2000)
        page.wait_for_timeout(30)
    page.wait_for_timeout(100)
    found = page.evaluate(_PAINT), page.evaluate("window.shift")
    context.close()
    return found


if __name__ == "__main__":
    main()
