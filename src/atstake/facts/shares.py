"""Words that tell of some of many: "some Democrats". What these say, the whole does not."""

from __future__ import annotations

SOME = frozenset(
    "some many several few most other others certain various numerous countless multiple dozens scores "
    "hundreds thousands another any more fewer half individual fellow rival former ex retired onetime".split()
)
"""Before a noun in the plural: not all of them."""

NUMBERS = frozenset("one two three four five six seven eight nine ten twelve".split())

PORTIONS = frozenset(
    "one group number handful majority minority member dozen score bunch pair couple trio coalition faction "
    "part half third quarter hundred thousand lot plenty string host array percent %".split()
)
"""Before "of" and a noun in the plural: some of them."""

MEMBERS = frozenset("lawmaker senator legislator parliamentarian congressman congresswoman".split())
"""Nouns for those who sit in a parliament: what they say, the parliament does not."""
