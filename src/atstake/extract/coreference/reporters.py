"""What the reporter tells of somebody, although the reader took it for their words.

What they seem to mean, must do, are likely to do or could say; what they show; what it comes to in the
reporter's eyes ("essentially put the onus on the council").
"""

from __future__ import annotations

import re

from atstake.facts.cues import acts, verbs
from atstake.facts.organisations import organisation_sector
from atstake.model.annotations import Attribution, Mention
from atstake.model.reading import Reading
from atstake.model.text import Span


def is_the_reporters(reading: Reading, attribution: Attribution, mention: Mention) -> bool:
    """Whether it is the reporter who says it of the mention."""
    return (
        _is_supposed(attribution)
        or _is_yet_to_be_said(attribution)
        or _is_reputed(reading, attribution)
        or _is_summed_up(reading, attribution)
        or _is_shown(attribution, mention)
        or _is_in_passing(reading, attribution)
    )


# What somebody seems to mean, must do or could say is the reporter's; what they could not say they did not.
_SUPPOSED = re.compile(
    r"(?:(?:is|are|was|were) )?"
    r"(?:tr(?:y|ies|ied|ying)|seeks?|sought|seeking|attempt(?:s|ed|ing)?|work(?:s|ed|ing)?) to "
    r"(?:blame|accuse|paint|portray|cast|depict|frame|smear|shift|pin|show|prove|demonstrate)\b|"
    r"(?:(?:do|does|did)(?: not|n[’']t) )?(?:seem|appear)|"
    r"(?:c[ao]me across|looks? like|sound(?:s|ed)? like|known for\b|need(?:s|ed)? to\b|"
    r"look(?:s|ed)? (?:incapable|unable|lost|set|poised|likely|ready|like)|struggl(?:es?|ed|ing) to\b|"
    r"ignor(?:es?|ed|ing)\b|overlook|fail(?:s|ed|ing)? to\b|ha(?:s|ve|d) (?:\S+ )?(?:motives?|reasons?)\b|"
    r"(?:will )?(?:have|has) to (?!say|admit)|"
    r"would (?!not\b|only\b|say\b|like\b|neither\b|never\b|rather\b)|"
    r"(?:must|should|may|might|could|can)\b(?! not\b|n.t\b))",
    re.IGNORECASE,
)


# What the reporter expects of somebody: "is sure to answer", "is not planning on a sale".
_EXPECTED = re.compile(
    r"(?:(?:is|are|was|were)(?: not|n[’']t)? )?(?:\w+ly )?"
    r"(?:(?:sure|certain|bound|likely|unlikely|poised|destined|gearing up|prepar(?:ing|es|ed)) (?:to|for)"
    r"|planning (?:to|on))\b"
    # That they differ: "are split on the dam".
    r"|(?:is|are|was|were|remain(?:s|ed)?) (?:\w+ly )?(?:divided|split|at odds|torn|deadlocked)\b"
    # What they were after: "had sought to win over the port".
    r"|(?:ha(?:s|ve|d) )?(?:\w+ly )?(?:sought|attempted) to\b",
    re.IGNORECASE,
)


def _is_supposed(attribution: Attribution) -> bool:
    """Whether the cue tells what the source is taken to think or might say: "Holm must decide ..."."""
    cue = attribution.cue
    if cue is None or attribution.form != "indirect":
        return False
    return _SUPPOSED.match(cue.quote) is not None or _EXPECTED.match(cue.quote) is not None


_WILL = re.compile(
    r"(?:will|['’]ll|(?:is|are) (?:going|set|due|expected|scheduled|likely) to)\s+"
    r"(?:\w+ly\s+|also\s+|soon\s+)?(\w+)",
    re.IGNORECASE,
)
_TELLING = frozenset({"says", "accuses", "praises", "confirms"})


def _is_yet_to_be_said(attribution: Attribution) -> bool:
    """Whether the reporter only tells what will be said; "will reject" is a stand already."""
    cue = attribution.cue
    ahead = _WILL.match(cue.quote) if cue is not None and attribution.form == "indirect" else None
    return ahead is not None and acts("verb").get(verbs().get(ahead[1].lower(), "")) in _TELLING


# What is said or believed of somebody nobody says but who stands behind "by".
_REPUTED = re.compile(
    r"(?:(?:is|are|was|were|has been|have been|had been|being)\s+(?:\w+ly\s+)?)"
    r"(?:said|reported|believed|thought|expected|alleged|known|understood|rumou?red|feared|presumed|supposed"
    r"|deemed|considered)\b"
    r"|(?:said|reported|believed|alleged|rumou?red|thought) to (?:have|be)\b",
    re.IGNORECASE,
)


def _is_reputed(reading: Reading, attribution: Attribution) -> bool:
    """Whether others are left unnamed who say or believe it: "Holm is said to have ..."."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or attribution.form == "direct" or not _REPUTED.match(cue.quote):
        return False
    return " by " not in f" {reading.text[cue.start : max(cue.start, source.start)]} "


# What it comes to in the reporter's eyes.
_IN_EFFECT = (
    r"(?:essentially|effectively|in effect|basically|practically|virtually|all but|tacitly|implicitly"
    r"|seemingly|apparently)"
)
_BEFORE_CUE = re.compile(rf"\b{_IN_EFFECT}\s*$", re.IGNORECASE)
_IN_CUE = re.compile(rf"(?:(?:has|have|had|is|are|was|were) )?{_IN_EFFECT}\b", re.IGNORECASE)


_SAYING = re.compile(r"\b(?:say|says|said|saying|tell|tells|told|telling)\b", re.IGNORECASE)


def _is_summed_up(reading: Reading, attribution: Attribution) -> bool:
    """Whether the reporter says what it comes to: "Holm essentially called the ferry lost"."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or attribution.form == "direct" or cue.end < source.end:
        return False
    if _SAYING.search(cue.quote):
        # "Holm was basically saying that it is lost": in other words, but hers.
        return False
    before = reading.text[source.end : max(source.end, cue.start)]
    return _BEFORE_CUE.search(before) is not None or _IN_CUE.match(cue.quote) is not None


_SHOW = re.compile(r"(?:ha(?:s|ve|d) )?(?:show(?:s|ed|n|ing)?|display(?:s|ed|ing)?)\b", re.IGNORECASE)
_THAT = re.compile(r"\W*(?:that|how|why|whether|what)\b", re.IGNORECASE)


def _is_shown(attribution: Attribution, mention: Mention) -> bool:
    """Whether somebody shows something, as no poll or picture does: "the deputies show little unity"."""
    cue = attribution.cue
    if cue is None or attribution.form != "indirect" or not _SHOW.match(cue.quote):
        return False
    shows = mention.type == "organisation" and organisation_sector(mention.known) != "PTY"
    return not shows and not _THAT.match(attribution.content.quote)


def _is_in_passing(reading: Reading, attribution: Attribution) -> bool:
    """Whether the verb of saying only tells which thing is meant, and the sentence goes on of that.

    "The ports she wrote about <have closed since>": she says nothing of it.
    """
    tokens, cue = reading.tokens, attribution.cue
    if cue is None or attribution.form != "indirect" or attribution.content.start < cue.end:
        return False
    if tokens[reading.tokens_in(cue.whole).stop - 1].pos != "ADP":
        return False
    said = [i for i in reading.tokens_in(cue.whole) if tokens[i].pos == "VERB"]
    clause = next((i for i in said if tokens[i].dep == "relcl"), None)
    if clause is None:
        return False
    above = tokens[clause].head
    while tokens[above].head != above:
        above = tokens[above].head
        token = tokens[above]
        if token.pos in ("VERB", "AUX") and any(
            s.contains(Span(token.start, token.end)) for s in attribution.content.spans
        ):
            return True
    return False
