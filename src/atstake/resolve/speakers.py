"""Who denies, refuses or demands, where its attribution is linked to nobody, or to one further off.

A doubtful attribution is linked to nobody, as most of these are none; but who turns something down by name
does so, whether or not a reader of attributions counts it as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from atstake.facts.tables import alternatives
from atstake.model.annotations import Act, Attribution, Mention
from atstake.model.text import Span
from atstake.resolve.nested import nested

DENYING = re.compile(
    rf"\b(?:(?:den|reject|dismiss|refut|disput|rebuff)\w+|{alternatives('answers', 'turning')})",
    re.IGNORECASE,
)
"""Words of denying and turning down in a cue."""

# Acts of a named actor that are the actor's from that probability of the attribution on.
_BY_NAME: dict[Act, float] = {"denies": 0.0, "rejects": 0.0, "accuses": 0.3, "demands": 0.3, "proposes": 0.3}
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b(?!.*\bby\b)", re.IGNORECASE)
_OWNED = re.compile(r"['’]s?$")
# Characters of a source that may stand beside its name: an article, a form of address.
_ARTICLE = 4


def beside(
    text: str, sentence: Span, mentions: Iterable[Mention], attribution: Attribution
) -> Mention | None:
    """Who stands right before a denying cue or behind its "by", where the source found is another.

    "They call it a pact, a charge which Brenia denies": not they, but Brenia.
    """
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or not DENYING.search(cue.quote):
        return None
    here = {m.id: m for m in mentions}
    for found in nested(text, sentence, here.values(), ()):
        mention = here[found.mention]
        near = "," not in text[mention.target.end : found.word.start]
        if found.word.overlaps(cue.whole) and _is_named(mention):
            fits = near or source.quote.lower() in ("who", "which")
            return mention if fits and not source.whole.overlaps(mention.target.whole) else None
    return None


def named_source(mentions: Iterable[Mention], attribution: Attribution) -> Mention | None:
    """The name that is all of a source, but for the title before it, of what a named actor does by name."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or attribution.probability < _BY_NAME.get(attribution.act, 1.1):
        return None
    if _PASSIVE.search(cue.quote) or _OWNED.search(source.quote):
        return None
    for mention in mentions:
        rest = len(source.whole) - len(_with_title(mention))
        if source.whole.contains(_with_title(mention)) and rest <= _ARTICLE and _is_named(mention):
            return mention
    return None


def _with_title(mention: Mention) -> Span:
    whole, role = mention.target.whole, mention.role
    return Span(role.start, whole.end) if role is not None and role.end <= whole.start else whole


def _is_named(mention: Mention) -> bool:
    """Whether it is a name, or "the government", "the ministry"."""
    if mention.form == "nominal":
        return mention.type in ("government", "organisation") and mention.target.quote[:4].lower() == "the "
    return mention.form in ("name", "acronym")
