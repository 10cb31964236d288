from dataclasses import replace

from tests.resolve.made_statements import Story

import atstake.resolve.units
from atstake.model.annotations import Mention
from atstake.model.claims import Resolution
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from atstake.resolve.nested import nested
from atstake.resolve.pairs import Context
from atstake.resolve.units import Parties, units


def _made() -> tuple[Evidence, Resolution]:
    story = Story().document(
        "a",
        ("Aldovia says Brenia closed the dam.", "Aldovia", "says", "accuses"),
        ("Ruiz denied the accusation by Aldovia.", "Ruiz", "denied", "denies"),
        "The bridge to Corland stays open.",
    )
    return story.evidence(), story.resolution()


def test_units_follow_the_sides_of_actors_as_if_made_anew():
    evidence, before = _made()
    side = before.actors[0].id
    after = replace(before, actors=tuple(replace(a, side=side) for a in before.actors))
    units(evidence, before)
    found = units(evidence, after)
    assert found == atstake.resolve.units._all(evidence, Parties(after))
    assert all(side in u.named for u in found if u.named)


def test_words_are_not_read_again_where_only_sides_change(monkeypatch):
    evidence, before = _made()
    after = replace(before, actors=tuple(replace(a, side="x") for a in before.actors))
    units(evidence, before)
    monkeypatch.setattr(atstake.resolve.units, "_all", None)
    assert units(evidence, after) != units(evidence, before)


def test_an_answer_told_inside_a_quotation_ends_with_it():
    line = (
        "“The king denied it to Brenia, and Corland firmly denied it to me,” Okafor told reporters.",
        "Okafor",
        "told",
        "says",
    )
    story = Story().document("a", line)
    found = units(story.evidence(), story.resolution())
    assert {u.target.quote for u in found if u.inner == "denies" and u.of is None} == {
        "Corland firmly denied it to me,” "
    }


def test_what_is_disputed_of_its_own_is_not_disputed_by_it():
    document = Document("a", "Brenia opened its disputed dam on Sunday.")
    target = Target.of(document, Span(14, 17))
    its = Mention("its", target, "pronoun", "government", target.whole)
    assert nested(document.text, Span(0, len(document.text)), [its], ()) == []


def test_of_what_another_tells_only_answers_take_part_in_disputes():
    story = Story().document(
        "a", ("Aldovia said Brenia wants the dam and denied the demand.", "Aldovia", "said", "says")
    )
    found = story.annotations["a"]
    outer, text = found.attributions[0], story.documents["a"].text
    more = []
    for words, act in (("the dam", "demands"), ("the demand", "denies")):
        target = Target.of(story.documents["a"], Span(text.index(words), text.index(words) + len(words)))
        more.append(replace(outer, id=act, content=target, act=act, channel="relayed", via=outer.id))
        story.attributed.append((act, "government-brenia"))
    story.annotations["a"] = replace(found, attributions=(outer, *more))
    made = units(story.evidence(), story.resolution())
    told = {u.id: (u.via, u.inner) for u in made if u.attribution}
    assert told == {outer.id: (None, None), "demands": (outer.id, None), "denies": (outer.id, "denies")}
    assert {u.id for u in Context(made).units if u.attribution} == {outer.id, "denies"}


def _found(*lines):
    story = Story().document("a", *lines)
    return units(story.evidence(), story.resolution())


def test_who_is_contradicted_by_name_owns_what_is_answered():
    line = ("Brenia contradicted Okafor, saying that the dam was shut.", "Brenia", "contradicted", "denies")
    (answer,) = [u for u in _found(line) if u.act == "denies" and u.of is None]
    assert (answer.owning, answer.refers) == ({"okafor"}, {"says"})


def test_what_somebody_s_own_thing_is_contradicted_by_is_no_contradiction_of_theirs():
    line = ("Brenia contradicted Okafor's lawyer on the dam.", "Brenia", "contradicted", "denies")
    (answer,) = [u for u in _found(line) if u.act == "denies" and u.of is None]
    assert "okafor" not in answer.owning


def test_a_lawyer_speaks_on_behalf_of_whose_lawyer_it_is():
    line = (
        "Ruiz's lawyer, Ines Duarte, denied the charge.",
        "Ruiz's lawyer, Ines Duarte",
        "denied",
        "denies",
    )
    (answer,) = [u for u in _found(line) if u.act == "denies" and u.of is None]
    assert "ruiz" in answer.behalf


def test_what_is_said_of_a_denial_is_not_said_by_who_denied():
    line = ("“Ruiz's denial is absurd,” Okafor said.", "Okafor", "said", "says")
    assert not [u for u in _found(line) if u.speaker == "ruiz"]


def test_a_statement_that_is_only_judged_is_not_inside_its_judgement():
    line = ("Ruiz's account is a lie, Okafor said on Monday.", "Okafor", "said", "denies")
    assert not [u for u in _found(line) if u.of is not None]


def test_the_accused_stand_before_of():
    line = ("Ruiz accused Brenia of helping Corland.", "Ruiz", "accused", "accuses")
    (accusation,) = [u for u in _found(line) if u.act == "accuses"]
    assert accusation.objects == {"government-brenia"}
