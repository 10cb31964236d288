"""The noun that a number counts: the head of the phrase behind it."""

from __future__ import annotations

from atstake.extract.figures.fates import is_person
from atstake.model.reading import Reading, Sentence, Token
from atstake.text.numbers.quantities import Quantity

_OWNERS = frozenset("the his her their its those these our".split())
_VIEWS = frozenset("support oppose approve disapprove favor favour back trust".split())


def noun_of(reading: Reading, sentence: Sentence, quantity: Quantity) -> int | None:
    """The token index of what is counted: the head of the noun phrase after the number, or None.

    "dozens of air strikes" counts strikes; "at least six" counts nothing that is said.
    """
    tokens = reading.tokens
    i = next((k for k in range(sentence.first, sentence.last) if tokens[k].start >= quantity.span.end), None)
    if i is None:
        return None
    if tokens[i].text == "-" and [t.text for t in tokens[i + 1 : i + 3]] == ["per", "-"]:
        # "A $2,000-per-worker fine" is a fine.
        i = min(i + 4, sentence.last - 1)
    if quantity.unit == "percent" and _is_a_view(tokens, i, sentence.last):
        return None
    if tokens[i].text == "+":
        i += 1
    if (
        tokens[i].text in ("-", "–")
        and i + 1 < sentence.last
        and tokens[i + 1].text in ("strong", "member", "man", "person")
    ):
        i += 2 if tokens[i + 1].text == "strong" else 1
    worth = ("worth", "of", "in") if quantity.unit and quantity.unit != "percent" else ()
    while i + 1 < sentence.last and tokens[i].text.lower() in worth:
        i += 1
    if tokens[i].text.lower() == "of" and i + 1 < sentence.last:
        i = _behind_of(tokens, i + 1, sentence.last)
    last = None
    while i < sentence.last and _inside_phrase(tokens, i, last, bool(quantity.unit)):
        if tokens[i].pos in ("NOUN", "PROPN") and not _is_compounded(tokens, i):
            last = i
        i += 1
        # "11% of the state's electorate" is of the electorate.
        owns = last == i - 1 and i + 1 < sentence.last and tokens[i].tag == "POS"
        if owns and tokens[i + 1].pos in ("NOUN", "ADJ"):
            i, last = i + 1, None
    if last is not None and _is_held(tokens, last):
        # "Ten engines hostage": held is what stands before.
        last -= 1
    return last if last is None or _is_counted(reading, last, quantity) else None


# Private functions


def _is_counted(reading: Reading, last: int, quantity: Quantity) -> bool:
    """Whether a noun behind a number is what it counts, and no day, place or name behind a sum."""
    token = reading.tokens[last]
    if quantity.unit and token.entity in ("DATE", "TIME", "GPE", "PERSON"):
        return False
    return token.entity != "DATE" or not token.tag.startswith("NNP") or is_person(reading, last)


def _is_held(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether "hostage" or the like says what became of several: it is no part of their name."""
    return tokens[last].text in ("hostage", "captive", "prisoner") and tokens[last - 1].tag in ("NNS", "NNPS")


def _behind_of(tokens: tuple[Token, ...], i: int, end: int) -> int:
    """Where the counted begin behind an "of": "66 of its 100 seats" are seats."""
    while i < end and tokens[i].text.lower() in _OWNERS:
        i += 1
    return i + 1 if i + 1 < end and tokens[i].pos == "NUM" else i


def _inside_phrase(tokens: tuple[Token, ...], i: int, last: int | None, priced: bool) -> bool:
    """Whether token i goes on with the noun phrase whose last noun so far is ``last``."""
    token = tokens[i]
    if last == i - 1 and _begins_another(tokens, i, last, priced):
        # "The 59 missiles Mr. Roh launched", "the $2 billion package Congress passed": a name begins
        # something else.
        return False
    if token.pos in ("NOUN", "PROPN") or token.text in ("-", "&"):
        return (
            last is None or i == last + 1 or tokens[i - 1].text == "-" or (priced and tokens[last].head >= i)
        )
    if last is not None:
        # "A $2 billion flood economic relief fund": more words on the noun to come.
        begins = tokens[last].dep in ("compound", "nmod") and tokens[last].head > i
        return priced and token.pos == "ADJ" and last == i - 1 and begins
    if token.pos == "CCONJ":
        return tokens[i - 1].pos == "ADJ" and tokens[min(i + 1, len(tokens) - 1)].pos in ("ADJ", "PROPN")
    if token.pos == "ADJ":
        return token.text.lower() not in ("dead", "injured", "wounded", "missing")
    if token.pos == "VERB":
        described = token.tag in ("VBN", "VBG") and token.dep == "amod"
        return described and (not priced or tokens[i - 1].text.lower() == "of")
    return token.pos == "ADV" or token.text in ("“", '"', "–")


def _is_a_view(tokens: tuple[Token, ...], i: int, end: int) -> bool:
    """Whether what follows a share is what they think, taken for a noun: "42 percent support Weil"."""
    if i >= end or tokens[i].text.lower() not in _VIEWS:
        return False
    behind = tokens[i + 1] if i + 1 < end else None
    object_ = behind is not None and (behind.pos in ("PROPN", "DET", "PRON", "NOUN") or behind.tag == "VBG")
    return object_ or tokens[i].text.lower() in ("approve", "disapprove", "oppose")


def _is_compounded(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a noun is the first half of an adjective: "work-related emails", "self-employed men"."""
    behind = tokens[i + 1 : i + 4]
    if len(behind) < 3 or behind[0].text != "-" or tokens[i].end != behind[0].start:
        return False
    return behind[1].tag in ("VBN", "VBG", "JJ", "VBD") and behind[2].pos in ("NOUN", "PROPN", "ADJ", "VERB")


def _begins_another(tokens: tuple[Token, ...], i: int, last: int, priced: bool) -> bool:
    """Whether a noun behind the counted one is the subject of a clause on it."""
    if tokens[i].dep in ("nsubj", "nsubjpass") and tokens[tokens[i].head].dep == "relcl":
        return True
    if tokens[i].pos != "PROPN":
        return False
    end = i
    while end < len(tokens) and tokens[end].pos == "PROPN":
        end += 1
    told = priced and end < len(tokens) and tokens[end].tag == "VBD"
    return tokens[last].tag == "NNS" or (tokens[last].pos == "NOUN" and told)
