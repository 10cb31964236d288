import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from atstake.brief.compose import compose
from atstake.publish.html import render
from atstake.publish.words import bare, safe_url, text_fragment
from hostile import hostile_brief
from made_story import Story


def page():
    story = Story()
    return render(compose(story.evidence, story.resolution, story.run))


def page_after_all():
    """The same when both events ahead are over, by one and the same report."""
    story = Story()
    report = story.resolution.happenings[0].target
    over = tuple(replace(event, afterwards=report) for event in story.resolution.ahead)
    return render(compose(story.evidence, replace(story.resolution, ahead=over), story.run))


class Reader(HTMLParser):
    """Tags with their attributes, ids, and the links of a page; complains of ends that match nothing."""

    VOID = frozenset({"meta", "br", "input", "link", "img", "hr"})

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.open = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [v for k, v in attrs if k == "id"]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag


@pytest.mark.parametrize("made", [page, page_after_all, lambda: render(hostile_brief())])
def test_it_is_well_formed_with_unique_ids_and_links_that_lead_somewhere(made):
    read = Reader(made())
    assert not read.open
    assert len(read.ids) == len(set(read.ids))
    for tag, attrs in read.tags:
        if tag == "a" and attrs["href"].startswith("#"):
            assert attrs["href"][1:] in read.ids


def test_nothing_is_asked_of_the_network():
    for tag, attrs in Reader(page()).tags:
        assert tag not in {"img", "link", "iframe", "object", "embed", "base", "video", "audio"}
        assert "src" not in attrs and "srcset" not in attrs
    assert "@import" not in page() and not re.search(r"url\((?!#)", page())


def test_the_policy_allows_our_style_and_script_and_nothing_else():
    (policy,) = [a["content"] for t, a in Reader(page()).tags if a.get("http-equiv")]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy and "*" not in policy


def test_no_text_from_outside_acts():
    read = Reader(render(hostile_brief()))
    assert [a.get("type") for t, a in read.tags if t == "script"] == ["application/ld+json", None, "module"]
    assert not {t for t, _ in read.tags} & {"iframe", "img", "object", "foreignobject", "marquee"}
    for _, attrs in read.tags:
        assert not any(k.startswith("on") or k == "style" for k in attrs)
        assert not re.match(r"\s*(javascript|data|vbscript):", attrs.get("href") or "", re.IGNORECASE)
    assert "\u202e" not in render(hostile_brief())


def test_empty_parts_do_not_appear():
    story = Story()
    brief = compose(story.evidence, replace(story.resolution, disputes=(), gaps=()), story.run)
    text = render(brief)
    assert "Claims and counter-claims" not in text and "What we do not know" not in text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//x.example",
        "file:///etc",
        "http:///x",
        "https://a b",
        "https://x\u202e.example",
        "http://[bad",
        "",
    ],
)
def test_urls_that_are_not_links(url):
    assert safe_url(url) == ""


def test_text_fragments_encode_what_the_directive_uses():
    story = Story()
    brief = compose(story.evidence, story.resolution, story.run)
    quote = next(q for q in brief.quotes() if q.target.quote.startswith("Borland's government said"))
    link = text_fragment("https://a.example/p#top", quote)
    assert link.startswith("https://a.example/p#top:~:text=Borland%27s%20government%20said")
    assert text_fragment("ftp://a.example", quote) == ""


def test_the_same_brief_gives_the_same_bytes():
    assert page() == page()


def test_an_anchor_means_the_same_words_in_every_build_or_is_gone():
    story = Story()
    first = compose(story.evidence, story.resolution, story.run)
    documents, gone = dict(story.documents), "other-1"
    added = replace(documents["copy-1"], id="late-1", publisher="Late Edition", published="2021-05-06")
    later = {k: d for k, d in (documents | {"late-1": added}).items() if k != gone}
    second = compose(replace(story.evidence, documents=later), story.resolution, story.run)
    before, after = (
        {line.key: "".join(bare(p) for p in line.parts) for line in b.lines()} for b in (first, second)
    )
    lost = set(before) - set(after)
    assert len(set(before) & set(after)) > 20 and lost
    assert all(before[key] == after[key] for key in set(before) & set(after))
    ids = set(Reader(render(second)).ids)
    assert not lost & ids and len(set(after) & ids) > 20
    assert "not in this edition" in render(second)
