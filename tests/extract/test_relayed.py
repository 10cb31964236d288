"""What somebody is told to have said inside another's words; all texts are invented."""

import pytest
from tests.extract.reading import read

from atstake.extract.coreference import Coreference
from atstake.extract.mentions import Mentions
from atstake.model.annotations import Act, Annotations, Attribution
from atstake.model.text import Span


def relayed(text: str, source: str, cue: str, content: str, act: Act = "says") -> list[Attribution]:
    """The attributions found inside one of the text, and that one first."""
    reading = read(text)
    parts = [reading.target(Span(text.index(w), text.index(w) + len(w))) for w in (content, source, cue)]
    found = Annotations("d", attributions=(Attribution("outer", *parts, act=act),))
    found = found.merged(Mentions()(reading, found))
    found = found.merged(Coreference()(reading, found))
    outer = [a for a in found.attributions if a.id == "outer"]
    return [*outer, *(a for a in found.attributions if a.id != "outer")]


def told(content: str, act: Act = "says", source: str = "Paul Brandt") -> list[tuple[str, str, str]]:
    """Who is told to say what, and by which act, in "Paul Brandt said <content>."."""
    found = relayed(f"{source} said {content}.", source, "said", content, act)
    return [(a.source.quote, a.act, a.content.quote) for a in found[1:] if a.source]


def test_who_is_named_at_a_verb_of_speech_says_it():
    assert told("that Chad had promised to share the river") == [("Chad", "promises", "to share the river")]
    assert told("Libya has rejected the offer of talks") == [("Libya", "rejects", "the offer of talks")]
    assert told("the Libyan army denied that it had shelled the port") == [
        ("the Libyan army", "denies", "that it had shelled the port")
    ]
    assert told("Chad accused Libya of shelling the port") == [
        ("Chad", "accuses", "Libya of shelling the port")
    ]
    assert told("Chad scoffed at the demand for talks") == [("Chad", "rejects", "the demand for talks")]


def test_the_owner_of_a_denial_denies():
    text = 'Paul Brandt stressed Tomas Holm\'s "strong" denial of any part in the attack.'
    content = 'Tomas Holm\'s "strong" denial of any part in the attack'
    _, inner = relayed(text, "Paul Brandt", "stressed", content)
    assert (inner.source.quote, inner.act, inner.content.quote) == (
        "Tomas Holm",
        "denies",
        "any part in the attack",
    )


def test_the_outer_statement_stays_and_is_recorded_as_the_one_that_tells_it():
    content = "“Chad promised to share the river. We waited for years.”"
    text = f"{content} Paul Brandt said."
    outer, inner = relayed(text, "Paul Brandt", "said", content)
    assert (outer.content.quote, outer.via) == (content, None)
    assert (inner.via, inner.relayed, inner.form) == ("outer", True, "indirect")


def test_what_a_news_agency_tells_is_the_speakers_own():
    content = "Libya has rejected the offer of talks"
    _, inner = relayed(f"Yonhap said {content}.", "Yonhap", "said", content)
    assert (inner.via, inner.relayed) == ("outer", False)


@pytest.mark.parametrize(
    "content",
    [
        "Chad would promise to share the river",
        "Chad did not promise to share the river",
        "Chad never promised to share the river",
        "Chad should say that it shelled the port",
        "if Chad promised to share the river there would be peace",
        "it is not true that Chad promised to share the river",
        "he hoped that Chad had promised to share the river",
        "Chad reportedly promised to share the river",
        "no minister of Chad promised to share the river",
        "he was waiting for Chad's promise to share the river",
        "they promised to share the river",
        "Chad always says that the river is its own",
        "the storm in Chad threatens to grow and Chad threatens to drown",
        "Chad's threat to the security of Libya is real",
        "the Libyan army denied 40 requests",
        "those Chadian officials who called for talks were wrong",
        "the Libyan companies refused to pay",
        "there was a letter from Chad that said that the river was closed",
        "the dam that Chad has offered to build is dangerous",
    ],
)
def test_what_is_not_told_as_done_is_nobodys(content: str):
    assert told(content) == []


def test_what_is_asked_or_denied_is_not_told():
    assert told("Chad promised to share the river", act="denies") == []
    text = "Paul Brandt asked whether Chad had promised to share the river."
    assert len(relayed(text, "Paul Brandt", "asked", "whether Chad had promised to share the river")) == 1
    quote = "“Has Chad said that it shelled the port?”"
    assert len(relayed(f"{quote} Paul Brandt said.", "Paul Brandt", "said", quote)) == 1


def test_a_claim_that_is_turned_down_is_its_owners():
    text = "Paul Brandt rejected Tomas Holm's claim that the river was closed."
    content = "Tomas Holm's claim that the river was closed"
    _, inner = relayed(text, "Paul Brandt", "rejected", content, "rejects")
    assert inner.source is not None
    assert (inner.source.quote, inner.content.quote) == ("Tomas Holm", "that the river was closed")


def test_who_tells_what_they_said_themselves_says_it_once():
    assert told("that Paul Brandt had promised to share the river") == []


def test_some_of_many_and_mere_places_say_nothing():
    assert told("some Republicans promised to share the river") == []
    assert told("a man in Chad promised to share the river") == []


def test_a_name_behind_the_verb_says_what_stands_before_it():
    text = "The river is lost, said Tomas Holm, according to Paul Brandt."
    _, inner = relayed(text, "Paul Brandt", "according to", "The river is lost, said Tomas Holm")
    assert (inner.source.quote, inner.content.quote) == ("Tomas Holm", "The river is lost")


def test_who_stands_before_the_words_of_the_outer_source_says_them():
    text = "Tomas Holm told investigators that he knew nobody abroad, Paul Brandt said."
    _, inner = relayed(text, "Paul Brandt", "said", "that he knew nobody abroad")
    assert (inner.source.quote, inner.content.quote) == ("Tomas Holm", "that he knew nobody abroad")


def test_a_question_before_the_words_of_the_outer_source_tells_of_nobody():
    text = "Tomas Holm would tell them that he knew nobody abroad, Paul Brandt said."
    assert len(relayed(text, "Paul Brandt", "said", "that he knew nobody abroad")) == 1


def test_a_name_behind_the_verb_stands_outside_of_the_outer_words():
    text = "“The river is lost,” said Tomas Holm, a farmer, according to Paul Brandt."
    _, inner = relayed(text, "Paul Brandt", "according to", "“The river is lost,” said")
    assert (inner.source.quote, inner.content.quote) == ("Tomas Holm", "The river is lost")
