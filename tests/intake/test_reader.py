"""What may come in, good and bad: each bad input is one clear line, and stops nothing beside it."""

from __future__ import annotations

import gzip
import io
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atstake.intake import Limits, read_inputs
from atstake.model.intake import Intake

SENTENCE = "The harbour council said on Monday that the ferry talks would go on for another week."


def read_bytes(raw: bytes) -> list[Intake]:
    return list(read_inputs(["-"], stdin=io.BytesIO(raw)))


def problem(path: Path, **limits: int) -> str:
    (found,) = read_inputs([str(path)], limits=Limits(**limits))
    assert found.problem and "\n" not in found.problem and not found.documents
    assert found.problem.startswith(found.name)
    return found.problem


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.html", b" \n\t ", "empty"),
        ("a.pdf.txt", b"%PDF-1.4 stuff", "PDF"),
        ("noise.txt", bytes(range(256)) * 40, "binary"),
        ("list.json", b"[1, 2", "not JSON"),
        ("deep.json", b"[" * 100_000, "not JSON"),
        ("none.json", b"[]", "empty"),
        ("bare.html", b"<html><body><script>1</script></body></html>", "no article text"),
        ("deep.html", b"<html><body>" + b"<div>" * 100_000, "deep"),
        (
            "page.mhtml",
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--",
            "without a page",
        ),
        ("feed.xml", b"<rss><channel><title>x</title></channel></rss>", "without entries"),
        ("cut.jsonl.gz", gzip.compress(b'{"text": "x"}\n' * 9000)[:-9], "damaged"),
    ],
)
def test_bad_file_is_one_clear_line(tmp_path: Path, name: str, raw: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    found = list(read_inputs([str(path)]))
    assert says in (found[-1].problem or "")


def test_too_large_a_page_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert "50 MB, over the limit of 10 MB" in problem(path)
    path = tmp_path / "long.txt"
    path.write_text(SENTENCE * 30)
    assert "characters, over the limit" in problem(path, text_characters=1000)


def test_a_missing_file_and_an_address_that_is_none() -> None:
    missing, address = read_inputs(["no/such/file.txt", "http://"])
    assert missing.problem == "no/such/file.txt does not exist"
    assert "cannot be fetched" in (address.problem or "")


def test_folder_with_one_bad_file_yields_the_good_ones(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(SENTENCE)
    (tmp_path / "a.txt").write_text("A first text. " + SENTENCE)
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2" * 500)
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "c.txt").write_text("left beside a saved page")
    (tmp_path / ".hidden").write_text("x")
    found = list(read_inputs([str(tmp_path)]))
    assert [Path(i.name).name for i in found] == ["a.txt", "b.txt", "bad.txt"]
    assert [bool(i.problem) for i in found] == [False, False, True]


def test_records_with_missing_and_wrong_fields() -> None:
    records = [
        {"id": "a", "text": SENTENCE, "date": "2015-12-15"},
        {"id": "b", "title": "No text"},
        {"text": SENTENCE, "date": "2015-13-45"},
        {"id": "a", "text": "Another text. " + SENTENCE},
        [1, 2],
    ]
    raw = "\n".join(json.dumps(r) for r in records).encode() + b'\n{"id": "c", "text"'
    found = read_bytes(raw)
    assert [bool(i.problem) for i in found] == [False, True, False, False, True, True]
    first, bare, twin = (found[i].documents[0] for i in (0, 2, 3))
    assert (first.id, first.published, first.published_from) == ("a", "2015-12-15", "record")
    assert bare.published is None and "date not understood" in found[2].notes[0]
    assert bare.id.startswith("doc-") and twin.id.startswith("doc-")
    assert (
        found[1].problem
        == 'standard input, record 2 has no text (fields: id, title); give it in the field "text"'
    )


def test_raw_bytes_of_a_record_are_its_own_line() -> None:
    lines = [json.dumps({"id": str(n), "text": SENTENCE}).encode() for n in range(3)]
    assert [i.raw for i in read_bytes(b"\n".join(lines))] == lines


def test_encodings() -> None:
    text = "Café owners said that the talks had failed."
    assert read_bytes(text.encode("utf-8-sig"))[0].documents[0].text == text
    assert read_bytes(text.encode("utf-16"))[0].documents[0].text == text
    (latin,) = read_bytes(text.encode("windows-1252"))
    assert latin.documents[0].text == text and "windows-1252" in latin.notes[0]
    (broken,) = read_bytes(text.encode() + b" \xe2\x82 end")
    assert "�" in broken.documents[0].text and "broken UTF-8" in broken.notes[0]


def test_text_with_editors_brackets_is_not_taken_for_json() -> None:
    (found,) = read_bytes(b"[Our reporter writes:] The bridge is closed. [Ends]")
    assert found.documents[0].text.startswith("[Our reporter")


def test_feed_reads_entries_and_expands_nothing() -> None:
    raw = b"""<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]>
    <rss><channel><title>Harbour News</title><item><title>Talks & tides</title>
    <link>https://sample.invalid/1</link><pubDate>Tue, 15 Dec 2015 10:00:00 GMT</pubDate>
    <description>&lt;p&gt;The talks ended.&lt;/p&gt;&lt;p&gt;No date was named. &e;&lt;/p&gt;
    </description></item><item><title>Empty</title></item></channel></rss>"""
    good, bad = read_bytes(raw)
    document = good.documents[0]
    assert document.title == "Talks & tides" and document.publisher == "Harbour News"
    assert (
        document.text.startswith("The talks ended.\n\nNo date was named.") and document.date == "2015-12-15"
    )
    assert "no text" in (bad.problem or "")


def test_ninjs() -> None:
    item = {
        "uri": "urn:sample:1",
        "headlines": [{"role": "main", "value": "Talks end"}],
        "bodies": [{"contenttype": "text/html", "value": "<p>The talks ended.</p><p>No date was named.</p>"}],
        "versioncreated": "2015-12-15T10:00:00Z",
    }
    (found,) = read_bytes(json.dumps(item).encode())
    document = found.documents[0]
    assert (document.id, document.title) == ("urn:sample:1", "Talks end")
    assert document.text == "The talks ended.\n\nNo date was named."


def test_same_input_same_documents_in_any_order(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"{name} text. {SENTENCE}")
    names = [str(tmp_path / f"{n}.txt") for n in "abc"]
    forward = {i.name: i.documents for i in read_inputs(names)}
    assert forward == {i.name: i.documents for i in read_inputs(names[::-1])}


_pieces = st.sampled_from(
    "ADVERTISEMENT|Share this article|By Ann Lee with Reuters|— Ann (@ann) May 4, 2015|</a>|Q: Why?|"
    'pic.twitter.com/x1|MR. LEE: Well.|{|[|"text":|<p>|\ufeff|\ud800|\0|\r\n|\n\n|You might also like|'
    "MOSCOW, Dec 15 (Reuters) -|Title: x|Date: y|5 May 2015|&mdash;|🙂|مرحبا|Copyright 2015".split("|")
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(_pieces, st.text(max_size=20)), max_size=25), st.sampled_from(["", " ", "\n", "\n\n"])
)
def test_any_text_as_a_record_keeps_its_words_and_its_spans(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    (found,) = read_bytes(json.dumps({"text": text, "title": pieces[0] if pieces else ""}).encode())
    if found.problem:
        assert not text.strip()
        return
    article, *posts = found.documents
    assert article.text == text.encode("utf-8", "replace").decode()
    spans = [f.span for f in article.furniture]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in (*spans, *article.headings, *article.posts, *(t.content for t in article.turns)):
        assert span.end <= len(article.text)
    for post in posts:
        assert post.parent_span and post.parent == article.id
        assert article.text[post.parent_span.start : post.parent_span.end] == post.text


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_documents_or_a_problem(raw: bytes) -> None:
    if raw.lstrip().startswith(b"<"):  # pages go through another process; tested apart
        raw = b"x" + raw
    for found in read_bytes(raw):
        assert bool(found.problem) != bool(found.documents)
