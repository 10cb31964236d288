"""Words for only some of a body, a party or a people: "some Democrats", "members of the council".

What some of them say is not what the whole of them says, and who they are is not told: these words speak for
nobody and point back to nobody.
"""

from __future__ import annotations

import re

from atstake.facts.gazetteer import entry_of
from atstake.facts.shares import NUMBERS, PORTIONS, SOME
from atstake.facts.tables import plain
from atstake.model.annotations import Mention
from atstake.model.reading import Reading

_CLAUSES = frozenset({"acl", "relcl"})
# Words between an article and the members of a body that leave them all ("the Chilean lawmakers").
_ALL = frozenset("the these those all its their both".split())


def is_share(reading: Reading, mention: Mention) -> bool:
    """Whether the words tell of some of the many that they name.

    A number of officials still speak for their government, as a single one does; of all others two are some.
    """
    if mention.form == "pronoun" or mention.type in ("person", "place"):
        return False
    index = _top(reading, mention)
    token = reading.tokens[index]
    if token.tag not in ("NNS", "NNPS"):
        return _is_of_many(reading, index)
    counted = NUMBERS if mention.type != "government" else frozenset()
    before = {reading.tokens[i].text.lower() for i in _before(reading, index)}
    if before & (SOME | counted) or _is_of_many(reading, index):
        return True
    if mention.type in ("organisation", "population") and _AMONG_THEM.match(reading.text, mention.target.end):
        return True
    return mention.form == "name" and mention.type == "organisation" and _is_limited(reading, mention, index)


# "Republicans like Holm", "Democrats (24 percent)": one or some of them.
_AMONG_THEM = re.compile(
    r"\s+(?:like|such as)\s+(?:[A-Z]|the\b)|\s+\(\d[\d.]*\s?(?:%|percent\b|per cent\b)",
)


def _top(reading: Reading, mention: Mention) -> int:
    """The word that a mention hangs by: "Observatory" of "Observatory for Human Rights", no plural."""
    inside = reading.tokens_in(mention.target.whole)
    joined = next((i for i in inside if reading.tokens[i].pos == "ADP" and i > inside.start), None)
    at_head = reading.tokens_in(mention.head).start
    return joined - 1 if mention.form == "name" and joined is not None else at_head


def is_described(reading: Reading, mention: Mention) -> bool:
    """Whether members of a body are told from others by more than their country: "conservative senators"."""
    index = reading.tokens_in(mention.head).start
    words = (reading.tokens[i] for i in _before(reading, index))
    return any(
        w.text.lower() not in _ALL and w.pos != "DET" and not ((e := entry_of(w.text)) and e.code)
        for w in words
    )


def _before(reading: Reading, index: int) -> list[int]:
    """The words right before a noun that tell which or how many of them."""
    kinds = ("det", "amod", "nummod", "quantmod", "compound", "nmod", "predet", "advmod")
    return [i for i in reading.children.get(index, ()) if i < index and reading.tokens[i].dep in kinds]


def _is_of_many(reading: Reading, index: int) -> bool:
    """Whether it hangs by "of" on who or how many: "one of the Democrats", "a group of Republicans"."""
    tokens = reading.tokens
    above = tokens[tokens[index].head]
    if tokens[index].dep != "pobj" or above.lemma.lower() != "of":
        return False
    noun = tokens[above.head]
    return noun.text.lower() in SOME | NUMBERS or noun.lemma.lower() in PORTIONS


def _is_limited(reading: Reading, mention: Mention, index: int) -> bool:
    """Whether a plural for a party is narrowed: "moderate Democrats", "Democrats who had voted for it"."""
    tokens = reading.tokens
    for child in reading.children.get(index, ()):
        token = tokens[child]
        if mention.target.whole.start <= token.start < mention.target.end:
            continue
        if child < index and token.dep in ("amod", "compound", "nmod", "nummod"):
            return True
        behind = token.dep in _CLAUSES or (
            token.dep == "prep" and plain(token.text) in ("in", "on", "from", "of")
        )
        if child > index and behind and not _has_comma(reading, index, child):
            return True
    return False


def _has_comma(reading: Reading, first: int, last: int) -> bool:
    return any(t.text in (",", "—", "–", "(") for t in reading.tokens[first + 1 : last])
