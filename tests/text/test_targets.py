"""The promise of every target: its words are those of its document at its spans."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import atstake
from atstake.model.text import Document, Span, Target
from atstake.text.targets import targets_of, untrue

TEXT = "The dam at Tess was opened. Nobody in Arland was told. The mayor of Port Sel called it a crime."
DOCUMENT = Document("d", TEXT)
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda x: Span(*sorted(x)))
# Where a target may be made from parts: where it is defined, and where it is read back from a file.
BY_HAND = {"model/text.py", "store/codec.py", "brief/withheld.py"}


@dataclass(frozen=True)
class Holder:
    """Anything that holds targets."""

    one: Target
    many: tuple[tuple[str, Target], ...] = ()


@given(st.lists(SPANS, min_size=1, max_size=3), SPANS)
def test_a_part_of_a_target_is_true_and_inside(spans, span):
    whole = Target.of(DOCUMENT, *spans)
    assert whole.stands_in(TEXT)
    if any(max(s.start, span.start) < min(s.end, span.end) for s in spans):
        part = whole.part(span)
        assert part.stands_in(TEXT)
        assert all(span.contains(s) for s in part.spans)
    else:
        with pytest.raises(ValueError, match="at least one span"):
            whole.part(span)


@pytest.mark.parametrize("words", ["dam", "The dam a", "the dam"])
def test_other_words_stand_nowhere(words):
    assert not Target("d", (Span(0, 7),), (words,)).stands_in(TEXT)


def test_untrue_targets_are_found_however_deep():
    true = Target.of(DOCUMENT, Span(4, 7))
    wrong = Target("d", (Span(0, 3),), ("Thy",))
    lost = Target("gone", (Span(0, 3),), ("The",))
    holder = {"x": [Holder(true, (("a", wrong), ("b", lost)))]}
    assert list(targets_of(holder)) == [true, wrong, lost]
    assert list(untrue(holder, {"d": DOCUMENT})) == [wrong, lost]


def test_no_room_makes_a_target_by_hand():
    """``Target.of`` and ``Target.part`` read the words themselves: words given by hand may be others."""
    root = Path(atstake.__file__).parent
    found = set()
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Target":
                found.add(path.relative_to(root).as_posix())
    assert found <= BY_HAND
