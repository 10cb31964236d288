"""Speaker labels: only where they recur and alternate."""

from __future__ import annotations

from atstake.intake.draft import Draft
from atstake.intake.layers import documents
from atstake.model.text import Document


def read(text: str) -> Document:
    return documents(Draft(text))[0][0]


def turns(document: Document) -> list[tuple[str, str]]:
    text = document.text
    return [
        (text[t.speaker.start : t.speaker.end], text[t.content.start : t.content.end]) for t in document.turns
    ]


def test_transcript_with_a_turn_of_two_paragraphs() -> None:
    document = read(
        "Press conference in the harbour\n\nMINISTER LEE: Good evening.\n\nWe have agreed.\n\nQ: On what?\n\n"
        "MINISTER LEE: On ferries.\n\nQ: And the pier?\n\nMS. ROE: Not yet.\n\nThe conference ended at noon."
    )
    assert document.kind == "transcript"
    assert turns(document) == [
        ("MINISTER LEE", "Good evening.\n\nWe have agreed."),
        ("Q", "On what?"),
        ("MINISTER LEE", "On ferries."),
        ("Q", "And the pier?"),
        ("MS. ROE", "Not yet."),
    ]


def test_exchange_inside_an_article_gives_turns_of_one_line() -> None:
    prose = "\n\n".join(["The council met on Monday and spoke about the ferries at length."] * 8)
    document = read(f"{prose}\n\nLEE: We deny it.\n\nROE: You do?\n\nLEE: Yes.\n\nROE: I see.\n\n{prose}")
    assert document.kind == "article"
    assert turns(document)[-1] == ("ROE", "I see.")


def test_labels_of_news_copy_are_no_speakers() -> None:
    document = read(
        "THE FACTS: No ferry sank.\n\nLEE: “It sank.”\n\nTHE FACTS: It did not.\n\nLEE: “It did.”\n\n"
        "UPDATE: More soon.\n\nWATCH: The ferry."
    )
    assert not document.turns and document.kind == "article"


def test_interview_labelled_with_names() -> None:
    document = read(
        "An interview about ferries\n\nAnn Lee: Do they sail?\n\nBo Roe: They do.\n\nEvery day.\n\n"
        "Lee: And the pier?\n\nRoe: It is closed.\n\nLee: Why?\n\nRoe: Rust.\n\nLee: Since when?\n\nRoe: May."
    )
    assert document.kind == "transcript"
    assert turns(document)[:3] == [
        ("Ann Lee", "Do they sail?"),
        ("Bo Roe", "They do.\n\nEvery day."),
        ("Lee", "And the pier?"),
    ]


def test_a_name_that_fits_no_label_ends_a_turn_and_is_nobodys() -> None:
    document = read(
        "Q: Why?\n\nA: Rust.\n\nQ: Since?\n\nHarbour Board: No comment.\n\nIt rained.\n\nA: May.\n\nQ: Ah."
    )
    assert turns(document)[2] == ("Q", "Since?")
    assert all("No comment" not in said and "rained" not in said for _, said in turns(document))


def test_a_list_of_topics_is_no_interview() -> None:
    lines = [
        f"{place}: {n} ferries sailed."
        for n in (1, 2)
        for place in ("Nord", "Sud", "Ost", "West", "Lee", "Kap")
    ]
    assert not read("\n\n".join(lines)).turns
