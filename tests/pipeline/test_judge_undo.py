"""Whatever is judged of whatever object, undone in any order the dossier is the one from before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.pipeline.test_parts import TEXTS

from atstake.config import Settings
from atstake.errors import UsageError
from atstake.model.stages import Evidence
from atstake.model.text import Document
from atstake.pipeline import filling
from atstake.pipeline.resolving import resolve
from atstake.resolve.refer import Desk
from atstake.resolve.review import judge, merge, oppose, split, undo

KINDS = {"actor": "actors", "claim": "claims", "dispute": "disputes"}
VALUES = {"actor": "Somebody", "claim": "denied", "dispute": "rejects"}


@pytest.fixture(scope="module")
def before(models):
    """The evidence of the texts, nobody has judged anything."""
    reader = filling.Reader(Settings())
    documents = {id: Document(id, text, title=id, published="2021-05-04") for id, text in TEXTS.items()}
    return Evidence(documents, {id: reader(d) for id, d in documents.items()})


def judged(desk, verb, kind, first, second):
    """A judgement of the verb on objects of the kind, or None where it makes no sense."""
    things = getattr(desk.resolution, KINDS[kind])
    one, other = (things[n % len(things)].id for n in (first, second))
    try:
        if verb == "merge":
            return merge(desk, [one, other], by="N.N.", kind=kind)
        if verb == "oppose":
            return oppose(desk, [one, other], by="N.N.")
        if verb == "split":
            words = desk.objects(kind)[one]
            target = words[second % len(words)]
            return split(desk, one, [f"{target.document}:{target.start}-{target.end}"], by="N.N.", kind=kind)
        return judge(desk, verb, one, VALUES[kind] if verb == "relabel" else "", by="N.N.", kind=kind)
    except UsageError:
        return None


VERBS = st.tuples(
    st.sampled_from(["merge", "split", "oppose", "reject", "confirm", "relabel"]),
    st.sampled_from(sorted(KINDS)),
    st.integers(0, 9),
    st.integers(0, 9),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(st.lists(VERBS, min_size=1, max_size=4), st.randoms())
def test_judged_and_undone_nothing_is_left(before, wanted, chance):
    untouched, made = resolve(before), ()

    def kept(judgement):
        number = len(made)
        return (*made, replace(judgement, id=f"judgement-{number:02}", at=f"2022-01-01T00:00:{number:02}"))

    for verb in wanted:
        evidence = replace(before, judgements=made)
        judgement = judged(Desk(evidence, resolve(evidence)), *verb)
        if judgement is not None:
            made = kept(judgement)
    order = [j.id for j in made]
    chance.shuffle(order)
    for id in order:
        made = kept(undo(made, id, by="N.N."))
    assert resolve(replace(before, judgements=made)) == untouched
