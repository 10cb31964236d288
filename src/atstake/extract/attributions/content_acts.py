"""What the content's own words say about the act, where the cue only says "said"."""

from __future__ import annotations

import re

from atstake.facts import cues
from atstake.facts.held import is_held_by_another
from atstake.model.annotations import Act, Polarity

_CLAIMS = (
    r"(?:claims?|allegations?|accusations?|reports?|suggestions?|charges?|assertions?|insinuations?|rumou?rs?|"
    r"speculation|notions?|media reports?|stories|story)"
)
_FALSE = (
    r"(?:false|untrue|not true|baseless|unfounded|groundless|fabricat(?:ed|ions?)|nonsense|lies|a lie|"
    r"fake|rubbish|"
    r"absurd|ridiculous|propaganda|a hoax|without (?:any )?(?:basis|foundation)|not (?:correct|accurate))"
)
_OF_CLAIM = re.compile(
    rf"^(?:(?:the|these|those|such|any|all|as|what|his|her|their|its|u\.?s\.?|american|western|russian)\s+)*"
    rf"(?:\w+\s+){{0,2}}{_CLAIMS}\b(?!\s+card)|^(?:that|as)\s+(?:\w+\s+){{0,3}}(?:{_FALSE}|{_CLAIMS})|\bas\s+(?:\w+\s+)?{_FALSE}"
)
_OF_DOING = re.compile(r"^(?:the|any|all)?\s*(?:\w+ )?(?:notions?|suggestions?) of \w+ing\b")
_IS_FALSE = re.compile(
    rf"\b{_CLAIMS}\b.{{0,60}}\b(?:is|are|was|were)\s+(?:\w+\s+)?{_FALSE}"
    rf"|^(?:(?:this|that|it)(?:'s|’s| is| was)\s+)"
    rf"(?:\w+\s+){{0,2}}{_FALSE}|^{_FALSE}\W*$"
)
_FIRST_PERSON = re.compile(
    r"^(?:\W*\w+\W+){0,6}?\b(?:we|i)(?:['’]ve|\s+have)?((?:\s+\w+ly|\s+also|\s+do|\s+will|\s+can)*)"
    r"(\s+not|\s+never|n['’]t|not)?\s+(\w+)"
)
_OWN_ACTS = frozenset({"denies", "rejects", "demands", "promises", "accuses", "praises", "proposes"})
_LATER = re.compile(r"[.!?][”\"]? .*", re.S)
_MUST = re.compile(r"\b(?:must(?! have)|has got to|have got to)\b")
_SHOULD = re.compile(r"\b(?:should|ought to)\b(?! have)")
_GERUND = re.compile(r"^(?:\w+ly )?(?!during|king\b|nothing|something|anything|everything)\w+ing\b")
_THREAT = re.compile(
    r"\b(?:consequences?|retaliat\w*|respond|response|reprisals?|strike back|pay a|price|sanctions?|force|"
    r"punish\w*|war|military action|all options|revenge|destroy\w*|attack)\b"
)
_NO = re.compile(
    r"(?<!\band )(?<!\bor )(?<!\bover )(?<!\bthan )"
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without)\b|n['’]t\b"
)
_TURN = re.compile(r"\b(?:that|which|who|because|if|unless|but|although|while|until|when|whether)\b|[;:—–]")


def is_of_claim(said: str) -> bool:
    """Whether what is rejected is a claim, not a thing to do ("the notion of sharing the river")."""
    return bool(_OF_CLAIM.search(said)) and not _OF_DOING.search(said)


def is_advice(said: str) -> bool:
    """Whether a suggestion is of something to do."""
    return bool(_GERUND.match(said) or _SHOULD.search(said))


def warned(said: str) -> Act:
    """A warning: not to do something, of consequences, or only of what may come."""
    if re.match(r"^(?:\w+ ){0,4}(?:not to|against)\b", said):
        return "demands"
    return "threatens" if _THREAT.search(said) else "says"


def said(content: str) -> Act:
    """The act of plain saying, by what is said: "that is a lie", "we demand", "they must"."""
    false = _IS_FALSE.search(content)
    if false is not None and not is_held_by_another(content, false.end()):
        return "denies"
    own = _FIRST_PERSON.match(content)
    if own:
        act = cues.acts("verb").get(cues.verbs().get(own[3], ""), "")
        if own[2]:
            return "rejects" if own[3] in ("accept", "recognise", "recognize", "agree", "support") else "says"
        if act in _OWN_ACTS and own[3] in cues.verbs().values():
            return act  # type: ignore[return-value]
    return "demands" if _MUST.search(_LATER.sub("", content)) else "says"


def polarity(content: str) -> Polarity:
    """Whether the content's main clause is negated, as far as its first words tell."""
    return "negative" if _NO.search(" ".join(main_clause(content).split()[:16])) else "positive"


def main_clause(content: str) -> str:
    """The first words of what is said, in lower case, up to where a clause turns off."""
    clause = re.sub(r"^that ", "", content.lower().strip("“”\"‘’' "))
    turn = _TURN.search(clause)
    return clause[: turn.start()] if turn and turn.start() > 12 else clause
