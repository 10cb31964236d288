"""Repairs of learned spans, on texts whose spans are given by their words."""

from tests.extract.reading import read

from atstake.extract.attributions.extractor import _speaker_cut_off
from atstake.extract.attributions.tidy import in_reach
from atstake.model.text import Span

REPORT = (
    "Arland denied the charge, its envoy Ana Koro said on Monday after talks in Bern.\n\n"
    "“It never happened. We were not there.”\n\n"
    "The talks go on. Brenia's envoy has left the hall.\n\n"
    "“We are tired of all this.”"
)


def kept(*content: str, cue: str = "said") -> list[str]:
    reading = read(REPORT)
    spans = [Span(at, at + len(words)) for words in content for at in (reading.text.index(words),)]
    where = Span(reading.text.index(cue), reading.text.index(cue) + len(cue))
    return [reading.text[s.start : s.end] for s in in_reach(reading, spans, (where,), where)]


def test_a_quotation_that_opens_the_next_paragraph_goes_on():
    content = ("Arland denied the charge", "“It never happened. We were not there.”")
    assert kept(*content) == list(content)


def test_a_part_behind_the_reporters_words_is_somebody_elses():
    assert kept("Arland denied the charge", "“We are tired of all this.”") == ["Arland denied the charge"]
    assert kept("Arland denied the charge", "Brenia's envoy has left the hall") == [
        "Arland denied the charge"
    ]


def test_paragraphs_that_run_on_stay():
    content = ("Arland denied the charge", "“It never happened. We were not there.”", "The talks go on.")
    assert kept(*content[:2]) == list(content[:2])


def test_what_is_all_far_away_is_left_as_it_was_read():
    assert kept("“We are tired of all this.”") == ["“We are tired of all this.”"]


def test_the_name_before_the_verb_is_its_subject_though_a_report_tells_it():
    text = "All sides must condemn this move Holm said according to the Norden Post report."
    reading = read(text)

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    content, cue = reading.target(at("All sides must condemn this move Holm")), reading.target(at("said"))
    source = reading.target(at("the Norden Post report"))
    assert _speaker_cut_off(text, content, source, cue) == at("Holm")
    whole = reading.target(at("All sides must condemn this"))
    assert _speaker_cut_off(text, whole, source, cue) is None
