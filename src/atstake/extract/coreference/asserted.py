"""Whether a verb inside reported words is told as done: no wish, condition, question or denial of it.

Strict: a clause that hangs on anything but verbs of knowing and saying counts as not told.
"""

from __future__ import annotations

from atstake.model.annotations import Attribution
from atstake.model.reading import Reading, Token
from atstake.model.text import Span

# Negations, and words that leave it open whether it was so.
_UNSURE = frozenset(
    "not n't n’t never hardly barely rarely seldom scarcely nearly almost always often usually typically "
    "sometimes generally allegedly reportedly apparently supposedly perhaps maybe possibly probably "
    "presumably either neither nor".split()
)
_NONE = frozenset("no neither any few every each whoever whichever what which whose".split())
_OPEN = frozenset("if unless whether lest until till like".split())
_HAPPENED = frozenset("because although though while whereas since as after before when that".split())
# Verbs and adjectives behind which it is so: "he knows that the king promised".
_SURE = frozenset(
    "know see notice recall remember note hear learn realise realize understand say tell add stress point "
    "find show glad happy pleased sad sorry aware confident grateful surprised clear true".split()
)
_SURE_NOUNS = frozenset("fact news".split())
# A noun of speech under these is asked for, not given.
_AWAITED = frozenset(
    "await wait seek want need demand get expect require hope ask call win secure obtain urge request push "
    "would make issue give offer break keep lack depend imagine consider".split()
)
_HIGHEST = 12


def is_asserted(reading: Reading, verb: int, outer: Attribution) -> bool:
    """Whether the verb, in what the outer source says, is finite, told as done, and not asked."""
    return not _asks(reading, verb) and _is_done(reading, verb) and _hangs_on_facts(reading, verb, outer)


def is_given(reading: Reading, noun: int, outer: Attribution) -> bool:
    """Whether an owned noun of speech ("the king's denial") is told as there, not waited for."""
    tokens = reading.tokens
    if _asks(reading, noun):
        return False
    i = noun
    for _ in range(_HIGHEST):
        above = tokens[i].head
        if above == i or _is_outside(reading, above, outer):
            return True
        token = tokens[above]
        if token.pos in ("VERB", "AUX"):
            known = token.lemma.lower() not in _AWAITED or tokens[i].dep == "nsubj"
            told = _is_done(reading, above) and _hangs_on_facts(reading, above, outer)
            return known and (told or _is_beside(reading, above))
        if token.pos == "ADP" and token.text.lower() in ("without", "for", "against", "like", "than"):
            return False
        i = above
    return False


def _is_beside(reading: Reading, verb: int) -> bool:
    """Whether a verb only goes along with another: "undercutting the king's claim that ..."."""
    below = (reading.tokens[i] for i in reading.children.get(verb, ()))
    helped = any(t.dep in ("aux", "mark", "neg") for t in below)
    return reading.tokens[verb].tag == "VBG" and reading.tokens[verb].dep == "advcl" and not helped


def _asks(reading: Reading, index: int) -> bool:
    sentence = reading.sentence_at(reading.tokens[index].start)
    return sentence is None or reading.text[sentence.span.start : sentence.span.end].rstrip(
        "\"”’' )"
    ).endswith("?")


def _is_done(reading: Reading, verb: int) -> bool:
    """Whether the verb is finite in the indicative, past or present, and neither negated nor hedged."""
    tokens = reading.tokens
    below = [tokens[i] for i in reading.children.get(verb, ())]
    helpers = [t for t in below if t.dep in ("aux", "auxpass")]
    joined = verb
    while not helpers and tokens[joined].dep == "conj" and not _has_subject(reading, joined):
        joined = tokens[joined].head
        above = [tokens[i] for i in reading.children.get(joined, ())]
        helpers = [t for t in above if t.dep in ("aux", "auxpass")]
        below = below + [t for t in above if t.dep == "neg"]
    if any(t.tag in ("MD", "TO") for t in helpers) or any(t.text.lower() in _UNSURE for t in below):
        return False
    if not _is_finite(tokens[verb], helpers):
        return False
    for i in reading.children.get(verb, ()):
        if tokens[i].dep in ("nsubj", "nsubjpass") and _is_nobody(reading, i):
            return False
    return True


def _has_subject(reading: Reading, verb: int) -> bool:
    return any(reading.tokens[i].dep in ("nsubj", "nsubjpass") for i in reading.children.get(verb, ()))


def _is_finite(token: Token, helpers: list[Token]) -> bool:
    lemmas = {t.lemma.lower() for t in helpers}
    words = {t.text.lower() for t in helpers}
    if token.tag in ("VBD", "VBZ", "VBP"):
        return True
    if token.tag == "VBN":
        return bool(lemmas & {"have", "'ve", "’ve", "'d", "’d"}) or any(t.dep == "auxpass" for t in helpers)
    if token.tag == "VBG":
        return bool(words & {"is", "are", "was", "were", "been", "'s", "’s", "'re", "’re"})
    return token.tag == "VB" and bool(words & {"do", "does", "did"})


def _is_nobody(reading: Reading, subject: int) -> bool:
    below = reading.children.get(subject, ())
    return any(
        reading.tokens[i].text.lower() in _NONE
        for i in below
        if reading.tokens[i].dep in ("det", "neg", "poss")
    )


def _hangs_on_facts(reading: Reading, verb: int, outer: Attribution) -> bool:
    """Whether all that the verb hangs on, as far as the outer source's words go, says that it is so."""
    tokens = reading.tokens
    i = verb
    for _ in range(_HIGHEST):
        token, above = tokens[i], tokens[i].head
        if not _is_marked_as_so(reading, i):
            return False
        if above == i or _is_outside(reading, above, outer):
            return True
        head = tokens[above]
        if token.dep == "relcl":
            return True
        if token.dep in ("ccomp", "xcomp"):
            # A quotation that goes on behind the verb that it hangs on is told, not thought.
            if head.lemma.lower() not in _SURE or not _is_done(reading, above):
                return False
        elif token.dep == "advcl":
            if any(tokens[c].tag == "MD" for c in reading.children.get(above, ())):
                return False
        elif token.dep == "acl":
            if head.lemma.lower() not in _SURE_NOUNS:
                return False
        elif token.dep not in ("conj", "parataxis", "appos", "dep"):
            return False
        i = above
    return False


def _is_marked_as_so(reading: Reading, verb: int) -> bool:
    """Whether the word that opens the clause leaves no doubt: "after the king promised", not "if he did"."""
    tokens = reading.tokens
    for c in reading.children.get(verb, ()):
        word = tokens[c].text.lower()
        if tokens[c].dep == "mark" and word not in _HAPPENED:
            return False
        if tokens[c].dep == "advmod" and word in ("when", "whenever", "how", "why", "where", "wherever"):
            return word == "when" and tokens[verb].tag == "VBD"
        if word in _OPEN and c < verb:
            return False
    return True


def _is_outside(reading: Reading, index: int, outer: Attribution) -> bool:
    """Whether a word is none of what the outer source says."""
    word = Span(reading.tokens[index].start, reading.tokens[index].end)
    return not any(s.contains(word) for s in outer.content.spans)
