"""Saved pages: posts lifted out, metadata, hostile markup within limits."""

from __future__ import annotations

import io
import json
import time

import pytest

from atstake.errors import InputError
from atstake.intake import Limits, read_inputs
from atstake.intake.dates import snowflake_time
from atstake.intake.page import Extractor
from atstake.model.intake import Intake

STATUS = (1_450_161_612_000 - 1_288_834_974_657) << 22  # 2015-12-15T06:40:12Z
PARAGRAPHS = [
    f"<p>The harbour council said on Monday that talks number {n} would go on for another week.</p>"
    for n in range(6)
]
POST = (
    '<div class="widget widget--type-twitter"><blockquote class="twitter-tweet">'
    f"<p>Talks go on. No ferry today.</p>"
    f'&mdash; Ann Lee (@annlee) <a href="https://twitter.com/annlee/status/{STATUS}">December 15, 2015</a>'
    "</blockquote></div>"
)
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "headline": "Ferry talks go on",
            "datePublished": "2015-12-15T11:20:00+03:00",
            "author": [{"@type": "Person", "name": "Bo Roe"}],
            "publisher": {"name": "Harbour News"},
        }
    ],
}
PAGE = (
    '<html lang="en"><head><meta property="og:title" content="Another"><script type="application/ld+json">'
    + json.dumps(LINKED)
    + "</script></head><body><nav><a href='/'>Home</a></nav><article><h1>Ferry talks go on</h1>"
    + "".join(PARAGRAPHS[:2])
    + POST
    + "<h2>What divides them</h2>"
    + "".join(PARAGRAPHS[2:])
    + "</article></body></html>"
)


def read_page(markup: str) -> Intake:
    (found,) = read_inputs(["-"], stdin=io.BytesIO(markup.encode()))
    return found


def test_page_with_an_embedded_post() -> None:
    article, post = read_page(PAGE).documents
    assert (article.title, article.publisher, article.authors) == (
        "Ferry talks go on",
        "Harbour News",
        ("Bo Roe",),
    )
    assert (article.published, article.published_from) == ("2015-12-15T11:20:00+03:00", "json-ld")
    assert article.media_type == "text/html" and "number 5" in article.text
    assert [article.text[h.start : h.end] for h in article.headings] == ["What divides them"]
    assert (post.author, post.handle, post.published) == ("Ann Lee", "annlee", "2015-12-15T06:40:12Z")
    assert post.parent_span and article.text[post.parent_span.start : post.parent_span.end] == post.text
    assert article.text.index("number 1") < post.parent_span.start < article.text.index("number 2")
    assert "placeholder" not in article.text and "embedded post" not in article.text


def test_web_archive() -> None:
    head = "MIME-Version: 1.0\r\nSnapshot-Content-Location: https://sample.invalid/1\r\n"
    head += 'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n'
    (found,) = read_inputs(["-"], stdin=io.BytesIO((head + PAGE + "\r\n--b--\r\n").encode()))
    assert found.documents[0].url == "https://sample.invalid/1" and len(found.documents) == 2


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + "<div>" * 5000 + PARAGRAPHS[0],
        "<html><body>" + "<x-y>" * 20_000 + PARAGRAPHS[0],
        "<html><body>" + "<p a=" * 50_000,
        "<html><body><table><tr><td>" * 2000,
        "<html><body><p>\0\ud800&#xFFFFFFFF;&#0;</p>" + PARAGRAPHS[0] * 3,
        "<!DOCTYPE html [<!ENTITY a '&b;&b;'><!ENTITY b '&a;&a;'>]><p>&a;</p>",
    ],
)
def test_hostile_page_is_a_problem_or_a_document(markup: str) -> None:
    (found,) = read_inputs(["-"], stdin=io.BytesIO(markup.encode("utf-8", "surrogatepass")))
    assert bool(found.problem) != bool(found.documents)


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    slow = Extractor(Limits(seconds=0.01))
    started = time.monotonic()
    with pytest.raises(InputError, match="could not be taken apart within"):
        slow(PAGE)
    assert time.monotonic() - started < 5
    slow._limits = Limits()
    assert "number 5" in slow(PAGE)["text"]
    slow.close()


def test_snowflake_time() -> None:
    assert snowflake_time(str(STATUS)) == "2015-12-15T06:40:12Z"
    assert snowflake_time("20") is None
