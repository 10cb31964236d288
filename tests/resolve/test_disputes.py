from __future__ import annotations

from dataclasses import replace

import numpy as np
from tests.resolve.made_statements import Story, figure

from atstake.model.annotations import Act
from atstake.model.claims import Dispute, Resolution
from atstake.resolve.disputes import Disputes
from atstake.resolve.figures_apart import agree
from atstake.resolve.pairs import Context, candidates, may_answer
from atstake.resolve.signals import Signals, answering
from atstake.resolve.units import units

ACCUSED = ("Aldovia accused Brenia of shelling the border town of Karst.", "Aldovia", "accused", "accuses")
PADDING = (
    "The town lies in the hills.",
    "Its market opens on Sundays.",
    "Snow had fallen overnight.",
)


def resolved(story: Story) -> Resolution:
    return Disputes()(story.evidence(), story.resolution())


def best(story: Story) -> Dispute:
    return resolved(story).disputes[0]


def test_this_points_to_the_accusation_before() -> None:
    story = Story().document("a", *PADDING, ACCUSED, ("Brenia denied this.", "Brenia", "denied", "denies"))
    found = best(story)
    assert found.a.quote == ACCUSED[0]
    assert found.b.quote == "Brenia denied this."
    assert (found.speaker_a, found.speaker_b) == ("government-aldovia", "government-brenia")
    assert (found.relation, found.explicit) == ("denies", True)
    assert found.confidence > 0.3


def test_the_accusation_some_sentences_back() -> None:
    denial = ("Brenia called the accusation baseless.", "Brenia", "called", "denies")
    story = Story().document("a", ACCUSED, *PADDING, denial)
    assert best(story).a.quote == ACCUSED[0]


def test_a_demand_is_rejected_not_denied() -> None:
    demand = ("Corland demands that Brenia withdraw its troops.", "Corland", "demands", "demands")
    refusal = ("Brenia rejected the demand.", "Brenia", "rejected", "rejects")
    found = best(Story().document("a", *PADDING, demand, refusal))
    assert (found.relation, found.a.quote) == ("rejects", demand[0])


def test_a_denial_that_hangs_on_the_accusation() -> None:
    line = "Aldovia accused Brenia of shelling the border town, a charge denied by Brenia."
    found = best(Story().document("a", *PADDING, (line, "Aldovia", "accused", "accuses")))
    assert found.a.quote == "Aldovia accused Brenia of shelling the border town, a charge"
    assert found.b.quote == "denied by Brenia."
    assert found.speaker_b == "government-brenia"


def test_what_is_cut_before_the_answer_begins_with_the_side_s_own_words() -> None:
    line = "Years later, Aldovia accused Brenia of shelling the border town, a charge denied by Brenia."
    found = best(Story().document("a", *PADDING, (line, "Aldovia", "accused", "accuses")))
    assert found.a.quote == "Aldovia accused Brenia of shelling the border town, a charge"
    text = " ".join((*PADDING, line))
    assert [text[s.start : s.end] for s in found.a.spans] == list(found.a.quotes)


def test_a_denial_told_by_another_is_the_denier_s() -> None:
    told = (
        "Okafor said he had spoken with Brenia, who denied the shelling of Karst.",
        "Okafor",
        "said",
        "says",
    )
    found = resolved(Story().document("a", *PADDING, ACCUSED, told)).disputes
    assert {d.speaker_b for d in found if d.relation == "denies"} == {"government-brenia"}


def test_who_tells_of_a_denial_is_not_who_is_denied() -> None:
    told = ("Okafor said he had met Brenia, who denied the shelling of Karst.", "Okafor", "said", "says")
    again = ("Brenia denied the shelling of Karst.", "Brenia", "denied", "denies")
    story = Story().document("a", *PADDING, ACCUSED, told).document("b", *PADDING, ACCUSED, again)
    context = Context(units(story.evidence(), story.resolution()))
    every = {i: unit for i, unit in enumerate(context.units)}
    (teller,) = (i for i, u in every.items() if u.speaker == "okafor")
    accusers = [i for i, u in every.items() if u.speaker == "government-aldovia" and u.of is None]
    denials = [i for i, u in every.items() if u.act == "denies" and u.of is None]
    assert len(denials) == 2
    signals = Signals(context)
    for b in denials:
        assert signals(np.array([teller]), np.array([b]))["tells-its-answer"][0]
        assert "tells-its-answer" not in signals(np.array(accusers), np.full(len(accusers), b))


def test_whom_a_clause_names_refuses_not_who_tells_of_it() -> None:
    line = "Okafor demanded a new bridge that Brenia and Corland reject."
    story = Story().document("a", *PADDING, (line, "Okafor", "demanded", "demands"))
    found = units(story.evidence(), story.resolution())
    assert [u.speaker for u in found if u.inner == "rejects"] == ["government-corland"]


def test_the_same_sentence_in_another_paper_is_not_what_a_denial_answers() -> None:
    line = ("Brenia denied shelling the border town of Karst on Sunday.", "Brenia", "denied", "denies")
    story = Story().document("a", *PADDING, ACCUSED, line).document("b", *PADDING, line)
    found = Context(units(story.evidence(), story.resolution()))
    pairs = [(found.units[a], found.units[b]) for a, b in candidates(found)]
    assert pairs
    assert not [1 for a, b in pairs if a.whole == b.whole and a.document != b.document]


def test_a_sentence_that_holds_another_s_words_in_a_row_is_a_copy() -> None:
    said = "“I am sorry that the great talks on the harbour of Karst cannot be held,” Ruiz rejected."
    ahead = "Late on a rainy evening, after a long walk along the old wall of the quiet town with friends, "
    lines: list[tuple[str, str, str, Act]] = [
        (text, "Ruiz", "rejected", "rejects") for text in (said, ahead + said)
    ]
    story = Story().document("a", *PADDING, lines[0]).document("b", *PADDING, lines[1])
    found = Context(units(story.evidence(), story.resolution()))
    assert not [1 for a, b in candidates(found) if found.units[a].document != found.units[b].document]


def test_what_stands_behind_a_demand_without_a_word_of_an_answer_is_none() -> None:
    demand = ("Aldovia urged Brenia to reopen the dam.", "Aldovia", "urged", "demands")
    for line, answers in (("Ruiz said the long harvest was a poor one.", False), ("Ruiz said so.", True)):
        story = Story().document("a", demand, (line, "Ruiz", "said", "says"))
        context = Context(units(story.evidence(), story.resolution()))
        b = next(i for i, u in enumerate(context.units) if u.speaker == "ruiz")
        assert may_answer(context, b) is answers


def test_who_turns_nothing_down_hardly_answers() -> None:
    demand = ("Aldovia urged Brenia to reopen the dam.", "Aldovia", "urged", "demands")
    lines = [
        ("Brenia said the dam stays shut.", "Brenia", "said", "says"),
        ("Brenia refused.", "Brenia", "refused", "rejects"),
    ]
    weak = []
    for line in lines:
        story = Story().document("a", demand, line)
        context = Context(units(story.evidence(), story.resolution()))
        b = next(i for i, u in enumerate(context.units) if u.speaker == "government-brenia" and u.of is None)
        weak.append(answering(context, b).get("weak", 0.0))
    assert weak == [1.0, 0.0]


def test_no_speaker_rather_than_the_wrong_one() -> None:
    story = Story().document("a", ACCUSED, ("Officials there denied this.", "", "denied", "denies"))
    assert best(story).speaker_b is None


def test_no_dispute_in_agreement() -> None:
    lines = [
        ("Aldovia said the talks went well.", "Aldovia", "said", "says"),
        ("Brenia praised the talks.", "Brenia", "praised", "praises"),
    ]
    assert resolved(Story().document("a", *lines)).disputes == ()


def test_told_twice_is_one_dispute() -> None:
    denial = ("Brenia denied shelling the border town of Karst.", "Brenia", "denied", "denies")
    story = Story().document("a", ACCUSED, denial).document("b", *PADDING, ACCUSED, denial)
    found = [d for d in resolved(story).disputes if d.relation == "denies"]
    assert len(found) == 1
    assert {t.document for t in (found[0].b, *found[0].also_b)} == {"a", "b"}


def test_the_order_of_documents_changes_nothing() -> None:
    denial = ("Brenia denied shelling the border town of Karst.", "Brenia", "denied", "denies")
    one = Story().document("a", ACCUSED, *PADDING).document("b", denial)
    other = Story().document("b", denial).document("a", ACCUSED, *PADDING)
    assert resolved(one).disputes == resolved(other).disputes


def test_quotes_are_the_words_at_the_spans() -> None:
    line = "Aldovia accused Brenia of shelling the town — “again” — an allegation denied by Brenia."
    story = Story().document("a", *PADDING, (line, "Aldovia", "accused", "accuses"))
    for dispute in resolved(story).disputes:
        for target in (dispute.a, dispute.b):
            text = story.documents[target.document].text
            assert [text[s.start : s.end] for s in target.spans] == list(target.quotes)


def toll(*sides: tuple[str, str, float | None, float | None]) -> list[Dispute]:
    story = Story()
    for n, (sentence, number, low, high) in enumerate(sides):
        key = f"d{n}"
        story.document(key, sentence)
        found = figure(story.documents[key], number, low, high)
        story.annotations[key] = replace(story.annotations[key], figures=(found,))
    return [d for d in resolved(story).disputes if d.relation == "differs-in-figure"]


def test_two_tolls_of_one_attack() -> None:
    found = toll(
        ("The rocket attack on Karst market killed three people.", "three", 3, 3),
        ("The rocket attack on Karst market killed seven people, witnesses said.", "seven", 7, 7),
    )
    assert len(found) == 1


def test_tens_of_thousands_and_sixty_thousand_agree() -> None:
    assert not toll(
        ("Tens of thousands of people fled Karst.", "Tens of thousands", 20000, 99999),
        ("Some 60,000 people fled Karst.", "60,000", 60000, 60000),
    )


def test_what_can_be_one_number() -> None:
    document = Story().document("a", "More than 1,400 people and 1,429 people.").documents["a"]
    more = figure(document, "1,400", 1400, None)
    exact = figure(document, "1,429", 1429, 1429)
    assert agree(more, exact) and agree(exact, more)
    assert not agree(figure(document, "1,400", 45, None), figure(document, "1,429", 70, None))


def test_an_accusation_whose_words_all_stand_in_the_longer_denial_is_what_it_answers() -> None:
    accusation = (
        "Aldovia accused the army of stopping 14 convoys on the road.",
        "Aldovia",
        "accused",
        "accuses",
    )
    longer = (
        "Brenia denied that the army had been stopping convoys on the road, five days after Aldovia "
        "accused it of turning back 14 since the thaw.",
        "Brenia",
        "denied",
        "denies",
    )
    story = Story().document("a", *PADDING, accusation).document("b", longer, date="2020-03-06")
    assert accusation[0] in {d.a.quote for d in resolved(story).disputes}


DENIED = ("Brenia denied the accusation.", "Brenia", "denied", "denies")


def test_whose_accusation_it_is_called_is_looked_for_in_other_articles() -> None:
    answer = ("Okafor's accusation is absurd, Ruiz said.", "Ruiz", "said", "denies")
    accusation = ("Okafor accused Brenia of flooding the valley.", "Okafor", "accused", "accuses")
    story = Story().document("a", *PADDING, accusation).document("b", *PADDING, answer)
    context = Context(units(story.evidence(), story.resolution()))
    met = [(context.units[a].target.quote, context.units[b].target.quote) for a, b in candidates(context)]
    assert (accusation[0], "Okafor's accusation is absurd, Ruiz said") in [(a, b.rstrip(".")) for a, b in met]


def test_a_plain_fact_right_before_is_no_accusation() -> None:
    fact = "It gave the north 46 seats."
    story = Story().document("a", ACCUSED, *PADDING, fact, DENIED)
    assert best(story).a.quote == ACCUSED[0]


def test_an_accusation_against_somebody_else_is_not_what_is_denied() -> None:
    other = ("Okafor accused Corland of theft.", "Okafor", "accused", "accuses")
    story = Story().document("a", ACCUSED, other, *PADDING, DENIED)
    assert best(story).a.quote == ACCUSED[0]


def test_what_is_refused_is_what_was_demanded_not_what_stands_before() -> None:
    demand = ("Corland demanded that Ruiz apologise.", "Corland", "demanded", "demands")
    refusal = ("Ruiz refused to apologise.", "Ruiz", "refused", "rejects")
    between = ("“We do not spy,” Okafor told parliament.", "Okafor", "told", "says")
    story = Story().document("a", *PADDING, demand, between, refusal)
    assert best(story).a.quote == demand[0]


def test_what_another_party_said_is_no_other_telling() -> None:
    quote = ("“They shelled us at night,” Ruiz told reporters.", "Ruiz", "told", "says")
    story = Story().document("a", ACCUSED, quote, DENIED).document("b", ACCUSED, DENIED)
    for found in resolved(story).disputes:
        assert {t.quote for t in found.also_a} <= {found.a.quote}
