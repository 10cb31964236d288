from dataclasses import replace

from atstake.brief.compose import compose
from atstake.model.brief import Prose
from atstake.model.provenance import Judgement
from atstake.resolve.regrouped import Regrouped
from made_story import Story


def made(*judgements):
    story = Story()
    return compose(replace(story.evidence, judgements=judgements), story.resolution, story.run), story


def test_title_and_standfirst_are_the_editors():
    brief, _ = made(
        Judgement(
            "j-1", "relabel", "title", value="The dam between two states", by="N.N.", at="2021-05-06T10:00:00"
        ),
        Judgement("j-2", "relabel", "standfirst", value="Two states, one river.", at="2021-05-06T10:00:00"),
    )
    assert brief.title.parts == (Prose("The dam between two states"),)
    assert brief.standfirst[0] == "Two states, one river"


def test_a_hidden_line_is_gone_everywhere_and_an_undo_brings_it_back():
    story = Story()
    target = story.t("wire-1", "The talks follow a week of floods.")
    hide = Judgement("j-1", "hide", "line", (target,), at="2021-05-06T10:00:00")
    undo = Judgement("j-2", "undo", "line", at="2021-05-07T10:00:00", undoes="j-1")
    assert not made(hide)[0].why_now
    assert made(hide, undo)[0].why_now


def test_a_pinned_line_leads_and_a_confirmation_is_shown_as_the_editors():
    story = Story()
    target = story.t("wire-1", "The talks follow a week of floods.")
    brief, _ = made(
        Judgement("j-1", "pin", "line", (target,), by="N.N.", at="2021-05-06T10:00:00"),
        Judgement("j-2", "confirm", "line", (target,), by="N.N.", at="2021-05-07T10:00:00"),
    )
    first = brief.key_points.items[0]
    assert first.quotes[0].target == target
    assert first.editor == "Chosen by N.N., 6 May 2021; Confirmed by N.N., 7 May 2021"


def opposed(story, a, b, relation, **more):
    """The story's brief where an editor set one statement against another."""
    said = Judgement(
        "j-1", "oppose", "dispute", (a, b), relation, by="N.N.", at="2021-05-06T10:00:00", **more
    )
    evidence = replace(story.evidence, judgements=(said,))
    return compose(evidence, Regrouped()(evidence, story.resolution), story.run)


def chain_of(brief):
    return next(c for c in brief.claims if c.decided)


def test_statements_that_an_editor_sets_against_each_other_lead_and_say_who_did_it():
    story = Story()
    a = story.t("wire-1", "Arland says the dam must be lowered.")
    b = story.t("other-1", "“The gates were never opened,” Mr Brandt told reporters.")
    brief = opposed(story, a, b, "contradicts")
    chain = brief.claims.items[0]
    assert chain.decided and [q.target for s in chain.steps for q in s.line.quotes] == [a, b]
    assert [s.actor for s in chain.steps] == ["arland", "brandt"]
    assert chain.steps[1].line.editor == "Set against each other by N.N., 6 May 2021"


def test_two_sides_of_one_sentence_are_shown_by_their_own_words():
    story = Story()
    a = story.t("wire-1", "A second round has been tentatively set")
    b = story.t("wire-1", "for June")
    steps = chain_of(opposed(story, a, b, "contradicts")).steps
    assert [s.line.quotes[0].target for s in steps] == [a, b]


def test_a_reporter_who_tells_of_a_refusal_refuses_nothing():
    story = Story()
    a = story.t("wire-1", "Arland says the dam must be lowered.")
    b = story.t("wire-1", "It is not clear whether Borland will attend.")
    brief = opposed(story, a, b, "rejects")
    assert [s.kind for s in chain_of(brief).steps] == ["demand", "report"]
    assert not any(
        "Rejected by" in part.text for k in brief.key_points for part in k.parts if hasattr(part, "text")
    )


def test_a_confirmed_dispute_is_shown_however_unsure_it_was():
    story = Story()
    one = story.resolution.disputes[0]
    weak = replace(one, confidence=0.2, explicit=False)
    found = replace(story.resolution, disputes=(weak,))
    said = Judgement("j-1", "confirm", "dispute", (one.a, one.b), by="N.N.", at="2021-05-06T10:00:00")
    evidence = replace(story.evidence, judgements=(said,))
    shown = compose(evidence, Regrouped()(evidence, found), story.run)
    assert chain_of(shown).steps[0].line.editor == "Confirmed by N.N., 6 May 2021"
    assert not any(len(c.steps) > 1 for c in compose(story.evidence, found, story.run).claims)
