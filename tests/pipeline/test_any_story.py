"""Stories put together at random: whatever is resolved of them can be told and exported, word for word."""

from __future__ import annotations

from collections import Counter

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.resolve.made_statements import Story

from atstake.model.provenance import Run
from atstake.pipeline import forms
from atstake.pipeline.resolving import _resolvers
from atstake.publish.evidence import schema
from atstake.text.targets import untrue

RUN = Run("run-1", "1", made="2020-04-01T00:00:00+00:00")
NAMES = ("Aldovia", "Brenia", "Corland", "Ruiz", "Okafor")
OPENERS = (
    "",
    "Years later, ",
    "On Monday, ",
    "In the town of Karst, where snow had fallen, ",
    "“No,” and yet ",
)
VERBS = (
    ("said that", "says"),
    ("accused", "accuses"),
    ("denied that", "denies"),
    ("demanded that", "demands"),
)
WHAT = ("{o} of shelling the border town", "{o} opened the dam at night", "12 prisoners were killed by {o}")
TAILS = (
    ".",
    ", a charge denied by {o}.",
    ", which {o} denied.",
    " – {o} rejected the demand.",
    ", {o} said.",
)
LAYERS = ("actors", "claims", "disputes", "issues", "figures", "upcoming", "events", "places", "shifts")


@st.composite
def lines(draw):
    """A sentence with who says it, or one in the reporter's own voice."""
    name, other = draw(st.permutations(NAMES))[:2]
    verb, act = draw(st.sampled_from(VERBS))
    opener, what, tail = (draw(st.sampled_from(x)) for x in (OPENERS, WHAT, TAILS))
    text = f"{opener}{name} {verb} {what}{tail}".format(o=other)
    return draw(st.sampled_from([(text, name, verb.split()[0], act), text]))


STORIES = st.lists(st.lists(lines(), min_size=1, max_size=4), min_size=1, max_size=3)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(STORIES)
def test_any_story_is_told_and_exported_word_for_word(story):
    made = Story()
    for n, said in enumerate(story):
        made.document(f"d{n}", *said, date=f"2020-03-0{n + 1}")
    evidence = made.evidence()
    resolution = made.resolution()
    for resolver in _resolvers():
        # Who is who is given: the made-up states are in no table.
        resolution = resolution if resolver.name == "actors" else resolver(evidence, resolution)
    assert not list(untrue(resolution, evidence.documents))
    told = forms.Made(evidence, resolution, RUN)
    written = told.file()
    jsonschema.validate(written, schema())
    for layer in LAYERS:
        twice = [id for id, n in Counter(row["id"] for row in written[layer]).items() if n > 1]
        assert not twice, layer
    for form in sorted({*forms._WRITERS} - forms.BINARY):
        assert forms.written(form, told) is not None
