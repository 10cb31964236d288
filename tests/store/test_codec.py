"""Whatever the model can hold comes back equal."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from atstake.model.annotations import Annotations
from atstake.model.claims import Resolution
from atstake.model.provenance import Build, Judgement, Run
from atstake.model.text import Document, Span, Target
from atstake.store.codec import decode, encode

# Any code point: lone surrogates, NUL, emoji and right-to-left marks included.
_texts = st.text(st.characters(), max_size=12)
_spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))
_targets = st.lists(st.tuples(_spans, _texts), min_size=1, max_size=3).map(
    lambda parts: Target("d", tuple(s for s, _ in parts), tuple(q for _, q in parts))
)
st.register_type_strategy(Span, _spans)
st.register_type_strategy(Target, _targets)

_kept = st.one_of(st.from_type(t) for t in (Annotations, Resolution, Document, Judgement, Run, Build))


@settings(max_examples=60, deadline=None)
@given(_kept)
def test_everything_that_is_stored_comes_back_equal(value):
    body = encode(value)
    assert body.isascii()
    back = decode(body, type(value))
    assert encode(back) == body
    assert back == value or "NaN" in body
    for field in fields(value):
        had, has = getattr(value, field.name), getattr(back, field.name)
        assert isinstance(has, tuple) == isinstance(had, tuple)


def test_fields_at_their_default_are_left_out_so_that_new_ones_may_be_added():
    assert encode(Judgement("j", "note", "actor")) == '{"id":"j","kind":"actor","verb":"note"}'
    assert is_dataclass(decode('{"id":"j","kind":"actor","verb":"note"}', Judgement))
