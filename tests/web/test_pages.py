"""What the app shows: the brief as it is written, with links that lead to actors, claims and stored words."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape

import pytest
from app_client import links, told

from atstake.cli.asking import _FORMATS
from atstake.model.text import Document, Furniture, Span
from atstake.pipeline import Story
from atstake.publish.html.desk import segments
from atstake.publish.html.links import PAGES
from atstake.publish.html.page import render


def words_of(page: str) -> str:
    """What a page says, without its marks."""
    bare = re.sub(r"<(script|style).*?</\1>|<nav class=\"bar\".*?</nav>", "", page, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bare)).split())


def test_the_shelf_tells_title_documents_last_build_and_what_changed(still):
    page = still.get("/").text
    assert "Rift over Assad persists" in page and "11 articles" in page
    assert re.search(r'Last build: <time datetime="20\d\d-', page)
    assert "Nothing changed since" in page


@pytest.mark.parametrize("name", [name for name, _ in PAGES])
def test_every_page_of_the_bar_is_there_and_says_where_one_is(still, name):
    page = still.get(f"/d/story/{name}").text
    assert f'href="/d/story/{name}" aria-current="page"' in page


def test_the_brief_says_what_the_written_brief_says(still, sample_dossier):
    page = words_of(still.get("/d/story/brief").text)
    with Story.open(sample_dossier, create=False) as story:
        written = words_of(render(story.brief()))
    more = r"\s*(?:Decide on this line|Every telling, every answer|In the stored text|Stored text)\b"
    assert re.sub(more, "", page) == re.sub(more, "", written)


def test_every_link_of_the_brief_leads_somewhere(still):
    brief = still.get("/d/story/brief").text
    for start, least in (("/d/story/actor/", 8), ("/d/story/claim/", 8), ("/d/story/line", 20)):
        found = links(brief, start)
        assert len(found) >= least, start
        for link in found[:: max(1, len(found) // 12)]:
            assert told(still.get(link).text)


def test_the_written_brief_has_no_link_of_the_app(sample_dossier):
    page = (sample_dossier.parent / "brief.html").read_text("utf8")
    assert "/d/" not in page and "Decide on this line" not in page


def test_from_any_line_to_the_stored_text_with_its_words_marked(still):
    brief = still.get("/d/story/brief").text
    documents = still.shelf["story"].edition.made.evidence.documents
    found = [x for x in links(brief, "/d/story/source") if "at=" in x]
    assert len(found) > 30
    for link in found[::7]:
        page = still.get(link.partition("#")[0]).text
        text = re.search(r'<div class="text"[^>]*>(.*?)</div>', page, re.S)[1]
        id = unescape(re.search(r"<code>(.*?)</code>", page)[1]).removeprefix("<bdi>").removesuffix("</bdi>")
        assert unescape(re.sub(r"<[^>]+>", "", text)) == documents[id].text
        start, end = (int(n) for n in re.search(r"at=(\d+)-(\d+)", link).groups())
        marked = "".join(re.findall(r"<mark.*?>(.*?)</mark>", text, re.S))
        assert documents[id].text[start:end] in unescape(re.sub(r"<[^>]+>", "", marked))
        assert page.count('id="here"') == 1


def test_lines_that_a_text_names_stand_in_the_brief(still):
    brief = still.get("/d/story/brief").text
    documents = links(still.get("/d/story/").text, "/d/story/source")
    keys = {x.partition("#")[2] for d in documents for x in links(still.get(d).text, "/d/story/brief#")}
    assert len(keys) > 20
    assert [k for k in keys if f'id="{k}"' not in brief] == []


def test_words_that_are_not_in_a_text_are_said_to_be_gone(still):
    link = links(still.get("/d/story/").text, "/d/story/source")[0]
    for at in ("0-999999999", "9-3", "a-b", "-", "99999999999999-1"):
        assert "are not in this text" in still.get(f"{link}&at={at}").text


def test_search_leads_to_the_words(still):
    page = still.get("/d/story/search", params={"q": "preconditions"}).text
    found = links(page, "/d/story/source")
    assert found and "<mark>" in page
    assert "preconditions" in re.search(r"<mark id=\"here\".*?</mark>", still.get(found[0]).text, re.S)[0]
    assert "No document" in still.get("/d/story/search", params={"q": "zeppelin"}).text
    for odd in ('"', "* OR (", "a" * 5000, "'; DROP TABLE documents; --", "\0"):
        assert still.get("/d/story/search", params={"q": odd})


@pytest.mark.parametrize("name", ["brief", "changes?since=2015-01-01", "review", ""])
def test_no_anchor_of_a_page_leads_nowhere(still, name):
    page = still.get(f"/d/story/{name}").text
    ids = set(re.findall(r' id="([^"]+)"', page))
    assert [x for x in links(page, "#") if x[1:] not in ids] == []


def test_changes_since_a_time_and_a_wrong_time(still):
    assert "Nothing changed" not in still.get("/d/story/changes?since=2015-01-01").text
    assert "Nothing changed" in still.get("/d/story/changes?since=2099-01-01").text
    answer = still.get("/d/story/changes?since=yesterday", status=400)
    assert "yesterday: not a time" in told(answer.text)


@pytest.mark.parametrize("form", _FORMATS)
def test_every_form_is_downloaded_as_it_is_exported(still, form, sample_dossier, tmp_path):
    answer = still.get(f"/d/story/download/{form}")
    assert 'attachment; filename="story.' in answer.headers["content-disposition"]
    with Story.open(sample_dossier, create=False) as story:
        if form in ("csv", "parquet"):
            story.export(form, tmp_path / form)
            held = zipfile.ZipFile(io.BytesIO(answer.content))
            assert {n: held.read(n) for n in held.namelist()} == {
                p.name: p.read_bytes() for p in (tmp_path / form).iterdir()
            }
        elif form != "docx":
            story.export(form, tmp_path / "out")
            assert answer.content == (tmp_path / "out").read_bytes()


def test_without_texts_no_text_leaves(still):
    whole = still.get("/d/story/download/json").json()
    clipped = still.get("/d/story/download/json?text=no").json()
    assert "text" in whole["documents"][0] and "text" not in clipped["documents"][0]


def test_what_is_not_there_is_one_line(still):
    one = "/d/story"
    for path in (
        *("/nothing", "/d/none/", f"{one}/actor/nobody", f"{one}/claim/none", f"{one}/job/99"),
        *(f"{one}/source?doc=../../etc/passwd", f"{one}/line?words=1-2@none", f"{one}/download/exe"),
        *(f"{one}/object/dispute/none", f"{one}/object/nothing/x", f"{one}/review?kind=nothing"),
    ):
        line = told(still.get(path, status=404).text)
        assert line and "\n" not in line.strip() and "Traceback" not in line


def test_a_text_is_cut_into_what_it_was():
    document = Document(
        "d", "Weil said no.\nBrandt\u202e agreed.", furniture=(Furniture(Span(0, 4), "other"),)
    )
    cut = segments(document, [Span(5, 12)], [(Span(0, 13), "line-1"), (Span(5, 9), "line-2")])
    assert "".join(s.text for s in cut) == document.text.replace("\u202e", "[U+202E]")
    assert [(s.text, s.line) for s in cut if s.here] == [("said", "line-2"), (" no", "line-1")]
    assert [s.text for s in cut if s.aside] == ["Weil"] and [s.text for s in cut if s.first] == ["said"]
