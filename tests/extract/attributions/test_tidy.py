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


def test_a_quotation_that_closes_a_paragraph_is_not_of_the_next_ones_verb():
    def parts(source: str, cue: str) -> list[str]:
        text = f"Ana Koro was there. “It was pure madness.”\n\n{source} {cue} the new plan."
        spans = [
            Span(text.index(w), text.index(w) + len(w)) for w in ("“It was pure madness.”", "the new plan")
        ]
        where = Span(text.index(cue), text.index(cue) + len(cue))
        who = Span(text.index(source), text.index(source) + len(source))
        return [text[s.start : s.end] for s in in_reach(read(text), spans, (where, who), where)]

    assert parts("The council", "has approved") == ["the new plan"]
    assert len(parts("She", "called for")) == 2
    assert len(parts("Koro", "added that she liked")) == 2


def test_why_a_source_is_not_named_is_no_word_of_theirs():
    text = (
        "An envoy, speaking on condition of anonymity to discuss the secret talks, said the hall was empty."
    )
    reading = read(text)

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    parts, cue = [at("the secret talks"), at("the hall was empty")], at("said")
    assert in_reach(reading, parts, (cue,), cue) == parts[1:]
    assert in_reach(reading, parts[:1], (cue,), cue) == parts[:1]


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
