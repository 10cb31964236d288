"""Which quantities matter to a story: an editor marks few, and no lengths of time or "the two leaders".

The thresholds were set on the story gold, one story left out at a time (``evals/figures.py --story``).
"""

from __future__ import annotations

import re

from atstake.extract.figures.kinds import Counted
from atstake.model.reading import Reading, Sentence
from atstake.text.numbers.quantities import Quantity

# Nouns whose number measures time, length, weight and the like: context, not the story.
_MEASURES = re.compile(
    r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie|generation|"
    r"mile|kilometer|kilometre|km|meter|metre|foot|feet|inche|inch|yard|acre|hectare|degree|pound|kilo|kg|"
    r"point|basis|pm|am|gmt|utc|time|page|image|photo|picture|slide|comment|share|tag|word|line|"
    r"side|way|thing|part|piece|half|reason|step|option|question|example|kind|type|sort|front|area|segment|respect|"
    r"country|countrie|nation|government|leader|economy|economie|power|ally|"
    r"allie|neighbor|neighbour|state|party|partie|"
    r"source|talk|meeting|request|statement|visit|summit|round|"
    r"degree|star|game|match|goal|season|place|account|issue|matter|case|video|message|low|high)s?$"
)
# "Two officials said" counts nobody, "60 diplomats were expelled" does.
_SPEAKERS = re.compile(r"(?:official|diplomat|aide)s?$")
_TIME_UNIT = re.compile(r"[- ](?:second|minute|hour|day|week|month|year|decade)s?\b", re.IGNORECASE)
_GAUGE = re.compile(r"[- ]?(?:mm|cm|mph|kph|cc|caliber|calibre)\b", re.IGNORECASE)
_CHROME = re.compile(r"\b(?:slideshow|images?|photos?|comments?|shares?|tags?)\b", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"\s*\d{1,2}[.)](?:\s|$)")
_SIZE = re.compile(
    r"[- ](?:nation|page|point|party|way|sided?|state|star)\b"
    r"|-(?!strong\b|odd\b|plus\b)[a-z]+(?:\ [a-z]+|,)",
    re.IGNORECASE,
)

# Who make up a group ("a 40-member crew") are counted; "60-vote" tells of what size something is.
_NAMES_A_SIZE = re.compile(
    r"-(?!strong\b|odd\b|plus\b|person\b|people\b|man\b|woman\b|member\b)[a-z]+ (?!of\b|and\b|or\b)[A-Za-z]"
)
# How far off a poll may be, and how many it asked, are no figures of the story.
_ERROR = re.compile(r"\b(?:margins?|sampling|range) (?:of )?error\b[^.;]*$", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:poll(?:ed|ing)|survey(?:ed|ing|s)?(?: of)?|interview(?:ed|ing|s)(?: with)?|samples? of"
    r"|responses from|responses are reported for|polls? of|questioned)\b[^.;]{0,160}$",
    re.IGNORECASE,
)
_RESPONDENTS = re.compile(
    r"(?:voters?|adults?|respondents?|americans?|people|persons?|participants?|residents?|republicans?|democrats?"
    r"|interviews?|households?|[a-z]+goers?)$",
    re.IGNORECASE,
)

# A bare count of things counts as news from this many on.
_FEW, _MANY = 3, 10


def matters(reading: Reading, sentence: Sentence, quantity: Quantity, what: Counted) -> bool:
    """Whether an editor would put this number among the figures of the story."""
    text = reading.text
    after = text[quantity.span.end : sentence.span.end]
    if (
        _TIME_UNIT.match(after)
        or _GAUGE.match(after)
        or _LIST_NUMBER.fullmatch(text[sentence.span.start : quantity.span.end + 2])
    ):
        return False
    value = quantity.low if quantity.low is not None else (quantity.high or 0.0)
    noun = reading.tokens[what.noun].text.lower() if what.noun is not None else ""
    if what.kind == "money":
        return not (after[:1] == ")" and text[: quantity.span.start].endswith("(")) and value > 0
    if what.kind == "percent":
        return _ERROR.search(text[sentence.span.start : quantity.span.start]) is None
    if what.kind in ("votes", "strikes", "troops") and value == 1 and after.startswith(" of "):
        # "Was one of 11 who voted no" counts eleven votes, "one of those missiles" none.
        return False
    if what.kind != "other" and _NAMES_A_SIZE.match(after):
        # "A 60-vote threshold", "a three-stage rocket": how large it is.
        return False
    if what.kind != "other":
        return value >= 1
    if (
        not noun
        or _MEASURES.search(noun)
        or _CHROME.search(text[sentence.span.start : sentence.span.end][:40])
    ):
        return False
    if not quantity.vague and value < (_MANY if _SPEAKERS.search(noun) else _FEW):
        return False
    asked = _ASKED.search(text[sentence.span.start : quantity.span.start]) and _RESPONDENTS.match(noun)
    return value != 0 and not asked and not _describes(text, quantity, after)


# Private functions


def _describes(text: str, quantity: Quantity, after: str) -> bool:
    """A decimal of no unit is a score or a version; "28-nation" or "three-ring circus"
    tells a size."""
    return bool(_SIZE.match(after)) or "." in text[quantity.number.start : quantity.number.end]
