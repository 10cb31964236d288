"""Who speaks inside another's words: "the king denied it, the president said", "the king's denial of it".

The reader finds the outer statement, which stays as it is. An inner one is added only where the sentence
binds it: a verb or owned noun of speech (``facts/relayed.tsv``), told as done, whose subject or owner is
somebody named right at it. It records the statement that tells it, and is never taken for direct speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from atstake.extract.attributions.acts import act_of, is_hedged, is_negated
from atstake.extract.attributions.content_acts import polarity
from atstake.extract.coreference.asserted import is_asserted, is_given
from atstake.extract.coreference.barred import LEAST
from atstake.extract.coreference.complements import Frame, of_noun, of_verb
from atstake.extract.coreference.sources import source_mentions
from atstake.facts.cues import acts
from atstake.model.annotations import Act, Annotations, Attribution, Mention
from atstake.model.provenance import target_id
from atstake.model.reading import Reading
from atstake.model.text import Span

# What is asked, wanted or denied is not told as so.
_TELLS: frozenset[Act] = frozenset({"says", "confirms", "praises", "accuses", "agrees", "other"})
# Whoever rejects "the king's demand" tells that there is one, but nothing else.
_TURNS_DOWN: frozenset[Act] = frozenset({"rejects", "denies", "doubts"})
_UNREAL = re.compile(
    r"\b(?:seem\w*|appear\w*|would|could|might|may|should|if|whether|ask(?:s|ed|ing)?|wonder\w*|hop\w+|"
    r"fear\w*|expect\w*|want\w*|wish\w*|plan\w*|intend\w*|imagin\w*|worr\w+|predict\w*|forecast\w*|"
    r"consider\w*|suspect\w*|doubt\w*)\b"
)
_OPEN = re.compile(r"^\W*(?:if|whether|what|how|why|who|when)\b", re.IGNORECASE)
_MEANT = frozenset({"person", "government", "organisation", "armed-group"})
_SPEAKS_FOR = re.compile(r"spokes|official|representative|statement", re.IGNORECASE)


def with_relayed(reading: Reading, found: Annotations, outlets: frozenset[str]) -> Annotations:
    """``found`` with the statements told inside others; ``outlets`` are the mentions of news outlets.

    Mentions must have their antecedents, attributions their mentions.
    """
    frames: dict[Span, Frame] = {}
    made: dict[Span, Attribution] = {}
    taken = [s for a in found.attributions if a.cue and a.probability >= LEAST for s in a.cue.spans]
    for outer in sorted(found.attributions, key=lambda a: (-len(a.content.whole), a.id)):
        if _is_telling(outer):
            for frame in _frames(reading, outer):
                if not any(frame.cue.overlaps(c) for c in taken):
                    frames[frame.cue] = frame
                    made[frame.cue] = _made(reading, outer, frame, outer.mention in outlets)
    chosen = source_mentions(reading, replace(found, attributions=tuple(made.values())))
    mentions = {m.id: m for m in found.mentions}
    root = {a.id: _root(mentions, a.mention) for a in found.attributions}
    kept = []
    for cue, inner in made.items():
        speaker = mentions.get(chosen.get(inner.id, ""))
        if speaker is None or not _is_bound(reading, frames[cue], speaker, mentions):
            continue
        if inner.act != "other" and _root(mentions, speaker.id) != root.get(inner.via or "", ""):
            kept.append(replace(inner, mention=speaker.id))
    return replace(found, attributions=_linked((*found.attributions, *kept)))


def _is_telling(outer: Attribution) -> bool:
    """Whether the outer statement is surely one, and says so what it says, or turns it down."""
    cue = outer.cue.quote.lower() if outer.cue else ""
    unreal = is_negated(cue) or _UNREAL.search(cue) or _OPEN.match(outer.content.quote)
    return outer.probability >= LEAST and outer.act in _TELLS | _TURNS_DOWN and not unreal


def _frames(reading: Reading, outer: Attribution) -> Iterator[Frame]:
    """The frames of speech told as done inside one stretch of what the outer source says."""
    for span in outer.content.spans:
        for i in reading.tokens_in(span):
            kind = reading.tokens[i].pos
            if kind == "VERB" and outer.act in _TELLS:
                frame = of_verb(reading, i)
                told = frame is not None and is_asserted(reading, i, outer)
            elif kind == "NOUN":
                frame = of_noun(reading, i)
                told = frame is not None and is_given(reading, i, outer)
            else:
                continue
            if frame is not None and told and (inside := _inside(frame, span)) is not None:
                yield inside
    if outer.act in _TELLS and (over := _over(reading, outer)) is not None:
        yield over


def _over(reading: Reading, outer: Attribution) -> Frame | None:
    """The frame whose words are all that the outer source's are: "the envoy told them that ..., she said".

    The reader has left out who is told to have said it.
    """
    content = outer.content.spans[-1]
    sentence = reading.sentence_at(content.start)
    if sentence is None or outer.cue is None or outer.cue.start < content.end:
        return None
    for i in range(sentence.first, sentence.last):
        token = reading.tokens[i]
        if token.start >= content.start or token.pos != "VERB" or token.tag not in ("VBD", "VBZ", "VBN"):
            continue
        frame = of_verb(reading, i)
        if (
            frame is not None
            and content.start - len("that ") <= frame.content.start <= content.start
            and content.end <= frame.content.end
        ):
            return frame if is_asserted(reading, i, outer) else None
    return None


def _inside(frame: Frame, span: Span) -> Frame | None:
    """The frame with what is said cut where the outer source's words end, None where it is not in them.

    Of "..., said Holm" the reader may give the outer source what is said alone: Holm stands behind it.
    """
    behind = frame.content.end <= frame.cue.start and frame.source.start > frame.cue.end
    if behind and span.start <= frame.content.start and frame.content.end <= span.end:
        return frame
    if not (span.contains(frame.source) and span.contains(frame.cue) and frame.content.start >= span.start):
        return None
    if frame.content.start >= span.end:
        return None
    return replace(frame, content=Span(frame.content.start, min(frame.content.end, span.end)))


def _made(reading: Reading, outer: Attribution, frame: Frame, outlet: bool) -> Attribution:
    content, cue = reading.target(frame.content), reading.target(frame.cue)
    said, words = content.quote, cue.quote
    return Attribution(
        id=target_id("attribution", content, "relayed"),
        content=content,
        source=reading.target(frame.source),
        cue=cue,
        act=_act(words, said),
        polarity=polarity(said),
        hedged=is_hedged(words, said),
        channel="text" if outlet else "relayed",
        probability=outer.probability,
        via=outer.id,
    )


def _act(cue: str, said: str) -> Act:
    """The act of a noun ("call" is no verb here; insisting that ... says), or of a verb by its cue."""
    noun = acts("noun").get(cue.lower())
    if noun == "demands" and said.startswith("that "):
        return "says"
    return noun or act_of(cue, said)  # type: ignore[return-value]


def _is_bound(reading: Reading, frame: Frame, speaker: Mention, mentions: Mapping[str, Mention]) -> bool:
    """Whether the mention is who the syntax says, and known: no pronoun, no mere place or people."""
    head = reading.tokens[frame.speaker]
    word = Span(head.start, head.end)
    at_head = speaker.target.whole.overlaps(word) or (
        speaker.role is not None and speaker.role.whole.overlaps(word)
    )
    if not at_head and not (_SPEAKS_FOR.match(head.text) and speaker.type != "person"):
        return False
    if speaker.type not in _MEANT and not speaker.metonym:
        return False
    if speaker.form in ("name", "acronym", "handle"):
        return True
    if speaker.form == "pronoun":
        return False
    if head.tag in ("NNS", "NNPS") and at_head:
        return False
    meant = mentions.get(_root(mentions, speaker.id) or "")
    if meant is not None and meant.form in ("name", "acronym", "handle"):
        return True
    body = speaker.type in ("government", "organisation") and bool(speaker.known or speaker.country)
    return body and speaker.target.quote.lower().startswith("the ")


def _root(mentions: Mapping[str, Mention], id: str | None) -> str | None:
    """The mention that a mention goes back to in the end."""
    seen: set[str] = set()
    while id is not None and id in mentions and id not in seen and mentions[id].antecedent:
        seen.add(id)
        id = mentions[id].antecedent
    return id


def _linked(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """In text order, each with the one whose words hold it, source, cue and all."""
    ordered = sorted(attributions, key=lambda a: (a.content.start, a.content.end, a.id))
    return tuple(replace(a, via=_teller(a, ordered)) for a in ordered)


def _teller(inner: Attribution, attributions: list[Attribution]) -> str | None:
    """The id of the closest surely attributed statement that holds one with its source and cue."""
    around = [
        a
        for a in attributions
        if a is not inner
        and a.probability >= LEAST
        and all(any(s.contains(t.whole) for s in a.content.spans) for t in inner.parts)
    ]
    return min(around, key=lambda a: (len(a.content.whole), a.id)).id if around else inner.via
