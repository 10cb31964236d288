"""What the counted do: "who back Weil", "that were lost"."""

from __future__ import annotations

from atstake.extract.figures.fates import is_person
from atstake.extract.figures.kinds import Counted
from atstake.extract.figures.phrases import MOST, clipped, is_helped, is_told
from atstake.facts.agents import is_somebody
from atstake.model.reading import Reading, Sentence

_OPINIONS = frozenset(
    "say tell support oppose approve disapprove favor favour believe think want prefer back trust agree "
    "disagree view vote plan".split()
)
"""What only people do, of whom a share is told without a noun."""
_OPINION = 110
"""Characters of what they think, which ends later than a deed."""
_MONEY = ("money", "percent")


def doing(reading: Reading, sentence: Sentence, begin: int, top: int, what: Counted) -> str:
    """What the counted do: "who said they oppose the bridge"."""
    tokens = reading.tokens
    verb = tokens[top].head
    if tokens[top].dep not in ("nsubj", "nsubjpass") or verb < begin or not is_told(reading, verb):
        return ""
    if _disagrees(reading, verb, top, what):
        return ""
    if tokens[begin].pos == "CCONJ":
        if tokens[begin].head == verb:
            return ""
        # "40 boats and barges were sold": so were the boats.
        begin = helpers_of(reading, verb, begin)
    below = {i for i in reading.subtree(verb) if i >= begin}
    most = _OPINION if tokens[verb].lemma.lower() in _OPINIONS else MOST
    words = clipped(reading, begin, sentence.last, below, verb, most)
    if not words:
        # "40 guards, ten of whom are new, oppose the plan": from the verb on.
        words = clipped(reading, helpers_of(reading, verb, begin), sentence.last, below, verb, most)
    passive = any(tokens[c].dep == "auxpass" for c in reading.children.get(verb, ()))
    if not words or (words.endswith(tokens[verb].text) and not passive):
        # "The cash that has come": with what, is cut off.
        return ""
    finite = tokens[verb].tag == "VBN" and tokens[verb].dep in ("ROOT", "ccomp")
    if tokens[verb].tag in ("VBG", "VBN") and not (finite or is_helped(reading, verb)):
        # "With 40 percent of wards reporting", "three men held in the fort".
        return words
    thinks = what.kind == "percent" and tokens[verb].lemma.lower() in _OPINIONS
    return f"{'who' if thinks or _are_people(reading, what) else 'that'} {words}"


def opinion(reading: Reading, sentence: Sentence, phrase: range) -> str:
    """What a share of no noun think, however it was parsed: "who back Weil" of "42 percent back Weil"."""
    tokens, begin = reading.tokens, phrase[-1] + 1
    if begin >= sentence.last:
        return ""
    verb = next((i for i in range(begin, min(begin + 3, sentence.last)) if tokens[i].pos != "ADV"), begin)
    if tokens[verb].pos == "AUX":
        verb += 1
    if verb >= sentence.last or tokens[verb].lemma.lower() not in _OPINIONS or tokens[verb].tag == "VBG":
        return ""
    words = clipped(reading, begin, sentence.last, set(range(begin, sentence.last)), verb, _OPINION)
    return f"who {words}" if " " in words else ""


def top_of(reading: Reading, phrase: range) -> int:
    """The token over a phrase."""
    tokens, at = reading.tokens, phrase[-1]
    while tokens[at].head in phrase and tokens[at].head != at:
        at = tokens[at].head
    return at


def helpers_of(reading: Reading, verb: int, begin: int) -> int:
    """Where a verb begins with its helpers: "were" of "were sold"."""
    helpers = [
        c for c in reading.children.get(verb, ()) if begin <= c < verb and reading.tokens[c].pos == "AUX"
    ]
    return min(helpers, default=verb)


# Private functions


def _disagrees(reading: Reading, verb: int, top: int, what: Counted) -> bool:
    """Whether a verb's form is not that of the counted, so that it was tied to the wrong noun.

    "That it drew 67 clerks shows ...": the clerks show nothing. "They ask that the cost be paid": it is not.
    """
    tokens = reading.tokens
    helpers = [c for c in reading.children.get(verb, ()) if tokens[c].dep in ("aux", "auxpass")]
    tags = {tokens[i].tag for i in (*helpers, verb)}
    several = tokens[top].tag in ("NNS", "NNPS") or top < what.at
    if several and what.kind not in _MONEY:
        return "VBZ" in tags
    if what.noun is not None and tokens[what.noun].tag == "NN" and tokens[top].tag != "NNS" and "VBP" in tags:
        return True
    bare = any(tokens[c].tag == "VB" and tokens[c].dep == "auxpass" for c in helpers)
    return bare and not tags & {"MD", "TO"}


def _are_people(reading: Reading, what: Counted) -> bool:
    """Whether the counted are people by their noun."""
    tokens = reading.tokens
    if what.noun is None:
        return False
    noun = tokens[what.noun]
    return (
        is_person(reading, what.noun)
        or is_somebody(noun.lemma.lower())
        or is_somebody(noun.text)
        or noun.entity == "NORP"
    )
