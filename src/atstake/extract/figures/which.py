"""Which of the counted a number is of: "hired since 2005", "who oppose the bridge", "that Weil won".

A noun alone seldom says what was counted ("delegates: 664"). The words behind it do, else what the counted
do, else who does something with them; of people hurt, in what or by what they were.
"""

from __future__ import annotations

import re

from atstake.extract.figures.causes import cause
from atstake.extract.figures.doers import doing, opinion, top_of
from atstake.extract.figures.done import deed_over, done_to, gained, voted
from atstake.extract.figures.kinds import Counted
from atstake.extract.figures.phrases import clipped, is_a_number, is_a_time
from atstake.extract.figures.undergone import asked_for, of_a_deed, over_parts, undergone
from atstake.model.reading import Reading, Sentence
from atstake.text.numbers.quantities import Quantity

_AT_MOST = 80
"""Characters of what is said behind the counted together with what they do."""
_WHERE = re.compile(
    r"(?:in|at|on|from|across|around|near|an?|per|each|every|of|for|over|with|among) ", re.IGNORECASE
)
_APPROVES = re.compile(r"(?:dis)?approved? of ", re.IGNORECASE)
_TOLD_OF = ("that ", "who ", "by which ")
"""What goes with more that is said behind the counted."""
# "Just three of more than 300 million": what three did is not what 300 million did.
_OUT_OF = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|most|some|many|few|several|none|half))"
    r" of (?:(?:the|its|their|more than|about|nearly|some|all) )*$",
    re.IGNORECASE,
)
_CHARGES = frozenset("tariff tax duty levy ban fee limit sanction surcharge".split())
_NARROWS = frozenset({"prep", "acl", "relcl", "amod", "npadvmod", "advmod", "agent"})
_LISTS = frozenset({"including", "like", "plus", "compared", "according"})
_HURT = frozenset({"killed", "injured", "casualties", "missing"})
# "52-48", "52 to 48": a number of votes with that of the other side behind it.
_TALLY = re.compile(r"[-–](?=\d)| to (?=\d)")


def which(reading: Reading, sentence: Sentence, quantity: Quantity, what: Counted) -> str:
    """The words that say which of the counted are meant; "" where nothing near does."""
    phrase = _phrase(reading, sentence, quantity, what)
    if not len(phrase):
        return ""
    if what.kind == "votes" and _TALLY.match(reading.text, quantity.number.end):
        return voted(reading, sentence, phrase)
    own = _behind(reading, sentence, phrase, what)
    if what.fate is not None:
        hurt = cause(reading, sentence, what.fate) if what.kind in _HURT and not own else ""
        return own or hurt
    if quantity.unit == "percent" and _APPROVES.match(own):
        # "34 percent of voters approved of it", read as of those who are approved of.
        return f"who {own}"
    text = reading.text[sentence.span.start : quantity.number.start]
    asked = reading.text[: sentence.span.end].rstrip().endswith("?")
    if asked or _OUT_OF.search(text) or (own and not _WHERE.match(own)):
        return own
    # "Voters in Brenia" are not yet those who are counted.
    acts = _by_verbs(reading, sentence, quantity, what, phrase, len(own))
    if own and not acts.startswith(_TOLD_OF):
        return own
    # "Money that the council spent on roads", and "tariffs on steel that it plans".
    both = f"{acts} {own}" if own and quantity.unit and what.noun is None else f"{own} {acts}".strip()
    return both if not own or len(both) <= _AT_MOST else own


# Private functions


def _by_verbs(
    reading: Reading, sentence: Sentence, quantity: Quantity, what: Counted, phrase: range, told: int
) -> str:
    """What the counted do, ``told`` characters behind them, or what is done with them."""
    top, begin = over_parts(reading, top_of(reading, phrase)), phrase[-1] + 1
    end = reading.tokens[phrase[-1]].end + told
    while told and begin < sentence.last and reading.tokens[begin].start < end:
        begin += 1
    deed = deed_over(reading, phrase, top, begin)
    if quantity.unit == "percent" and what.noun is None:
        return opinion(reading, sentence, phrase) or gained(reading, sentence, deed)
    acts = doing(reading, sentence, begin, top, what) if begin < sentence.last else ""
    if not acts and deed is not None:
        acts = done_to(reading, sentence, deed)
        acts = acts or ("" if quantity.unit == "percent" else undergone(reading, sentence, deed))
    return acts or ("" if quantity.unit == "percent" else of_a_deed(reading, sentence, top))


def _phrase(reading: Reading, sentence: Sentence, quantity: Quantity, what: Counted) -> range:
    """The tokens from the number to the counted noun, or to the unit where no noun follows."""
    inside = reading.tokens_in(quantity.span)
    if not len(inside):
        return range(0)
    last = inside[-1]
    if what.noun is not None:
        if what.noun < inside[0]:
            return range(0)
        last = max(last, what.noun)
    return range(inside[0], last + 1)


def _behind(reading: Reading, sentence: Sentence, phrase: range, what: Counted) -> str:
    """What is said of the counted behind their noun: "of the guard", "needed to win", "who voted no"."""
    last = phrase[-1]
    over = {i for i in reading.above(last) if i in phrase} | {last}
    below: set[int] = set()
    for at in over:
        for child in reading.children.get(at, ()):
            if child > last and _narrows(reading, child, what):
                below.update(i for i in reading.subtree(child) if i > last)
    return (
        _needed(reading, sentence, last)
        or _single(clipped(reading, last + 1, sentence.last, below))
        or asked_for(reading, sentence, last)
        or _by_a_neighbour(reading, sentence, last, what)
    )


def _needed(reading: Reading, sentence: Sentence, last: int) -> str:
    """What the counted are needed for: of "40 seats she needs to win", "it takes 40 seats to win"."""
    tokens, at = reading.tokens, last + 1
    if at + 1 >= sentence.last:
        return ""
    if tokens[at].tag == "PRP" and tokens[at + 1].lemma in ("need", "require"):
        begin = at + 2
    elif tokens[at].tag == "VBN" and tokens[at].lemma in ("need", "require"):
        begin = at + 1
    elif tokens[at].tag == "TO" and _is_taken(reading, last):
        begin = at
    else:
        return ""
    words = clipped(reading, begin, sentence.last, set(range(begin, sentence.last)))
    return f"needed {words}" if words.startswith("to ") else "needed"


def _is_taken(reading: Reading, last: int) -> bool:
    """Whether the counted are what "it takes" or somebody needs."""
    tokens = reading.tokens
    over = [i for i in reading.above(last)[1:] if tokens[i].pos == "VERB"][:1]
    return any(tokens[i].lemma in ("take", "need", "require") and i < last for i in over)


def _single(words: str) -> str:
    """Nothing of a participle alone: "enacted"."""
    return words if " " in words else ""


def _by_a_neighbour(reading: Reading, sentence: Sentence, last: int, what: Counted) -> str:
    """The clause behind the counted that is tied to another noun: "30 farmers and 20 millers who stayed"."""
    tokens, children = reading.tokens, reading.children
    at = last + 1
    if at < sentence.last and tokens[at].tag == "VBN" and what.fate is None:
        # "The 50 votes needed to change it": of the votes, whatever it was tied to.
        return _single(clipped(reading, at, sentence.last, set(reading.subtree(at))))
    if tokens[last].lemma.lower() in _CHARGES and at < sentence.last and tokens[at].text == "on":
        return _single(clipped(reading, at, sentence.last, set(reading.subtree(at))))
    joined = [
        c for c in children.get(last, ()) if tokens[c].dep == "conj" and tokens[c].pos in ("NOUN", "PROPN")
    ]
    for other in joined[:1]:
        clauses = [c for c in children.get(other, ()) if tokens[c].dep in ("acl", "relcl") and c > other]
        for clause in clauses[:1]:
            inside = set(reading.subtree(clause))
            if any(t.text == "(" for t in tokens[last:clause]):
                # "40 millers (and farmers who stayed)": it is told of the farmers.
                return ""
            if what.fate not in inside and tokens[min(inside)].tag != "PRP":
                return _single(clipped(reading, min(inside), sentence.last, inside))
    return ""


def _narrows(reading: Reading, child: int, what: Counted) -> bool:
    """Whether a phrase on the counted says which they are: not when, not what befell them."""
    tokens, inside = reading.tokens, reading.subtree(child)
    if tokens[child].dep not in _NARROWS or what.fate in inside or is_a_time(reading, child):
        return False
    if tokens[inside[0]].text.lower() in _LISTS:
        return False
    # "Immigrants in exchange for 10 percent": a number of its own makes it another thing.
    if tokens[child].dep in ("relcl", "acl") and tokens[inside[0]].tag == "PRP":
        return False
    return tokens[child].dep != "prep" or not any(is_a_number(reading, i, child) for i in inside)
