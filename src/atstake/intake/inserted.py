"""What a site puts behind a name in the middle of a sentence: the full name and headlines on whom it names.

"Senator Jane Doe Jane (Jan) Mary DoeSenate votes on harbours The morning briefing MORE (R-Ut.) said": the
name again in full, headlines set against it without a space, and "MORE" in capitals. All three have to be
there; the sentence without them is what its writer wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atstake.intake.lines import Line
from atstake.model.text import Furniture

_LAST = r"(?P<last>[A-Z][\w.'’-]+)"
_IN_FULL = r"(?:[A-Z(][\w.,'’()\"“”-]*\s+){0,6}?(?P=last)"
_INSERTED = re.compile(
    rf"{_LAST}\s+(?P<run>{_IN_FULL}(?=[A-Z0-9'\"‘“])[^\n]{{10,900}}?\bMORE\b)(?!\s+[A-Z]{{2,}}\b)"
)
_SIGN = " MORE"


def inserted(lines: Sequence[Line]) -> Iterator[Furniture]:
    """The stretches inside sentences that the site put there."""
    for line in lines:
        if _SIGN in line.text:
            for match in _INSERTED.finditer(line.text):
                yield Furniture(line.part(*match.span("run")), "related-link")
