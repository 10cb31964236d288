"""The extractor: a reading's attributions, from the learned reader and from the rules for labelled speech."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from atstake.extract.attributions import acts, content_acts, labels
from atstake.extract.attributions.decode import Found, Range, Settings, decode
from atstake.extract.attributions.estimates import estimates
from atstake.extract.attributions.quoted import form_of
from atstake.extract.attributions.tidy import in_reach, tidy
from atstake.extract.encode import Encoded, Encoder
from atstake.model.annotations import Annotations, Attribution, Mention
from atstake.model.provenance import target_id
from atstake.model.reading import Reading
from atstake.model.text import Span, Target

# "Contrary to what Weil has said, the gates are open": the sentence is told against her, not by her.
_AGAINST = re.compile(r"\bcontrary to (?:what\s+)?(?:[^\s,;.]+\s+){0,4}$", re.IGNORECASE)


class AttributionExtractor:
    """Reads who said what. One encoder serves all documents; nothing is kept between them."""

    name = "attributions"
    needs = frozenset({"mentions"})
    makes = frozenset({"attributions"})

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.model = encoder.hash
        self._settings = Settings.read(encoder.description)

    def __call__(self, reading: Reading, found: Annotations) -> Annotations:
        """The document's attributions, in text order."""
        encoded = self._encoder(reading.text)
        read = (self._attribution(reading, encoded, one) for one in decode(encoded, self._settings))
        learned = [a for a in read if not _told_against(reading.text, a)]
        learned += [e for e in estimates(reading) if all(_is_apart(a, e) for a in learned)]
        made = sorted(labels.combined(reading, learned), key=lambda a: (a.content.start, a.content.end, a.id))
        whole = {a.id: with_mention(a, found.mentions) for a in made}
        return Annotations(reading.document.id, attributions=tuple(whole.values()))

    def _attribution(self, reading: Reading, encoded: Encoded, one: Found) -> Attribution:
        content = _target(reading, encoded, one.content)
        source = _target(reading, encoded, one.source) if one.source else None
        cue = _target(reading, encoded, one.cue)
        others = (*cue.spans, *(source.spans if source else ()))
        content = reading.target(*in_reach(reading, content.spans, others, cue.whole))
        if source is not None and (name := _speaker_cut_off(reading.text, content, source, cue)):
            kept = [*content.spans[:-1], Span(content.spans[-1].start, name.start)]
            content = reading.target(*tidy(reading.text, kept))
            source = reading.target(name)
        cue_words, said = " ".join(cue.quotes), " ".join(content.quotes)
        return Attribution(
            id=target_id("attribution", content, "text"),
            content=content,
            source=source,
            cue=cue,
            act=acts.act_of(cue_words, said),
            polarity="negative" if acts.is_negated(cue_words) else content_acts.polarity(said),
            hedged=acts.is_hedged(cue_words, said),
            form=form_of(reading.text, content.spans),
            channel="text",
            probability=round(one.probability, 4),
        )


def with_mention(attribution: Attribution, mentions: Iterable[Mention]) -> Attribution:
    """The attribution with the mention that is its source: the longest that has its head there."""
    if attribution.source is None:
        return attribution
    span = attribution.source.whole
    inside = [m for m in mentions if span.contains(m.head)]
    if not inside:
        return attribution
    best = max(inside, key=lambda m: (min(len(m.target.whole), len(span)), -m.target.start))
    return replace(attribution, mention=best.id)


def _is_apart(learned: Attribution, other: Attribution) -> bool:
    """Whether two attributions are of different words, or one tells the other with source, cue and all."""
    inside = any(s.contains(other.whole) for s in learned.content.spans)
    return inside or not learned.whole.overlaps(other.whole)


def _told_against(text: str, attribution: Attribution) -> bool:
    """Whether the content, behind a comma, is what the reporter holds against what the source says."""
    opening = min(part.start for part in (attribution.source, attribution.cue) if part is not None)
    cue, content = attribution.cue, attribution.content.start
    if cue is None or content < cue.end or "," not in text[cue.end : content + 1]:
        return False
    return _AGAINST.search(text, max(0, opening - 60), opening) is not None


# The subject of the verb, at the end of what is said where a comma has been lost.
_NAME_AT_END = re.compile(r"(?<=[a-z] )(?:[A-Z][\w'’-]+ ?){1,3}$")


def _speaker_cut_off(text: str, content: Target, source: Target, cue: Target) -> Span | None:
    """The name that was left at the end of the content: "... this move Holm said according to the paper"."""
    between = text[cue.end : source.start]
    if content.end + 1 != cue.start or between.strip() != "according to":
        return None
    found = _NAME_AT_END.search(text, content.spans[-1].start, content.end)
    return Span(*found.span()) if found else None


def _target(reading: Reading, encoded: Encoded, ranges: list[Range]) -> Target:
    words = encoded.words.spans
    spans = [Span(words[s][0], words[e - 1][1]) for s, e in sorted(ranges)]
    return reading.target(*tidy(reading.text, spans))
