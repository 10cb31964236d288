"""Forecasts: what something will bring, cost or mean, how it will be, who will win. None is an event."""

from __future__ import annotations

from atstake.extract.upcoming import cues
from atstake.extract.upcoming.candidates import Candidate
from atstake.facts.agents import is_somebody, meaning
from atstake.model.reading import Reading, Token

_FORETELLS = frozenset("will would maybe fixed ought".split())
"""Kinds of candidate that may only say what is thought to come; a plan or a request is of a deed."""
_PERSONS = frozenset("PERSON ORG GPE NORP".split())
_TIMES = frozenset(("DATE", "TIME"))
_PRONOUNS = frozenset("i you he she we they who".split())
_RAISES = frozenset("xcomp acomp oprd conj".split())
"""How a verb hangs on the one that has its subject: "is expected to add", "will grow and cost"."""
_FAR = 4


def is_forecast(reading: Reading, candidate: Candidate) -> bool:
    """Whether a clause only tells what something will bring ("is set to add two billions") or be like.

    Somebody's deed, and what begins, ends or is held on a day, is none.
    """
    head = reading.tokens[candidate.head]
    if candidate.kind not in _FORETELLS or head.pos not in ("VERB", "AUX"):
        return False
    lemma = head.lemma.lower()
    if lemma in cues.OUTCOMES or _ends_up(reading, candidate.head) or _takes_so_long(reading, candidate.head):
        return True
    if lemma in cues.COPULAS:
        return _is_what_it_is_like(reading, candidate.head)
    if _passive(reading, candidate.head):
        return lemma in cues.HARMS
    return lemma in cues.EFFECTS and _is_of_a_thing(reading, candidate)


def _ends_up(reading: Reading, verb: int) -> bool:
    below = (reading.tokens[c].text.lower() for c in reading.children.get(verb, ()))
    return reading.tokens[verb].lemma.lower() in ("end", "wind") and "up" in below


def _takes_so_long(reading: Reading, verb: int) -> bool:
    """Whether "it" will only take some time: "it would take until 2015", not "it would take its seat"."""
    below = [reading.tokens[c] for c in reading.children.get(verb, ())]
    it = any(t.dep in ("nsubj", "expl") and t.text.lower() == "it" for t in below)
    taken = [t for t in below if t.dep == "dobj"]
    return it and reading.tokens[verb].lemma.lower() == "take" and all(t.entity in _TIMES for t in taken)


def _is_what_it_is_like(reading: Reading, verb: int) -> bool:
    """Whether an adjective says how something will be: "will be critical", not "will be open"."""
    below = [reading.tokens[c] for c in reading.children.get(verb, ())]
    told = [t for t in below if t.dep in ("acomp", "oprd") and t.pos == "ADJ"]
    return any(t.lemma.lower() not in cues.AT_HAND for t in told)


def _passive(reading: Reading, verb: int) -> bool:
    return any(reading.tokens[c].dep in ("auxpass", "nsubjpass") for c in reading.children.get(verb, ()))


def _is_of_a_thing(reading: Reading, candidate: Candidate) -> bool:
    """Whether what does it is a thing ("the bill would add") and nobody."""
    subject = _subject(reading, candidate.head)
    if subject is None or (subject.text.lower() == "it" and _is_told(reading, candidate.head)):
        # "The ministry said it would allow visits": whoever says so may be "it".
        return False
    return not _is_somebody(subject)


def _is_told(reading: Reading, verb: int) -> bool:
    """Whether a clause stands below a verb of telling or planning."""
    token = reading.tokens[verb]
    above = reading.tokens[token.head].lemma.lower()
    return token.dep == "ccomp" and above in cues.REPORTS | cues.PLAN


def _subject(reading: Reading, verb: int) -> Token | None:
    """The subject of a verb, or of the one it hangs on; for a relative clause what it tells of."""
    for _ in range(_FAR):
        below = (reading.tokens[c] for c in reading.children.get(verb, ()))
        found = next((t for t in below if t.dep in ("nsubj", "nsubjpass", "expl")), None)
        token = reading.tokens[verb]
        if found is not None:
            of_it = found.tag in ("WDT", "WP") and token.dep == "relcl"
            return reading.tokens[token.head] if of_it else found
        if token.dep not in _RAISES or token.head == verb:
            return None
        verb = token.head
    return None


def _is_somebody(token: Token) -> bool:
    """Whether a word names or means people or a body of them, who can do a thing."""
    named = token.entity in _PERSONS or token.text.lower() in _PRONOUNS
    return named or is_somebody(token.lemma.lower()) or meaning(token.lemma.lower()) is not None
