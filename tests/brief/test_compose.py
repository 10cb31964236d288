from dataclasses import replace

import pytest

from atstake.brief.check import check
from atstake.brief.compose import compose
from atstake.errors import CheckError
from atstake.model.brief import Prose, Quote
from atstake.model.claims import Resolution
from atstake.model.provenance import Run
from atstake.model.stages import Evidence
from made_story import Story


def made(**options):
    story = Story()
    return compose(story.evidence, story.resolution, story.run, **options), story


def said(line):
    return "".join(p.text if isinstance(p, Prose) else f"“{p.target.quote}”" for p in line.parts)


def test_every_quote_and_its_context_stand_in_the_text():
    brief, story = made()
    assert check(brief, story.documents) > 30


@pytest.mark.parametrize("spoil", ["Borland has denied that.", "borland has denied this."])
def test_a_quote_that_is_not_at_its_span_fails(spoil):
    brief, story = made()
    documents = dict(story.documents)
    wire = documents["wire-1"]
    documents["wire-1"] = replace(wire, text=wire.text.replace("Borland has denied this.", spoil))
    with pytest.raises(CheckError, match="wire-1"):
        check(brief, documents)


def test_a_line_without_words_fails():
    brief, story = made()
    bare = replace(brief.why_now.items[0], parts=(Prose("It is so."),))
    with pytest.raises(CheckError, match="no words"):
        check(replace(brief, why_now=replace(brief.why_now, items=(bare,))), story.documents)


def test_a_chain_runs_from_accusation_to_denial_with_names_and_origins():
    chain = made()[0].claims.items[0]
    assert [(s.kind, s.name) for s in chain.steps] == [
        ("accusation", "Government of Arland"),
        ("denial", "Government of Borland"),
    ]
    assert chain.steps[1].answers == 0
    assert chain.origins == ("o-1", "o-2")
    assert said(chain.steps[1].line) == "“Borland has denied this.”"
    assert [q.target.document for q in chain.steps[1].line.also] == ["other-1"]


def test_a_doubtful_dispute_is_not_shown():
    brief, _ = made()
    shown = {q.target.quote for chain in brief.claims for s in chain.steps for q in s.line.quotes}
    assert not any("counts its dead" in words for words in shown)


def test_a_pronoun_has_its_referent_in_own_words():
    (meeting, _) = made()[0].ahead.items
    assert said(meeting.line) == "Anna Weil “is also scheduled to meet President Olga Marr on Wednesday.”"
    assert (meeting.when, meeting.certainty) == ("5 May 2021", "scheduled")


def test_days_that_only_begin_with_the_telling_are_not_shown():
    story = Story()
    meeting, second = story.resolution.ahead
    told = story.evidence.documents[second.target.document].date
    begun = replace(second, earliest=told, latest=None)
    brief = compose(story.evidence, replace(story.resolution, ahead=(meeting, begun)), story.run)
    assert [n.when for n in brief.ahead.items if n.event == second.id] == [""]


def test_a_past_event_says_what_the_coverage_reports_of_it_and_is_nothing_to_come():
    story = Story()
    meeting, second = story.resolution.ahead
    report = story.resolution.happenings[0].target
    over = replace(meeting, afterwards=report)
    brief = compose(story.evidence, replace(story.resolution, ahead=(over, second)), story.run)
    shown = {n.event: n.outcome for n in brief.ahead}
    assert shown[second.id] is None
    assert [q.target for q in shown[meeting.id].quotes] == [report]
    assert list(shown) == [second.id, meeting.id]
    assert not any("Next, 5 May 2021" in said(line) for line in brief.key_points)
    check(brief, story.documents)


def test_an_event_lists_the_days_it_was_put_on_before():
    story = Story()
    meeting, second = story.resolution.ahead
    states = tuple(
        replace(meeting.tellings[0], earliest=day, latest=day) for day in ("2021-05-06", "2021-05-07")
    )
    moved = replace(meeting, earlier=states)
    brief = compose(story.evidence, replace(story.resolution, ahead=(moved, second)), story.run)
    (before,) = [n.before for n in brief.ahead if n.event == meeting.id]
    assert before == (
        "6 May 2021, scheduled (as told on 4 May 2021); 7 May 2021, scheduled (as told on 4 May 2021)"
    )


def test_a_doubtful_event_ahead_is_not_on_the_page():
    story = Story()
    meeting, second = story.resolution.ahead
    doubtful = replace(second, probability=0.25)
    brief = compose(story.evidence, replace(story.resolution, ahead=(meeting, doubtful)), story.run)
    assert [n.event for n in brief.ahead.items] == [meeting.id]


def test_copies_count_once():
    brief, _ = made()
    card = next(p for p in brief.who if p.actor == "arland")
    assert (card.quoted, card.origins) == (6, 1)
    assert brief.standfirst[1] == "Three articles from three outlets, two independent origins, one post"


def test_long_quotes_are_clipped_between_words_and_say_so():
    brief, story = made(clip=40)
    check(brief, story.documents)
    quotes = [q for line in brief.key_points for q in line.quotes]
    assert all(len(q.target.quote) <= 40 for q in quotes)
    cut = [q for q in quotes if q.cut_after]
    assert cut and all(isinstance(q, Quote) and not q.target.quote.endswith("…") for q in cut)


def test_keys_come_from_the_words_and_not_from_what_else_is_in_the_dossier():
    brief, story = made()
    alone = Evidence(
        {k: d for k, d in story.evidence.documents.items() if k != "copy-1"}, story.evidence.annotations
    )
    again = compose(alone, story.resolution, story.run)
    before = {line.key: said(line) for line in brief.lines()}
    after = {line.key: said(line) for line in again.lines()}
    assert len(set(before) & set(after)) > 20
    assert all(before[k] == after[k] for k in set(before) & set(after))


def test_anchors_are_unique():
    keys = [line.key for line in made()[0].lines()]
    assert len(keys) == len(set(keys))


def test_order_of_documents_does_not_matter():
    brief, story = made()
    turned = Evidence(
        dict(reversed(story.evidence.documents.items())), dict(reversed(story.evidence.annotations.items()))
    )
    assert compose(turned, story.resolution, story.run) == brief


def test_words_of_somebody_unknown_are_never_the_outlets():
    story = Story()
    resolution = replace(
        story.resolution,
        attributed=tuple(p for p in story.resolution.attributed if p[1] != "arland"),
        actors=(),
    )
    brief = compose(story.evidence, resolution, story.run)
    for line in [*brief.key_points, *brief.why_now]:
        assert said(line) != "“the dam must be lowered”"


def test_an_empty_dossier_has_an_empty_brief():
    brief = compose(Evidence({}, {}), Resolution(), Run("r", "0"))
    assert not any((brief.key_points, brief.who, brief.claims, brief.sources, brief.standfirst))


def test_two_places_of_one_sentence_have_an_anchor_each():
    story = Story()
    (place, *_) = story.resolution.places
    twin = replace(place, id="twin", name="Another")
    brief = compose(story.evidence, replace(story.resolution, places=(place, twin)), story.run)
    assert len({s.line.key for s in brief.where.items}) == 2
