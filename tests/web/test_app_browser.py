"""The app in a real browser: axe-core, the keyboard, dropped files, decisions, without JavaScript."""

from __future__ import annotations

import os
import shutil
from importlib.resources import files

import pytest

from atstake.publish.html.links import PAGES

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = os.environ.get("ATSTAKE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
AXE = files("axe_playwright_python").joinpath("axe.min.js")
AXE_OPTIONS = {"rules": {"target-size": {"enabled": True}}}
FERRY = (
    "The harbour council of Port Sel said on Monday that the ferry talks would go on. Borland denied this."
)
HOSTILE = "<script>window.hit=1</script><img src=x onerror=window.hit=1>"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM and not os.environ.get("ATSTAKE_REQUIRE_BROWSER"),
        reason="no Chromium: apt-get install chromium",
    ),
]


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as p:
        started = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def show(browser, served, dossier):
    """Opens an address of the app; what the page asked for and what went wrong are on it."""
    base = served(dossier)
    contexts = []

    def opened(path: str, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.base, page.asked, page.wrong = base, [], []
        page.set_default_timeout(60_000)
        page.on("request", lambda r: page.asked.append(r.url))
        page.on("console", lambda m: page.wrong.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: page.wrong.append(str(e)))
        page.on("dialog", lambda d: (page.wrong.append("dialog"), d.dismiss()))
        page.goto(base + path)
        page.wait_for_selector(".bar, .shelf")
        return page

    yield opened
    for context in contexts:
        context.close()


def grave(page) -> list:
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate(AXE.read_text("utf8"))
    found = page.evaluate("options => axe.run(document, options)", AXE_OPTIONS)["violations"]
    return [
        (v["id"], [n["html"][:200] for n in v["nodes"][:3]])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_serious_on_any_page(show, scheme, width):
    page = show("/", color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900})
    paths = ["/", *(f"/d/story/{name}" for name, _ in PAGES), "/d/story/search?q=denied", "/nothing"]
    page.goto(page.base + "/d/story/brief")
    paths += [
        page.locator(f"a[href^='/d/story/{kind}']").first.get_attribute("href")
        for kind in ("actor/", "claim/", "line", "source")
    ]
    for kind in ("dispute", "actor"):
        page.goto(f"{page.base}/d/story/review?kind={kind}")
        paths.append(page.locator(f"a[href^='/d/story/object/{kind}']").first.get_attribute("href"))
    for path in paths:
        page.goto(page.base + path)
        assert grave(page) == [], path
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0, path


def test_from_a_line_to_its_words_and_back(show):
    page = show("/d/story/brief")
    line = page.locator("#key-points .line").first
    words = line.locator("q").first.inner_text()
    line.locator("summary").click()
    line.get_by_role("link", name="In the stored text").first.click()
    mark = page.locator("mark#here")
    assert words.strip("“”")[:30] in page.locator(".text").inner_text()
    assert mark.is_visible() and mark.evaluate("e => e.getBoundingClientRect().top < innerHeight")
    page.locator(".text mark a.cited, .text a.cited").first.click()
    page.wait_for_selector("#main .line blockquote:visible")
    assert page.wrong == [] and all(u.startswith(page.base) for u in page.asked)


def test_files_are_dropped_and_progress_is_shown(show):
    page = show("/d/story/add")
    page.evaluate(
        """text => { const data = new DataTransfer();
        data.items.add(new File([text], "ferry <b>one</b>.txt", { type: "text/plain" }));
        data.items.add(new File([new Uint8Array([137, 80, 78, 71])], "a.png"));
        for (const kind of ["dragenter", "dragover", "drop"])
          document.body.dispatchEvent(
            new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true })); }""",
        f"Title: Ferry talks\nOutlet: Harbour Times\n\n{FERRY}",
    )
    assert page.evaluate("document.querySelector('#files').files.length") == 2
    page.get_by_role("button", name="Read it").click()
    # What was skipped is told while the work still goes on: the link stands when it has ended.
    page.get_by_role("link", name="Open the brief").wait_for()
    told = page.locator("#job").inner_text()
    assert "Ferry talks" in told and "a.png is a picture" in told
    page.get_by_role("link", name="Open the brief").click()
    page.wait_for_load_state()
    assert "Ferry talks" in page.locator("#sources").inner_text() and page.wrong == []


def test_an_editor_decides_with_the_keyboard(show):
    page = show("/d/story/review")
    page.locator("input[name=by]").fill("Ada Holm")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("input[name=by]").input_value() == "Ada Holm"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("a[href^='/d/story/object/dispute']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/object/dispute/**")
    page.get_by_role("button", name="Confirm").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Kept: confirm by Ada Holm").wait_for()
    page.goto(f"{page.base}/d/story/brief")
    assert "by Ada Holm" in page.locator("#claims").inner_text()
    assert page.wrong == []


def test_it_works_without_javascript(show):
    page = show("/d/story/add", java_script_enabled=False)
    page.locator("textarea[name=text]").fill(FERRY)
    page.locator("input[name=title]").fill("Ferry talks")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("link", name="Open the brief").click()
    page.locator("input[name=q]").fill("ferry")
    page.keyboard.press("Enter")
    page.locator(".hits a").first.click()
    assert page.locator("mark#here").inner_text().lower() == "ferry"
    page.goto(f"{page.base}/d/story/decisions")
    page.goto(f"{page.base}/d/story/review")
    page.locator("a[href^='/d/story/object/dispute']").first.click()
    page.get_by_role("button", name="Reject").click()
    page.get_by_text("Kept: reject by").wait_for()
    page.goto(f"{page.base}/d/story/decisions")
    page.get_by_role("button", name="Take back").click()
    page.get_by_text("Kept: undo by").wait_for()
    page.goto(f"{page.base}/d/story/decisions")
    page.locator(".tag", has_text="taken back").wait_for()


def test_hostile_coverage_does_not_run(show):
    page = show("/d/story/add")
    page.locator("textarea[name=text]").fill(f"{HOSTILE} {FERRY}")
    for name in ("title", "outlet"):
        page.locator(f"input[name={name}]").fill(HOSTILE)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_selector("#job h2")
    for path in (
        "/",
        "/d/story/",
        "/d/story/brief",
        "/d/story/review",
        "/d/story/search?q=ferry",
        "/d/story/changes",
    ):
        page.goto(page.base + path)
        assert page.evaluate("window.hit") is None, path
        assert page.locator("main img, main script").count() == 0
    assert page.wrong == [] and all(u.startswith(page.base) for u in page.asked)


def test_another_site_can_neither_frame_nor_send(show, browser, served):
    page = show("/d/story/")
    other = browser.new_page()
    other.set_content(
        f"<iframe src='{page.base}/d/story/'></iframe>"
        f"<form action='{page.base}/d/story/build' method=post><button>Win</button></form>"
    )
    other.wait_for_timeout(500)
    assert "Rift over" not in (other.frames[1].content() if len(other.frames) > 1 else "")
    with other.expect_navigation():
        other.get_by_role("button").click()
    assert "Only the app's own pages" in other.content()
    other.close()
