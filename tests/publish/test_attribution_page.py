"""The page of one document's attributions shows all of its text, and nothing unescaped."""

import re
from html import unescape

from atstake.model.annotations import Attribution
from atstake.model.text import Document, Span, Target
from atstake.publish.attribution_page import attribution_page

TEXT = 'Koro said <b>"the strait & the sea"</b> stay closed.\n\nThe mainland denied it.'


def test_the_whole_text_is_there_and_the_parts_are_marked() -> None:
    document = Document("d", TEXT, title="A <sea>")
    made = Attribution(
        "a1",
        Target.of(document, Span(10, 39)),
        source=Target.of(document, Span(0, 4)),
        cue=Target.of(document, Span(5, 9)),
        act="says",
    )
    page = attribution_page(document, [made])
    body = re.search(r'<div class="text">(.*?)</div>', page, re.S)
    assert body
    assert unescape(re.sub(r"<[^>]+>", "", body[1])) == TEXT
    assert '<mark class="source" id="a1" title="1: source, says">Koro</mark>' in page
    assert "<b>" not in page and "<sea>" not in page


def test_overlapping_parts_lose_no_text() -> None:
    document = Document("d", TEXT)
    outer = Attribution("a1", Target.of(document, Span(0, len(TEXT))), channel="transcript")
    inner = Attribution("a2", Target.of(document, Span(72, 74)), source=Target.of(document, Span(54, 66)))
    page = attribution_page(document, [outer, inner])
    body = re.search(r'<div class="text">(.*?)</div>', page, re.S)
    assert body and unescape(re.sub(r"<[^>]+>", "", body[1])) == TEXT


def test_what_stands_in_another_s_words_says_in_which() -> None:
    document = Document("d", TEXT)
    outer = Attribution("a1", Target.of(document, Span(0, len(TEXT))), channel="transcript")
    inner = Attribution("a2", Target.of(document, Span(72, 74)), channel="relayed", via="a1")
    page = attribution_page(document, [outer, inner])
    assert "<td>says, told in 1</td>" in page
