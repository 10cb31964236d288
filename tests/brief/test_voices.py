"""What actors say, under the subjects that they share and beside them, read from an invented story."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from atstake.brief.compose.voices import _INSIDE
from atstake.model.brief import Brief
from atstake.pipeline import Story

FIRST = (
    "The council of Halden on Thursday barred two deputies from entering the harbour for a visit.",
    "Mayor Ada Holm said the deputies “planned a visit whose sole aim is to harm the harbour and "
    "deny the town its trade.”",
    "Deputy Karin Lund denounced the decision to bar the deputies as “an affront.”",
    "The dockers' leader, Tomas Brandvold, told reporters that “the two deputies have every right to"
    " visit the harbour and to see what is done there in the name of the town,” and that his men "
    "would let them in.",
    "“The council has closed the harbour to the deputies of its own country,” said Senator Peter "
    "Ekstrom. “That is a shame for Halden. It will be remembered at the polls in the spring, and it "
    "will be remembered by everyone who ever worked on a quay, paid a toll, or waited for a boat in "
    "the rain, because a harbour belongs to all.”",
    "“The visit of the two deputies will cost the harbour of Halden every boat that it has,” said Captain "
    "Anton Brandt, according to Senator Nils Berg.",
    "Deputy Olav Strand shamelessly denounced the visit of the two deputies to the harbour as “a raid.”",
    "Minister Elena Petrakis, while criticising the visit of the deputies to the harbour, has been "
    "much more friendly to the town.",
)
COLUMN = (
    "I say that the council of Halden has shut the harbour to the two deputies for no reason at all.",
    "We should all ask why, and you should ask too.",
    "The Quay Party demanded that the deputies swear on the harbour never to visit Halden again.",
    "Nobody in the harbour can tell me why we put up with that.",
    "You would not, and I would not.",
    "We must ask again at the polls.",
    "My neighbours agree with me, and so should you.",
    "Let us vote.",
)
SECOND = (
    "The council of Halden barred the two deputies from the harbour on Thursday, a day before their visit.",
    "“We will go to the harbour of Halden by boat, with the other deputies or without,” Deputy Maria"
    " Lindqvist wrote.",
)
THIRD = (
    "The visit of two deputies to the harbour of Halden was barred by the council on Thursday.",
    "Jon Vik does not like any visit of the two deputies to the harbour.",
)


@cache
def brief() -> Brief:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "halden.jsonl"
        rows = (
            {"id": f"d{n}", "outlet": f"Paper {n}", "date": f"2021-05-0{n}", "text": "\n\n".join(told)}
            for n, told in enumerate((FIRST, SECOND, THIRD, COLUMN), start=1)
        )
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
        with Story.open(Path(folder) / "halden.atstake") as story:
            story.add(path)
            return story.brief()


def said() -> dict[str, str]:
    held = [s for contest in brief().table for s in contest.stances]
    return {s.name: " ".join(q.target.quote for line in s.lines for q in line.quotes) for s in held}


def test_what_several_speak_of_is_an_issue_and_the_others_follow():
    subject, *_, others = brief().table
    assert [p.target.quote for p in subject.label.quotes] == ["visit of the two deputies"]
    assert {"Ada Holm", "Tomas Brandvold"} <= {s.name for s in subject.stances}
    assert subject.contested and not others.contested
    assert "Peter Ekstrom" in {s.name for s in others.stances}


def test_whoever_speaks_is_told_with_their_words():
    assert {"Karin Lund", "Tomas Brandvold", "Peter Ekstrom", "Maria Lindqvist"} <= said().keys()


def test_what_stands_in_the_key_points_is_not_told_again():
    told = [q.target.quote for line in brief().key_points for q in line.quotes]
    assert any("Ada Holm" in words for words in told) != ("Ada Holm" in said())


def test_who_takes_a_stand_needs_few_words():
    assert said()["Karin Lund"] == (
        "Deputy Karin Lund denounced the decision to bar the deputies as “an affront.”"
    )


def test_of_a_long_quotation_the_sentence_with_its_source_is_shown():
    assert said()["Peter Ekstrom"].startswith("“The council has closed the harbour to the deputies")
    assert "paid a toll" not in said()["Peter Ekstrom"]


def test_what_stands_beside_a_sentence_is_no_voice():
    assert "Elena Petrakis" not in said()


def test_no_voice_begins_inside_its_quotation():
    assert _INSIDE.match("And nothing would have changed,” Holm writes.")
    assert not _INSIDE.match("“Nothing would have changed,” Holm writes.")
    assert not _INSIDE.match('Holm wrote: "Nothing would have changed."')


def test_who_only_tells_anothers_words_is_no_voice():
    assert "Nils Berg" not in said()


def test_what_the_reporter_colours_is_no_voice():
    assert "Olav Strand" not in said()


def test_what_a_column_tells_of_somebody_is_its_charge():
    assert "Quay Party" not in said()


def test_what_somebody_likes_is_the_reporters():
    assert "Jon Vik" not in said()
