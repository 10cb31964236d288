from __future__ import annotations

from dataclasses import replace

from tests.resolve.made_statements import Story

from atstake.model.claims import Claim
from atstake.model.provenance import Judgement
from atstake.model.stages import Evidence
from atstake.model.text import Span, Target
from atstake.resolve.claims import Claims

QUOTE = ("“The bridge at Karst will reopen to lorries in May,” Ruiz said.", "Ruiz", "said", "says")
PARAPHRASE = ("Ruiz said the Karst bridge will reopen to lorries in May.", "Ruiz", "said", "says")
NOT_SO = ("Ruiz said the Karst bridge will not reopen to lorries in May.", "Ruiz", "said", "says")
OTHER = ("Okafor said the harbour of Tarn needs a new crane.", "Okafor", "said", "says")
FILLER = ("The hills were white with snow.", "Ferries ran late all day.", "A choir sang in the square.")


def resolved(story: Story, *judgements: Judgement) -> tuple[Claim, ...]:
    evidence = Evidence(story.documents, story.annotations, judgements)
    return Claims()(evidence, story.resolution()).claims


def texts(claims: tuple[Claim, ...]) -> list[int]:
    return sorted(len(c.attributions) for c in claims)


def base() -> Story:
    return Story().document("a", QUOTE, *FILLER).document("b", PARAPHRASE, OTHER, date="2020-03-02")


def test_a_quotation_and_its_paraphrase_are_one_claim() -> None:
    claims = resolved(base())
    assert texts(claims) == [1, 2]
    told = next(c for c in claims if len(c.attributions) == 2)
    assert told.actors == ("ruiz",)
    assert (told.first, told.last) == ("2020-03-01", "2020-03-02")
    assert len(told.origins) == 2


def test_one_speaker_twice_corroborates_nothing() -> None:
    assert {c.state for c in resolved(base())} == {"attributed"}


def test_two_parties_in_two_texts_corroborate() -> None:
    second = ("Okafor said the Karst bridge will reopen to lorries in May.", "Okafor", "said", "says")
    claims = resolved(Story().document("a", PARAPHRASE, *FILLER).document("b", second, OTHER))
    assert claims[0].state == "corroborated"


def test_the_opposite_is_another_claim() -> None:
    assert texts(resolved(Story().document("a", PARAPHRASE, *FILLER).document("b", NOT_SO))) == [1, 1]


def test_another_number_is_another_claim() -> None:
    first = ("Ruiz said 40 lorries crossed the Karst bridge.", "Ruiz", "said", "says")
    second = ("Ruiz said 90 lorries crossed the Karst bridge.", "Ruiz", "said", "says")
    assert texts(resolved(Story().document("a", first, *FILLER).document("b", second))) == [1, 1]


def test_any_order_of_documents() -> None:
    other = Story().document("b", PARAPHRASE, OTHER, date="2020-03-02").document("a", QUOTE, *FILLER)
    assert resolved(base()) == resolved(other)


def test_an_editor_parts_what_was_joined() -> None:
    story = base()
    targets = tuple(Target.of(d, *_said(story, d.id)) for d in story.documents.values())
    split = Judgement("j1", "split", "claim", targets, by="ed", at="2020-03-03T10:00:00")
    assert texts(resolved(story, split)) == [1, 1, 1]
    undone = Judgement("j2", "undo", "claim", undoes="j1", by="ed", at="2020-03-03T11:00:00")
    assert resolved(story, split, undone) == resolved(story)


def _said(story: Story, key: str):  # type: ignore[no-untyped-def]
    return (story.annotations[key].statements[0].target.whole,)


def twice(speaker: str) -> tuple[Claim, ...]:
    """The claims of a sentence that two attributions hold: one as it stands, one as what is denied."""
    told = ("Ruiz said the Karst bridge will reopen to lorries in May.", "Ruiz", "said", "says")
    story = Story().document("a", told, *FILLER)
    (first,) = story.annotations["a"].attributions
    second = replace(first, id="attribution-second", polarity="negative")
    found = replace(story.annotations["a"], attributions=(first, second))
    resolution = replace(
        story.resolution(), attributed=tuple(sorted([*story.attributed, (second.id, speaker)]))
    )
    return Claims()(Evidence(story.documents, {"a": found}), resolution).claims


def test_two_attributions_of_one_speaker_on_the_same_words_are_one_claim() -> None:
    (claim,) = twice("ruiz")
    assert len(claim.attributions) == 2 and claim.actors == ("ruiz",)


def test_the_same_words_of_two_speakers_are_two_claims_with_ids_of_their_own() -> None:
    claims = twice("okafor")
    assert len({c.id for c in claims}) == len(claims) == 2
    assert {c.actors for c in claims} == {("ruiz",), ("okafor",)}


def _with_relayed(story: Story, words: str, actor: str, act: str = "says") -> Story:
    """The story with what its first document's speaker tells of another, said by that one."""
    found = story.annotations["a"]
    outer = found.attributions[0]
    start = story.documents["a"].text.index(words)
    content = Target.of(story.documents["a"], Span(start, start + len(words)))
    inner = replace(outer, id="inner", content=content, channel="relayed", via=outer.id, act=act)
    story.annotations["a"] = replace(found, attributions=(*found.attributions, inner))
    story.attributed.append(("inner", actor))
    return story


REOPENS = "the Karst bridge will reopen to lorries in May"


def test_what_is_told_to_have_been_said_is_no_second_telling() -> None:
    story = Story().document("a", (f"Ruiz said {REOPENS}.", "Ruiz", "said", "says"), *FILLER)
    claims = resolved(_with_relayed(story, REOPENS, "okafor"))
    assert sorted(c.actors for c in claims) == [("okafor",), ("ruiz",)]
    assert all(len(c.attributions) == 1 for c in claims)


def test_who_is_told_by_another_to_have_said_it_corroborates_nothing() -> None:
    told = (f"Aldovia said {REOPENS}.", "Aldovia", "said", "says")
    heard = (f"Aldovia said Ruiz was told {REOPENS}.", "Aldovia", "said", "says")
    story = _with_relayed(Story().document("a", heard, *FILLER), REOPENS, "ruiz")
    claims = resolved(story.document("b", told, date="2020-03-02"))
    assert next(c for c in claims if "inner" in c.attributions).state == "attributed"


def _with_joint(story: Story, actor: str) -> Story:
    """The story with what its first document's speaker says, said by another together with that one."""
    found = story.annotations["a"]
    first = found.attributions[0]
    joint = replace(first, id="joint", joint=first.id)
    story.annotations["a"] = replace(found, attributions=(*found.attributions, joint))
    story.attributed.append(("joint", actor))
    return story


def test_what_two_say_together_is_one_claim_of_both_and_corroborates_nothing() -> None:
    together = (f"Ruiz and Okafor said {REOPENS}.", "Ruiz", "said", "says")
    alone = (f"Okafor said {REOPENS}.", "Okafor", "said", "says")
    third = (f"Aldovia said {REOPENS}.", "Aldovia", "said", "says")
    story = _with_joint(Story().document("a", together, *FILLER), "okafor")
    (claim,) = resolved(story.document("b", alone, date="2020-03-02"))
    assert (claim.actors, claim.state) == (("okafor", "ruiz"), "attributed")
    (claim,) = resolved(story.document("c", third, date="2020-03-03"))
    assert claim.state == "corroborated"
