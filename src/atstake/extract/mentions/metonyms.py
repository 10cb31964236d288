"""Whether a place's name acts or speaks for an institution (metonymy), or is the place.

Rules over the syntax around the name and the word classes in ``facts/data/metonymy.tsv``; no learned model.
The schemata are those of Markert and Nissim (SemEval 2007): place-for-people against literal.
"""

from __future__ import annotations

from atstake.facts.relayed import frames
from atstake.facts.tables import words
from atstake.model.reading import Reading, Token

_PLACE_PREPOSITIONS = frozenset(
    "in near around inside outside across throughout within into through via beyond along off "
    "above below under onto out amid past up down".split()
)
_LOCATIVE = frozenset("in on near within around between along".split())
_BE = frozenset({"be", "become", "remain", "seem", "appear"})


def acts(reading: Reading, first: int, last: int) -> float:
    """How far the name in ``tokens[first:last]`` acts, above zero, or is a place, below."""
    value = _alone(reading, first, last)
    if value <= 0 and (before := _listed(reading, first)) is not None:
        # The parser loses the end of long lists: "by Brenia, Arland, Koro, and the United States".
        return max(value, _alone(reading, before, before + 1))
    return value


def _alone(reading: Reading, first: int, last: int) -> float:
    index = _governed(reading, head_of(reading, first, last))
    if _speaks_behind(reading, index):
        return 1.5
    rule = _RULES.get(reading.tokens[index].dep)
    return rule(reading, index) if rule else _loose(reading, index)


def _listed(reading: Reading, first: int) -> int | None:
    """The last word of the state named right before in a list that ends in "and", or None."""
    between, index = [], first - 1
    while index > 0 and reading.tokens[index].text.lower() in ("the", "and", ","):
        between.append(reading.tokens[index].text.lower())
        index -= 1
    before = reading.tokens[index] if index > 0 else None
    if before is None or before.entity != "GPE" or "and" not in between:
        return None
    return index if between.count(",") <= 1 else None


def _speaks_behind(reading: Reading, index: int) -> bool:
    """Whether a clause behind the name tells what it says: "a surprise to Oslo, which has claimed ..."."""
    for verb in reading.children.get(index, ()):
        below = [reading.tokens[i] for i in reading.children.get(verb, ())]
        relative = any(t.dep == "nsubj" and t.text.lower() in ("which", "who") for t in below)
        said = any(t.dep in ("ccomp", "xcomp") for t in below)
        token = reading.tokens[verb]
        if token.dep == "relcl" and relative and said and "clause" in frames("verb").get(token.lemma, ()):
            return True
    return False


def _governed(reading: Reading, index: int) -> int:
    """The token whose place in the sentence is the name's: a list's first, what it is in apposition to."""
    for _ in range(5):
        token = reading.tokens[index]
        above = reading.tokens[token.head]
        if token.head == index or not _passes_up(token, above):
            break
        index = token.head
    return index


def _passes_up(token: Token, above: Token) -> bool:
    if token.dep == "conj":
        return True
    if token.dep == "appos":
        return above.entity in _NAMES or _is(above.lemma, "noun_party")
    if token.dep in ("nmod", "compound"):
        # A list without commas ("US Britain France and Russia") is read as one compound.
        return above.entity == "GPE" and token.entity == "GPE" and above.start > token.end
    return False


_NAMES = frozenset({"GPE", "LOC", "FAC", "ORG", "NORP"})


def head_of(reading: Reading, first: int, last: int) -> int:
    """The token of the stretch that is governed from outside it."""
    for index in range(last - 1, first - 1, -1):
        head = reading.tokens[index].head
        if not first <= head < last or head == index:
            return index
    return last - 1


def _is(word: str, name: str) -> bool:
    return word.lower() in words("metonymy")[name]


def _subject(reading: Reading, index: int) -> float:
    verb = reading.tokens[reading.tokens[index].head]
    if verb.pos not in ("VERB", "AUX"):
        return 0.5
    if verb.lemma in _BE:
        return _copula(reading, reading.tokens[index].head)
    if verb.lemma == "have" and _governs(reading, reading.tokens[index].head, "dobj", "noun_has_place"):
        return -0.6
    if _boasts(reading, reading.tokens[index].head):
        return 1.2
    return -1.0 if _is(verb.lemma, "place_subject") else 1.5


def _boasts(reading: Reading, verb: int) -> bool:
    """Whether a verb that places can be the subject of means more: "is boasting of it", "stands ready"."""
    token = reading.tokens[verb]
    below = [reading.tokens[c] for c in reading.children.get(verb, ())]
    if token.lemma == "boast":
        return token.tag == "VBG" or any(t.dep == "ccomp" or t.text.lower() in ("about", "of") for t in below)
    return token.lemma == "stand" and any(_is(t.text, "stands") for t in below)


def _governs(reading: Reading, verb: int, dep: str, name: str) -> bool:
    below = (reading.tokens[child] for child in reading.children.get(verb, ()))
    return any(token.dep == dep and _is(token.lemma, name) for token in below)


def _copula(reading: Reading, verb: int) -> float:
    for child in reading.children.get(verb, ()):
        token = reading.tokens[child]
        if token.dep == "attr":
            return -0.6 if _is(token.lemma, "noun_settlement") else 0.4
        if token.dep == "acomp":
            return 0.5
        if token.dep == "prep" and token.lemma.lower() in _LOCATIVE:
            return 0.4 if _governs(reading, child, "pobj", "noun_state") else -0.3
    return 0.2


def _passive_subject(reading: Reading, index: int) -> float:
    verb = reading.tokens[reading.tokens[index].head]
    return -1.0 if _is(verb.lemma, "place_passive") else 0.8


def _object(reading: Reading, index: int) -> float:
    verb = reading.tokens[reading.tokens[index].head]
    if _is(verb.lemma, "act_object"):
        return 1.2
    if _is(verb.lemma, "place_object") or _is(verb.lemma, "motion"):
        return -1.2
    return 0.1


def _prepositional(reading: Reading, index: int) -> float:
    preposition = reading.tokens[reading.tokens[index].head]
    governor = reading.tokens[preposition.head]
    rule = _PREPOSITIONS.get(preposition.lemma.lower())
    if rule is not None:
        return rule(reading, governor)
    return -1.0 if preposition.lemma.lower() in _PLACE_PREPOSITIONS else -0.4


def _by(reading: Reading, governor: Token) -> float:
    if governor.pos == "NOUN":
        return 0.8
    return 1.2 if governor.tag == "VBN" else 0.3


def _with(reading: Reading, governor: Token) -> float:
    if _is(governor.lemma, "noun_place") or _is(governor.lemma, "place_passive"):
        return -0.5
    return 1.0


def _on(reading: Reading, governor: Token) -> float:
    if _is(governor.lemma, "noun_on") or _is(governor.lemma, "head_on"):
        return 1.0
    return -0.4


def _at(reading: Reading, governor: Token) -> float:
    return 0.8 if _is(governor.lemma, "head_at") else -1.0


def _to(reading: Reading, governor: Token) -> float:
    if governor.pos == "NOUN" or governor.pos == "PROPN":
        return 0.8 if _is(governor.lemma, "noun_goal") else -0.7
    if _is(governor.lemma, "give"):
        return 0.9
    if _is(governor.lemma, "motion"):
        return -1.0
    return 0.2 if _is(governor.lemma, "head_to") else -0.4


def _from(reading: Reading, governor: Token) -> float:
    if governor.pos in ("NOUN", "PROPN"):
        return 0.8 if _is(governor.lemma, "noun_source") else -0.7
    if _is(governor.lemma, "receive"):
        return 0.7
    return -0.8


def _of(reading: Reading, governor: Token) -> float:
    if _is(governor.lemma, "noun_place") or governor.pos == "PROPN":
        return -1.0
    if _is(governor.lemma, "noun_act") or _is(governor.lemma, "noun_relation"):
        return 0.8
    if _is(governor.lemma, "head_of"):
        return 0.7
    return -0.6


def _between(reading: Reading, governor: Token) -> float:
    if _is(governor.lemma, "noun_relation"):
        return 1.0
    return -0.6 if _is(governor.lemma, "noun_place") else -0.1


def _against(reading: Reading, governor: Token) -> float:
    return 1.2


def _for(reading: Reading, governor: Token) -> float:
    above = reading.tokens[governor.head]
    if _is(governor.lemma, "motion") or (above.pos == "VERB" and _is(above.lemma, "motion")):
        return -1.0
    if governor.pos == "NOUN":
        return 0.5
    return 0.6 if _is(governor.lemma, "head_for") else 0.1


def _over(reading: Reading, governor: Token) -> float:
    if _is(governor.lemma, "head_over"):
        return 0.8
    return -0.7


def _toward(reading: Reading, governor: Token) -> float:
    return -0.8 if _is(governor.lemma, "motion") else 0.8


def _than(reading: Reading, governor: Token) -> float:
    return -0.2


def _including(reading: Reading, governor: Token) -> float:
    return 0.7 if _is(governor.lemma, "noun_party") else -0.4


_PREPOSITIONS = {
    "by": _by, "with": _with, "on": _on, "upon": _on, "at": _at, "to": _to, "from": _from, "of": _of,
    "between": _between, "among": _between, "against": _against, "for": _for, "over": _over,
    "toward": _toward, "towards": _toward, "than": _than, "like": _including, "including": _including,
    "include": _including, "such": _including, "as": _including, "unlike": _including, "v.": _against,
    "v": _against, "versus": _against, "vs": _against, "vs.": _against, "without": _for, "behind": _for,
}  # fmt: skip


def _possessive(reading: Reading, index: int) -> float:
    thing = reading.tokens[reading.tokens[index].head]
    return _owned(thing)


def _owned(thing: Token) -> float:
    if _is(thing.lemma, "noun_place") or thing.pos == "PROPN":
        return -1.0
    if _is(thing.lemma, "noun_act"):
        return 0.9
    if _is(thing.lemma, "noun_relation"):
        return 0.6
    return 0.3 if thing.lemma.endswith(_DEEDS) else 0.1


_DEEDS = ("ment", "sion", "tion", "sal", "ance", "ence", "ness", "ure", "ship")
"""Endings of nouns for what somebody does or is, which a place does not."""


def _modifier(reading: Reading, index: int) -> float:
    thing = reading.tokens[reading.tokens[index].head]
    return 0.2 if _is(thing.lemma, "noun_act") else -0.5


def _indirect(reading: Reading, index: int) -> float:
    return 1.0


def _attribute(reading: Reading, index: int) -> float:
    verb = reading.tokens[index].head
    for child in reading.children.get(verb, ()):
        token = reading.tokens[child]
        if token.dep == "nsubj" and token.lemma.lower() in ("it", "that", "who"):
            return 0.6
    return -0.1


def _loose(reading: Reading, index: int) -> float:
    """A name that the parser hangs on no verb: in a headline, a list, or before a colon ("Moscow: ...")."""
    following = reading.tokens[index + 1].text if index + 1 < len(reading.tokens) else ""
    if reading.tokens[index].dep == "ROOT" and following == ":":
        return 0.5
    return -0.5


_RULES = {
    "nsubj": _subject, "csubj": _subject, "nsubjpass": _passive_subject, "dobj": _object, "obj": _object,
    "pobj": _prepositional, "poss": _possessive, "compound": _modifier, "amod": _modifier, "nmod": _modifier,
    "dative": _indirect, "iobj": _indirect, "attr": _attribute, "agent": _indirect, "oprd": _attribute,
}  # fmt: skip
