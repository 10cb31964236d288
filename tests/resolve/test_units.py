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
