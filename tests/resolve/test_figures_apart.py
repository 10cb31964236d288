from __future__ import annotations

from dataclasses import replace

from tests.resolve.made_statements import Story, figure

from atstake.model.annotations import Annotations, Figure, TimeExpression
from atstake.model.provenance import target_id
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from atstake.resolve.columns import row
from atstake.resolve.figures_apart import Values, agree, meetings, told
from atstake.resolve.values import DAY, LENGTH, meant, values


def time(document: Document, words: str, kind: str, value: str, day: str | None = None) -> TimeExpression:
    at = document.text.index(words)
    target = Target.of(document, Span(at, at + len(words)))
    return TimeExpression(target_id("time", target), target, kind, value, earliest=day, latest=day)  # type: ignore[arg-type]


def with_layers(story: Story, key: str, **layers: object) -> Evidence:
    story.annotations[key] = replace(story.annotations[key], **layers)  # type: ignore[arg-type]
    return story.evidence()


def met(evidence: Evidence) -> set[tuple[str, str]]:
    """The numbers of the pairs that meet and differ."""
    values = Values(told(evidence, {}))
    words = [t.document.text[t.figure.number.start : t.figure.number.end] for t in values.told]
    return {(words[i], words[j]) for a, b in meetings(values) for i, j in zip(a, b, strict=True)}


def signals(evidence: Evidence) -> dict[str, float]:
    """What speaks for the one pair that meets."""
    values = Values(told(evidence, {}))
    ((a, b),) = (pairs for pairs in meetings(values) if len(pairs[0]))
    assert len(a) == 1
    return row(values.signals(a, b), 0)


def read(story: Story, key: str) -> list[Figure]:
    return values(story.documents[key], story.annotations[key])


def test_numbers_that_are_no_figures_are_values_too() -> None:
    story = Story().document("a", "The inquiry into the ferry ran to 380 pages and named 12 harbour pilots.")
    assert [(f.low, f.of) for f in read(story, "a")] == [(380.0, "pages"), (12.0, "harbour pilots")]


def test_a_number_beside_hardly_a_word_is_none() -> None:
    story = Story().document(
        "a", "Slideshow (3 Images).", "The ferries took 31 prisoners over to Corland in spring."
    )
    assert {t.figure.low for t in told(story.evidence(), {})} == {31.0}


def test_a_number_that_is_a_figure_is_read_once() -> None:
    story = Story().document("a", "The flood killed 17 people in Karst.")
    made = figure(story.documents["a"], "17", 17, 17)
    with_layers(story, "a", figures=(made,))
    assert read(story, "a") == []
    assert [t.figure for t in told(story.evidence(), {})] == [made]


def test_days_and_lengths_of_time_are_values() -> None:
    story = Story().document("a", "The truce of 48 hours was signed on Thursday.")
    document = story.documents["a"]
    times = (
        time(document, "48 hours", "DURATION", "PT48H"),
        time(document, "Thursday", "DATE", "2020-02-27", "2020-02-27"),
    )
    with_layers(story, "a", times=times)
    assert [(f.unit, f.low) for f in read(story, "a")] == [(LENGTH, 2880.0), (DAY, 737482.0)]


def test_now_is_no_day() -> None:
    story = Story().document("a", "The bridge is now closed.")
    now = time(story.documents["a"], "now", "DATE", "PRESENT_REF", "2020-03-01")
    assert values(story.documents["a"], Annotations("a", times=(now,))) == []


def test_nearly_is_not_far_below() -> None:
    story = Story().document("a", "Nearly 500 people died in Karst.", "More than 200 people died there.")
    document = story.documents["a"]
    upper = meant(document, figure(document, "500", None, 500))
    assert upper.low == 450
    assert not agree(upper, figure(document, "200", 200, None))


def test_small_counts_are_not_rounded_large_ones_are() -> None:
    story = Story().document("a", "It was 59, or 60, or 1,390, or 1,400.")
    document = story.documents["a"]
    exact = {
        n: figure(document, w, n, n) for n, w in ((59, "59"), (60, "60"), (1390, "1,390"), (1400, "1,400"))
    }
    assert not agree(exact[59], exact[60])
    assert agree(exact[1390], exact[1400])


def test_days_that_overlap_agree() -> None:
    story = Story().document("a", "It was signed on Thursday.")
    day = figure(story.documents["a"], "Thursday", 100, 100, kind="other", unit=DAY)
    assert agree(day, replace(day, low=98, high=104))
    assert not agree(day, replace(day, low=101, high=101))


def test_a_copy_of_a_weekday_in_a_later_article_is_no_other_day() -> None:
    line = "The treaty on the dam was signed by both engineers on Thursday."
    other = "The treaty on the dam was signed by both engineers on Friday."
    story = Story().document("a", line).document("b", line, date="2020-03-08").document("c", other)
    for key, words, day in (("a", "Thursday", "02-27"), ("b", "Thursday", "03-05"), ("c", "Friday", "02-28")):
        made = time(story.documents[key], words, "DATE", f"2020-{day}", f"2020-{day}")
        with_layers(story, key, times=(made,))
    assert met(story.evidence()) == {("Thursday", "Friday")}


def test_killed_and_injured_are_not_compared() -> None:
    story = Story().document("a", "The blast killed 12.").document("b", "The blast injured 40.")
    with_layers(story, "a", figures=(figure(story.documents["a"], "12", 12, 12),))
    hurt = figure(story.documents["b"], "40", 40, 40, kind="injured")
    assert met(with_layers(story, "b", figures=(hurt,))) == set()


def test_two_values_told_together_elsewhere_are_of_two_things() -> None:
    line = "The ferry carried 120 passengers and 30 sailors from Karst."
    story = Story().document("a", line).document("b", f"Later {line}")
    assert met(story.evidence()) == set()


def test_words_for_one_thing_count_as_the_same() -> None:
    story = Story().document("a", "Brenia sent 300 soldiers to the bridge.")
    story.document("b", "Brenia sent 500 troops to the bridge.")
    assert signals(story.evidence())["of-same"] == 1.0


def test_signals_of_days_have_weights_of_their_own() -> None:
    story = Story().document("a", "The dam broke on Thursday.").document("b", "The dam broke on Friday.")
    for key, words, day in (("a", "Thursday", "02-27"), ("b", "Friday", "02-28")):
        with_layers(
            story, key, times=(time(story.documents[key], words, "DATE", f"2020-{day}", f"2020-{day}"),)
        )
    found = signals(story.evidence())
    assert all(name.startswith("day") for name in found)
    assert found["day-next-day"] == 1.0


def test_values_meet_few_others_however_many_there_are() -> None:
    story = Story()
    for i in range(120):
        story.document(f"d{i:03}", f"The dam held {1000 + 7 * i} barrels of water in Karst.")
    pairs = meetings(Values(told(story.evidence(), {})))
    assert 0 < sum(len(a) for a, _ in pairs) <= 120 * 24
