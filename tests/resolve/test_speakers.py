from __future__ import annotations

from dataclasses import replace

from tests.resolve.made_statements import Story

from atstake.model.annotations import Act, Mention
from atstake.model.provenance import target_id
from atstake.model.text import Span, Target
from atstake.resolve.units import units

UNLINKED = "Ruiz called the pact a trap, a charge which Brenia denies."


def speaker(story: Story, act: Act) -> str | None:
    found = [u for u in units(story.evidence(), story.resolution()) if u.act == act and u.of is None]
    return found[0].speaker


def doubtful(story: Story, probability: float) -> Story:
    """The story with its attributions as doubtful, and linked to nobody."""
    layers = story.annotations["a"]
    made = tuple(replace(a, probability=probability) for a in layers.attributions)
    story.annotations["a"] = replace(layers, attributions=made)
    story.attributed.clear()
    return story


def test_who_stands_right_before_the_denial_denies() -> None:
    assert speaker(Story().document("a", (UNLINKED, "Ruiz", "denies", "denies")), "denies") == (
        "government-brenia"
    )


def test_another_s_clause_before_a_denial_makes_nobody_deny() -> None:
    line = "Corland voted against Aldovia, but Brenia stood by, denying the fleet a port."
    story = Story().document("a", (line, "Brenia", "denying", "denies"))
    assert speaker(story, "denies") == "government-brenia"


def test_a_named_state_refuses_however_doubtful_the_attribution() -> None:
    line = ("Brenia refused to pay for the dam.", "Brenia", "refused", "rejects")
    assert speaker(doubtful(Story().document("a", line), 0.1), "rejects") == "government-brenia"


def test_a_doubtful_saying_is_nobody_s() -> None:
    line = ("Brenia said it would pay for the dam.", "Brenia", "said", "says")
    assert speaker(doubtful(Story().document("a", line), 0.1), "says") is None


def test_who_is_accused_does_not_accuse() -> None:
    line = ("Brenia was smeared as a liar over the dam.", "Brenia", "was smeared", "accuses")
    assert speaker(doubtful(Story().document("a", line), 0.4), "accuses") is None


def test_nobody_says_he_of_himself() -> None:
    line = ('"His denial was as strong as can be," Okafor said.', "Okafor", "said", "says")
    story = Story().document("a", line)
    layers, document = story.annotations["a"], story.documents["a"]
    target = Target.of(document, Span(1, 4))
    his = Mention(target_id("mention", target), target, "pronoun", "person", target.whole)
    story.mentioned.append((his.id, "okafor"))
    quoted = tuple(replace(a, form="direct") for a in layers.attributions)
    story.annotations["a"] = replace(layers, mentions=(*layers.mentions, his), attributions=quoted)
    assert speaker(story, "denies") is None
