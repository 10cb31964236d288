"""Layers of texts: furniture, posts, credits, dates. The stored text is never touched."""

from __future__ import annotations

import pytest

from atstake.intake.draft import Draft
from atstake.intake.layers import documents
from atstake.model.text import Document

BODY = "The harbour council said on Monday that the ferry talks would go on for another week."


def layered(text: str, **fields: object) -> Document:
    return documents(Draft(text, **fields))[0][0]  # type: ignore[arg-type]


def furniture(text: str, **fields: object) -> list[tuple[str, str]]:
    document = layered(text, **fields)
    return [(f.kind, document.text[f.span.start : f.span.end]) for f in document.furniture]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Share this articleComments", "share-buttons"),
        ("Facebook Twitter Email", "share-buttons"),
        ("Copyright", "copyright-label"),
        ("© 2015 Harbour News. All rights reserved.", "copyright-label"),
        ("Read more: Why the ferries stopped", "link-line"),
        ("Follow the harbour master’s journeys here", "link-line"),
        ("Follow @harbournews", "link-line"),
        ("Harbour fire:'It was cold': Will the council meet again?", "link-line"),
        (
            "Photos: The quay A boat. Hide Caption 1 of 2 Photos: The quay Two. Hide Caption 2 of 2",
            "caption",
        ),
        ("https://sample.invalid/talks", "link-line"),
        ("Sign up for our daily newsletter", "other"),
        (
            "Newsletter Sign Up Continue reading the main story Invalid email address. Please re-enter.",
            "other",
        ),
        ("Get the morning news in your inbox. By signing up, you agree to our privacy policy.", "other"),
        ("Updated at 10:32 a.m. ET", "other"),
        ("This story has been updated.", "other"),
        ("FILE PHOTO: A ferry leaves the harbour, May 4, 2015. REUTERS/Ann Lee", "caption"),
        ("Dockers wait outside the hall on Monday. (AP Photo/Ann Lee)", "caption"),
        ("CLOSE The harbour council says that it will open the quay. Newsreel", "caption"),
        ("Ida Holm, right, arrives in Halden, Saturday, July 7, 2018. Ann Lee/Pool via Reuters", "caption"),
        ("Ann Lee and Bo Roe contributed to this report.", "byline"),
        ("Ann Lee contributed reporting from Halden, Arland. Bo Roe also contributed.", "byline"),
        ("Harbour Press writer Ann Lee contributed to this report. Roe reported from Halden.", "byline"),
        ("HP writers Ann Lee and Bo Roe in Halden contributed to this report.", "byline"),
        ('<a href="https://sample.invalid">', "embed-code"),
    ],
)
def test_furniture_line(line: str, kind: str) -> None:
    assert furniture(f"{BODY}\n\n{line}\n\n{BODY}") == [(kind, line)]


def test_the_label_of_a_summary_is_no_part_of_its_first_sentence() -> None:
    line = "Story highlights Dozens of dockers remain in the harbour, a union says"
    assert furniture(f"{BODY}\n\n{line}\n\n{BODY}") == [("other", "Story highlights")]
    assert not furniture(f"{BODY}\n\nStory highlights the plight of dockers, he said.\n\n{BODY}")


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell.",
        "Share of votes",
        "Advertisement spending rose by a third.",
        "Copyright law will change in 2016, the minister said.",
        "Follow the money, she said, and you will end up here in the harbour.",
        "Read more carefully, the treaty says nothing about ferries.",
        "Related: he also said that the pier was unsafe.",
        "Updated figures from the ministry show that 30 people died.",
        "More people were killed here",
        "“Sign up for the newsletter,” she said.",
        "He contributed to this report.",
        "Dockers in Halden contributed to this report on Tuesday, the council said.",
        "The Harbour Post reported from Halden.",
        "The picture was taken by Reuters.",
        "Watch out, he said, the pier is not safe here.",
        "Remember when — <checks notes> — the pier was new?",
        "Twitter",
    ],
)
def test_prose_is_kept(line: str) -> None:
    assert furniture(f"{BODY}\n\n{line}\n\n{BODY}") == []


def test_related_headlines_are_furniture_and_links() -> None:
    links = "Dockers strike for a third day in Nordhafen\n\nWhat a pier costs to repair"
    text = f"{BODY}\n\nYou might also like\n\n{links}"
    document = layered(text)
    assert [f.kind for f in document.furniture] == ["related-heading", "related-link", "related-link"]
    assert [link.title for link in document.related] == [
        "Dockers strike for a third day in Nordhafen",
        "What a pier costs to repair",
    ]


def test_repeated_title_and_neighbouring_buttons() -> None:
    text = f"Ferry talks go on\n\nFerry talks go on\nShare this article\nClose Button Share\n\n{BODY}"
    assert furniture(text, title="Ferry talks go on") == [
        ("repeated-title", "Ferry talks go on"),
        ("share-buttons", "Share this article\nClose Button Share"),
    ]


def test_broken_remains_of_posts_become_documents() -> None:
    text = (
        f'{BODY}\n\nTalks go on #ferry</a> <a href="https://t.co/a1">pic.twitter.com/a1</a></p>'
        f"&mdash; Harbour Desk (harbourdesk) December 15, 2015\n\n{BODY}\n\n"
        "No ferry today. pic.twitter.com/b2\n\n"
        f"— Ann Lee (@annlee) December 13, 2015\n\n{BODY}"
    )
    (article, first, second), _ = documents(Draft(text, id="a"))
    assert article.text == text and len(article.posts) == 2
    assert (first.author, first.handle, first.published) == ("Harbour Desk", "harbourdesk", "2015-12-15")
    assert (second.author, second.handle, second.published) == ("Ann Lee", "annlee", "2015-12-13")
    for post in (first, second):
        assert post.parent == "a" and post.parent_span
        assert text[post.parent_span.start : post.parent_span.end] == post.text
    read = second.text
    for item in reversed(second.furniture):
        read = read[: item.span.start] + read[item.span.end :]
    assert read.strip() == "No ferry today."


def test_where_a_post_begins_is_not_guessed() -> None:
    """In one long block nobody can tell the reporter's words from the post's: wrong mouth."""
    article, *posts = documents(Draft(f"{BODY} {BODY} {BODY} No ferry. — Ann (@ann) December 13, 2015"))[0]
    assert not posts and not article.posts


def test_byline_agencies_and_no_break_spaces() -> None:
    document = layered(f"By\xa0Harbour News with\xa0APTN, Reuters, AFP\n\n{BODY}")
    assert [c.agency for c in document.agencies] == ["APTN", "Reuters", "AFP"]
    for credit in document.agencies:
        assert credit.span and document.text[credit.span.start : credit.span.end] == credit.agency


@pytest.mark.parametrize(
    ("start", "dateline", "agencies"),
    [
        ("MOSCOW, Dec 15 (Reuters) - ", "MOSCOW, Dec 15 (Reuters) -", ["Reuters"]),
        ("BEIRUT (AP) — ", "BEIRUT (AP) —", ["AP"]),
        ("MOSCOW (Harbour Wire) - ", "MOSCOW (Harbour Wire) -", ["Harbour Wire"]),
        ("VIENNA — ", "VIENNA —", []),
        ("ELK RIVER, Minn. — ", "ELK RIVER, Minn. —", []),
        ("DEAR ABBY — ", None, []),
        ("Ferries (red) - ", None, []),
    ],
)
def test_dateline(start: str, dateline: str | None, agencies: list[str]) -> None:
    document = layered(start + BODY)
    found = document.dateline
    assert (document.text[found.start : found.end] if found else None) == dateline
    assert [c.agency for c in document.agencies] == agencies


def test_credit_at_the_end_and_in_contributions() -> None:
    assert [c.agency for c in layered(f"{BODY} —Reuters").agencies] == ["Reuters"]
    contributed = layered(f"{BODY}\n\nThe Associated Press contributed to this report.")
    assert [c.agency for c in contributed.agencies] == ["AP"]
    assert not layered(f"{BODY} He spoke to Reuters on Monday.").agencies


@pytest.mark.parametrize(
    ("text", "record", "published", "origin"),
    [
        ("Thu Sep 5 2013 Ferry sinks off Nordhafen. " + BODY, "2011-02-02", "2013-09-05", "dateline"),
        ("Ferry sinks off Nordhafen AFP Friday 22 Jul 2016 " + BODY, "2016-06-04", "2016-07-22", "dateline"),
        ("MOSCOW, Dec 15 (Reuters) - " + BODY, "2015-12-16", "2015-12-16", "record"),
        ("MOSCOW, Dec 15 (Reuters) - " + BODY, "2015-12-29", "2015-12-15", "dateline"),
        ("MOSCOW, Dec 31 (Reuters) - " + BODY, "2016-01-09", "2015-12-31", "dateline"),
        ("5 May 1945 was a Saturday. " + BODY, "2015-12-16", "2015-12-16", "record"),
    ],
)
def test_dateline_beats_a_record_that_is_far_off(text: str, record: str, published: str, origin: str) -> None:
    document = layered(text, title="Ferry sinks off Nordhafen", published=record, published_from="record")
    assert (document.published, document.published_from) == (published, origin)


def test_headings() -> None:
    text = f"Ferry talks go on\n\n{BODY}\n\nWho is involved?\n\n{BODY}\n\nThe pier\n\n{BODY}\n\nIt rained."
    document = layered(text, title="Ferry talks go on")
    assert [text[h.start : h.end] for h in document.headings] == ["Who is involved?", "The pier"]


def test_lines_of_hard_wrapped_copy_are_no_furniture() -> None:
    wrapped = (
        "The harbour council said on Monday that it would ask the board to\n"
        "Share this article\n"
        "with the dockers and with everyone else who has an interest in it\n"
        "because nobody in the town had been told what the treaty said and\n"
        "because the ferries would stop on Friday if the two sides did not\n"
        "agree on a date, which the board has so far refused to do, with a\n"
        "statement that many in the town found hard to understand and that\n"
        "the mayor called unhelpful.\n\n"
        "ADVERTISEMENT\n\n"
        "It rained on the pier for the whole day, the harbour master noted\n"
        "in the book that he keeps for such things in the small office.\n"
    )
    assert furniture(wrapped) == [("advertisement", "ADVERTISEMENT")]


@pytest.mark.parametrize(
    ("foot", "kinds"),
    [
        ("SHH 11", ["other"]),
        ("About us Careers Privacy Policy Cookie Policy", ["other"]),
        ("(Source: Harbour Board + Agencies)", ["byline"]),
        ("Read also", ["other"]),
        ("The mayor agreed", []),
        ("The privacy policy of the port was not discussed", []),
    ],
)
def test_foot_behind_the_last_sentence(foot: str, kinds: list[str]) -> None:
    assert furniture(f"{BODY} It rained. {foot}") == [(kind, foot) for kind in kinds]


def test_headlines_set_behind_a_name_in_a_sentence_are_furniture():
    run = "Jane (Jan) Mary DoeSenate puts off the harbour vote The morning ledger: What to watch MORE"
    text = f"{BODY}\n\nSen. Jane Doe {run} (R-Ut.) said the harbour could wait.\n\n{BODY}"
    assert ("related-link", run) in furniture(text)
    plain = f"{BODY}\n\nSen. Jane Doe wants MORE of the harbour, said Mary Doe.\n\n{BODY}"
    assert not furniture(plain)


@pytest.mark.parametrize(
    "about",
    [
        "Jo Lind is a reporter for the Halden Post. Follow her on Twitter @jolind.",
        "Jo Lind, a member of the Post's board of contributors, is an author of five books.",
        "• Jo Lind can be reached at [email protected] and on Twitter @jolind.",
        "You can follow Jo Lind on Twitter at @jolind, and on Instagram.",
        "The author is a senior fellow at the Halden Institute.",
    ],
)
def test_who_wrote_a_text_is_no_part_of_its_story(about: str) -> None:
    assert furniture(f"{BODY}\n\nIt rained all day in Halden.\n\n{about}") == [("byline", about)]


@pytest.mark.parametrize(
    "told",
    [
        "Ivo Brandt is a reporter who has followed the harbour for years, and Brandt was there again.",
        'Jo Lind, a reporter for the Post, is "furious," she said.',
        "The council is to follow the ferry on its way to Brock.",
    ],
)
def test_what_a_text_tells_of_a_reporter_stays(told: str) -> None:
    assert furniture(f"{BODY}\n\nBrandt wrote of it all day in Halden.\n\n{told}") == []


def test_a_sentence_that_begins_with_close_is_part_of_the_reading():
    assert not furniture(f"{BODY}\n\nClose ties with Brenia ended on Monday.")
