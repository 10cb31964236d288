"""Quotations that the reader ties to the wrong one of two who speak in a sentence."""

import re

from tests.extract.reading import read

from atstake.extract.coreference.nested import with_inner
from atstake.extract.coreference.spilled import with_quotations
from atstake.model.annotations import Annotations, Attribution
from atstake.model.reading import Reading
from atstake.model.text import Span, Target


def _target(reading: Reading, *words: str) -> Target:
    return reading.target(*(Span(*re.search(re.escape(w), reading.text).span()) for w in words))  # type: ignore[union-attr]


def _said(reading: Reading, source: str, cue: str, *content: str, form: str = "indirect") -> Attribution:
    return Attribution(
        f"{source}-{cue}",
        _target(reading, *content),
        _target(reading, source),
        _target(reading, cue),
        form=form,  # type: ignore[arg-type]
    )


def test_a_quotation_behind_a_sentence_goes_to_its_main_verb():
    text = "Ada Holm rejected that idea moments after the minister announced it.\n\n“It is no good.”"
    reading = read(text)
    said = (
        _said(reading, "Ada Holm", "rejected", "that idea"),
        _said(reading, "the minister", "announced", "it.", "“It is no good.”"),
    )
    found = with_quotations(reading, Annotations("d", attributions=said)).attributions
    quoted = {a.source.quote: a.content.quotes for a in found if a.source}
    assert quoted == {"Ada Holm": ("that idea", "“It is no good.”"), "the minister": ("it.",)}


def test_a_quotation_behind_an_agency_goes_on_with_who_is_quoted():
    text = "“It is needed,” Ada Holm said on air, the Halden agency reported. “It would be mad to end it.”"
    reading = read(text)
    said = (
        _said(reading, "Ada Holm", "said", "“It is needed,”", form="direct"),
        _said(reading, "the Halden agency", "reported", "“It would be mad to end it.”", form="direct"),
    )
    found = with_quotations(reading, Annotations("d", attributions=said)).attributions
    assert [a.source.quote for a in found if a.source] == ["Ada Holm", "Ada Holm"]


def test_what_a_paper_passes_on_is_who_is_quoted_too():
    text = "“It is needed,” Ada Holm told the Halden Sun, according to pool reports."
    reading = read(text)
    outer = _said(reading, "pool reports", "according to", "“It is needed,” Ada Holm told the Halden Sun")
    found = with_inner(reading, Annotations("d", attributions=(outer,)), {}).attributions
    inner = next(a for a in found if a is not outer)
    assert inner.source is not None
    assert (inner.source.quote, inner.content.quote, inner.form) == ("Ada Holm", "“It is needed,”", "direct")


def test_a_ministry_that_tells_of_a_quotation_relays_it():
    text = "“It is needed,” Ada Holm said, according to the ministry."
    reading = read(text)
    outer = _said(reading, "the ministry", "according to", "“It is needed,” Ada Holm said")
    found = with_inner(reading, Annotations("d", attributions=(outer,)), {}).attributions
    assert [(a.channel, a.form) for a in found if a is not outer] == [("relayed", "indirect")]
