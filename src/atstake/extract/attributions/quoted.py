"""Whether what is said stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from atstake.model.text import Span

_QUOTED = re.compile(r"[“\"](?:[^“”\"]*)[”\"]|''[^']+''")
_EDGE = " \t\n.,;:!?“”\"'‘’"


def form_of(text: str, spans: Iterable[Span]) -> Literal["direct", "indirect", "mixed"]:
    """Whether the content is all in quotation marks, partly, or not."""
    outside = inside = 0
    for span in spans:
        stretch = text[max(0, span.start - 1) : span.end + 1]
        quoted = sum(len(m[0].strip(_EDGE)) for m in _QUOTED.finditer(stretch))
        inside += quoted
        outside += len(_QUOTED.sub("", stretch).strip(_EDGE + " "))
    if not inside:
        return "indirect"
    return "direct" if outside <= 3 else "mixed"
