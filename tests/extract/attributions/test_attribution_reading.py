"""The extractor as a whole: exact offsets on any text; one article reads the same alone and in a crowd."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.reading import read as parsed

from atstake.extract.attributions.extractor import AttributionExtractor, form_of
from atstake.extract.attributions.tags import OUTPUTS, TAG_IDS
from atstake.extract.encode import Encoder, Floats
from atstake.extract.windows import Window
from atstake.model.annotations import Annotations, Attribution, Mention
from atstake.model.reading import Reading
from atstake.model.text import Document, Span, Turn

STORY = (
    "The islands will close the strait in spring, the foreign minister, Ana Koro, said on Monday.\n\n"
    "“We have warned them before,” she told reporters. “They did not listen. They never do.”\n\n"
    "A spokesman for the mainland denied that its boats had fired, and accused the islanders of theft.\n\n"
    "According to the coastguard, 14 sailors are missing."
)

odd = st.lists(
    st.sampled_from(
        ["“", "”", '"', "''", "‘", "«", "»", "he said", "she denied", " that it is so", ", ", ". ",
         "\n", "\n\n",
         "لافروف قال", "王毅说", "🇸🇾", "👩‍👩‍👧", "Kerry:", "― Lavrov",
         "\u200f", "\u0301", "\x00", "\ufeff", "ﬁ", "İ"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@cache
def extractor(model: str) -> AttributionExtractor:
    return AttributionExtractor(Encoder(model))


def read(document: Document, *mentions: Mention, model: str = "fast") -> tuple[Attribution, ...]:
    reading = Reading(document, document.text, (Span(0, len(document.text)),))
    return extractor(model)(reading, Annotations(document.id, mentions=mentions)).attributions


def check(document: Document, found: tuple[Attribution, ...]) -> None:
    for attribution in found:
        for part in attribution.parts:
            for span, quote in zip(part.spans, part.quotes, strict=True):
                assert document.text[span.start : span.end] == quote
                assert quote.strip()
        assert 0 <= attribution.probability <= 1
    assert len({a.id for a in found}) == len(found)


def by_content(found: tuple[Attribution, ...], words: str) -> Attribution:
    return next(a for a in found if words in " ".join(a.content.quotes))


@given(odd)
@settings(max_examples=60, deadline=None)
def test_any_text(text: str) -> None:
    document = Document("d", text)
    check(document, read(document))


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "😀", "“", "said"])
def test_hardly_any_text(text: str) -> None:
    document = Document("d", text)
    check(document, read(document))


class Metronome(Encoder):
    """Reads nothing: an attribution every 64 words. The network sees one window at a time, however long
    a text is; all that is round it (cutting, packing, decoding, linking, rules) sees the whole."""

    def _run(self, window: Window) -> Floats:
        columns = np.zeros((len(window.first), OUTPUTS), np.float32)
        columns[:, TAG_IDS["O"]] = 5
        for at, tag in ((0, "B-source"), (1, "B-cue"), (2, "B-content"), (3, "I-content")):
            columns[at::64, TAG_IDS[tag]] = 9
        return columns


def test_two_megabytes_of_one_line() -> None:
    document = Document("d", "x" * 1_000_000 + " “" * 20_000 + "said that " * 96_000)
    reading = Reading(document, document.text, (Span(0, len(document.text)),))
    found = AttributionExtractor(Metronome("fast"))(reading, Annotations("d")).attributions
    assert len(found) > 1000
    check(document, found)


def test_who_said_what() -> None:
    document = Document("d", STORY)
    found = read(document, model="best")
    check(document, found)
    strait = by_content(found, "close the strait")
    assert strait.source and "Ana Koro" in strait.source.quote
    split = by_content(found, "warned them before")
    assert split.source and split.source.quote == "she"
    assert len(split.content.spans) == 2 and split.form == "direct"
    denial, charge = by_content(found, "boats had fired"), by_content(found, "theft")
    assert (denial.act, charge.act) == ("denies", "accuses")
    assert denial.source and charge.source and denial.source.spans == charge.source.spans
    missing = by_content(found, "14 sailors")
    assert missing.source and "coastguard" in missing.source.quote


def test_what_is_told_against_somebody_s_words_is_not_said_by_them() -> None:
    told = "contrary to what President Koro has said, the raids there present no security threat to Borland."
    assert read(Document("d", "First, " + told), model="best") == ()
    said = "President Koro has said the raids there present no security threat to Borland."
    assert by_content(read(Document("d", said), model="best"), "no security threat").source


def test_an_article_reads_the_same_in_a_crowd() -> None:
    alone = read(Document("d", STORY))
    read(Document("other", "Something else entirely, he said. " * 50))
    assert read(Document("d", STORY)) == alone


def test_the_mention_that_is_the_source() -> None:
    document = Document("d", STORY)
    start = STORY.index("Ana Koro")
    reading = Reading(document, STORY, (Span(0, len(STORY)),))
    name = Mention("m1", reading.target(Span(start, start + 8)), "name", "person", Span(start + 4, start + 8))
    assert by_content(read(document, name, model="best"), "close the strait").mention == "m1"


def test_a_post_is_said_by_its_account() -> None:
    document = Document("p", "We reject the new vote. More tomorrow.", kind="post", author="Ana Koro")
    found = [a for a in read(document) if a.channel == "post"]
    assert [a.content.quote for a in found] == [document.text]
    assert found[0].act == "rejects"


def test_turns_of_a_transcript() -> None:
    text = "MINISTER KORO: The strait stays closed.\nQUESTION: Until when?"
    turns = (Turn(Span(0, 13), Span(15, 39)), Turn(Span(40, 48), Span(50, 61)))
    found = [
        a for a in read(Document("t", text, kind="transcript", turns=turns)) if a.channel == "transcript"
    ]
    assert [a.source.quote for a in found if a.source] == ["MINISTER KORO", "QUESTION"]


@pytest.mark.parametrize(
    "headline", ["Koro: Strait stays closed in spring", "Strait stays closed in spring – Koro"]
)
def test_a_headline_by_its_speaker(headline: str) -> None:
    document = Document("h", headline + "\n\nNothing else happened.", headline=Span(0, len(headline)))
    found = by_content(read(document), "Strait stays closed")
    assert found.source and found.source.quote == "Koro"


def test_a_signature() -> None:
    document = Document("s", "“The sea does not belong to anybody at all.”\n― Ana Koro, minister")
    found = by_content(read(document), "The sea does not")
    assert found.source and "Ana Koro" in found.source.quote


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“All of it is quoted.”", "direct"),
        ("none of it is", "indirect"),
        ("that it “is partly” so", "mixed"),
    ],
)
def test_form(text: str, form: str) -> None:
    assert form_of(text, [Span(0, len(text))]) == form


def test_who_puts_a_count_is_found_inside_what_an_agency_tells():
    reading = parsed("The River Council put the death toll at more than 600, according to AFP.")
    found = extractor("best")(reading, Annotations("d")).attributions
    sources = {a.source.quote: a.content.quote for a in found if a.source}
    assert sources["The River Council"] == "the death toll at more than 600"
    assert "AFP" in sources
