"""What is done with the counted where nobody is named who does it: "spent on roads", the "loss of" them."""

from __future__ import annotations

import re

from atstake.extract.figures.done import Deed
from atstake.extract.figures.phrases import clipped, is_denied, is_told, sentence_from, tail
from atstake.facts.participles import participle
from atstake.model.reading import Reading, Sentence

_SAYS_LITTLE = frozenset(
    "be have do get see know include mean let help cost say think believe claim total reach hit exceed near "
    "top number approach surpass average lack".split()
)
_PERSONS = frozenset("i we you he she they it".split())
_PARTS = re.compile(
    r"(?:number|total|pool|group|crowd|audience|throng|majority|list|series|average|handful|couple|range|rest"
    r"|sum|amount|mix|combination|fleet|team|collection|host|string|stream|set|field)s?$"
)
"""What only tells that there are several of the counted: "a total of 40 boats"."""
_DEEDS = frozenset(
    "loss death murder arrest release transfer theft rescue sale purchase trial rape abuse seizure "
    "harassment removal killing detention deportation expulsion deployment creation construction "
    "destruction elimination reduction separation relocation imprisonment appointment recruitment "
    "mistreatment shooting bombing hiring firing kidnapping abduction evacuation resettlement execution "
    "beheading surrender capture shipment delivery withdrawal closure closing exchange spending payment "
    "disclosure collection replacement".split()
)
"""What is done with so many as it counts: "the loss of 40 jobs"."""
_WISH = re.compile(
    r"(?:request|call|demand|need|plea|bid|search|hunt|indictment|subpoena|warrant|pardon|amnesty|asylum|visa)s?$"
)
_BURDEN = re.compile(
    r"(?:tariff|tax|dut|lev|sanction|fine|charge|ban|limit|restriction|cap|penalt|lawsuit|case|complaint"
    r"|allegation)(?:y|ies|es|s)?$"
)
_DONE_BEHIND = frozenset({"by", "after", "including"})
"""What stands before a deed that is done: "after spending 40 million"."""
_BURDENS = frozenset({"on", "against"})


def over_parts(reading: Reading, top: int) -> int:
    """The token over the counted without a word that only says that they are several: "a total of"."""
    tokens = reading.tokens
    for _ in range(2):
        link = tokens[top].head
        noun = tokens[link].head
        if tokens[top].dep != "pobj" or tokens[link].text.lower() != "of" or link > top:
            break
        if not _PARTS.match(tokens[noun].lemma.lower()):
            break
        top = noun
    return top


def undergone(reading: Reading, sentence: Sentence, deed: Deed) -> str:
    """What is done with the counted: "spent on roads", "to spend on roads" of what somebody means to do."""
    tokens, verb = reading.tokens, reading.tokens[deed.verb]
    if verb.lemma.lower() in _SAYS_LITTLE or (verb.tag == "VBG" and verb.dep == "acl"):
        # "Households earning 40,000" are not what is counted.
        return ""
    end = deed.link + 1 if deed.link is not None else _object_begins(reading, deed)
    if deed.link is not None and tokens[deed.link].text.lower() == "by":
        return ""
    between = range(deed.verb + 1, end)
    if deed.link is not None and not any(tokens[i].dep == "dobj" for i in between):
        # "Sent a letter to 40 clerks"; "came to 2 percent" leaves nobody who did it.
        return ""
    if deed.link is None and any(tokens[i].dep != "prt" for i in between):
        # "It gives them $4 million": a person stands between.
        return ""
    words = sentence_from(reading, sentence, deed.verb + 1, end) if len(between) else ""
    if len(between) and not words:
        return ""
    goes_on = tail(reading, sentence, deed.behind, deed.verb) if deed.link is None else ""
    form = _form(reading, deed.verb)
    if not (words or goes_on) and _is_by_a_pronoun(reading, deed.verb):
        # "They wanted 40 boats" says nothing of the boats.
        return ""
    if not goes_on and deed.link is None and form.startswith("to "):
        return ""
    return " ".join(w for w in (form, words, goes_on) if w) if form else ""


def asked_for(reading: Reading, sentence: Sentence, last: int) -> str:
    """What is done with the counted in a clause on them: "raised for the wall" of "she raised for ..."."""
    tokens, at = reading.tokens, last + 1
    if at >= sentence.last or tokens[at].text.lower() not in _PERSONS:
        return ""
    verb = tokens[at].head
    if tokens[verb].dep != "relcl" or tokens[verb].head > last or not is_told(reading, verb):
        return ""
    if tokens[verb].lemma.lower() in _SAYS_LITTLE or is_denied(reading, verb):
        return ""
    if any(tokens[c].dep in ("dobj", "ccomp") for c in reading.children.get(verb, ())):
        return ""
    goes_on, form = (
        clipped(reading, verb + 1, sentence.last, set(reading.subtree(verb))),
        _form(reading, verb),
    )
    return f"{form} {goes_on}" if form and goes_on else ""


def of_a_deed(reading: Reading, sentence: Sentence, top: int) -> str:
    """A noun of what is done with the counted: "loss of", "call for"; "with tariffs on them"."""
    tokens = reading.tokens
    link = tokens[top].head
    noun = tokens[link].head
    if tokens[top].dep != "pobj" or tokens[link].pos != "ADP" or tokens[noun].pos != "NOUN" or noun >= link:
        return ""
    first, lemma, by = noun, tokens[noun].lemma.lower(), tokens[link].text.lower()
    while first > sentence.first and tokens[first - 1].dep in ("amod", "compound"):
        told = tokens[first - 1]
        if told.head not in range(first, noun + 1) or told.pos == "NUM" or not told.text[:1].isalpha():
            break
        first -= 1
    words = sentence_from(reading, sentence, first, noun + 1)
    if not words:
        return ""
    if (by == "of" and lemma in _DEEDS) or (by == "for" and _WISH.match(lemma)):
        return f"{words} {by}"
    if by in _BURDENS and _BURDEN.match(tokens[noun].text.lower()) and tokens[noun].tag == "NNS":
        return f"with {words} {by} them"
    return ""


# Private functions


def _form(reading: Reading, verb: int) -> str:
    """A verb as it is told of its object: "raised", "to spend"; "" where it is not said to be done or meant.

    "Putting 40 on a list" of a plan that "would change it" is still to be done; "accused of taking 40" is
    nobody's deed.
    """
    token, tokens = reading.tokens[verb], reading.tokens
    if token.tag == "VB":
        return f"to {token.text}" if _is_meant(reading, verb) else ""
    if token.tag == "VBG":
        if token.dep == "pcomp" and tokens[token.head].text.lower() not in _DONE_BEHIND:
            return ""
        over = next((i for i in reading.above(verb)[1:] if tokens[i].pos == "VERB"), verb)
        done = tokens[token.head].text.lower() == "after"
        meant = over != verb and not done and _is_meant(reading, over)
        return f"to {token.lemma.lower()}" if meant else participle(token.lemma.lower())
    regular = token.tag == "VBN" or (token.tag == "VBD" and token.text.endswith("ed"))
    return token.text if regular else participle(token.lemma.lower())


def _is_meant(reading: Reading, verb: int) -> bool:
    """Whether a verb tells what is to be done, or may be: "to spend", "would spend"."""
    return any(reading.tokens[c].tag in ("TO", "MD") for c in reading.children.get(verb, ()) if c < verb)


def _is_by_a_pronoun(reading: Reading, verb: int) -> bool:
    return any(
        reading.tokens[c].dep == "nsubj" and reading.tokens[c].pos == "PRON"
        for c in reading.children.get(verb, ())
    )


def _object_begins(reading: Reading, deed: Deed) -> int:
    return min(i for i in (*reading.subtree(deed.top), deed.end) if i > deed.verb)
