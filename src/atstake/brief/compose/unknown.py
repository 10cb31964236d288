"""*What we do not know*: questions that the coverage leaves open, accusations with no reply found."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen
from atstake.brief.compose.overtaken import is_settled
from atstake.brief.compose.whose import mentions_of
from atstake.brief.compose.wording import the
from atstake.model.brief import Part, Prose, Unknown
from atstake.model.claims import Actor, Gap

_MOST: dict[str, int] = {"open-question": 6, "no-reply": 4}
_BESIDE = 0.3
"""Where there is a common subject, an open point below this share of the greatest centrality is beside it."""
_ASKED = 0.5
"""A mere question has to reach this share of what the most central statement has."""
_ANSWERABLE = {"person", "government", "armed-group"}
_OPEN = re.compile(
    r"\b(?:unclear|unknown|uncertain|not (?:yet |immediately |entirely )?(?:clear|known|certain)"
    r"|remains? to be seen"
    r"|(?:has|have) yet to|whether|no one (?:knows|is sure))\b",
    re.IGNORECASE,
)
# "Remains unknown to a quarter of voters", "was unclear when asked": somebody is obscure or evades.
# "Would not answer his question about whether", "it is not clear to me": one asks or doubts.
_OF_SOMEBODY = re.compile(
    r"\bunknown (?:to (?!what|when|how|whom)|among |outside )|\bunclear (?:when|if) (?:asked|pressed)\b"
    r"|\b(?:his|her|my|their|our|[’']s) (?:\w+ )?questions? (?:\w+ )?(?:about|on|as to|of) whether\b"
    r"|\bnot (?:yet |entirely )?(?:clear|certain) to (?:me|us|him|her)\b",
    re.IGNORECASE,
)
_YET = re.compile(
    r"\b(?:has|have|had)\s+yet\s+to\b(?!\s+(?:be\s+)?(?:say|said|announce|decide|determine|respond|comment|confirm|"
    r"release|identif|disclose|explain|specif|agree|reply|publish|reveal|name|set|schedule)\w*)",
    re.IGNORECASE,
)
# "That could raise more questions about whether ...", "to settle any questions": nothing is open.
_SETTLED = re.compile(
    r"\b(?:could|might|may|would|will|to) (?:also )?(?:raise|pose|prompt|invite)\b[^.;]{0,30}\bquestions?\b"
    r"|\b(?:settle|resolve|answer(?:ed|ing|s)?|put to rest|clear up|address|dispel|raised|field(?:s|ed|ing)"
    r"|bat(?:s|ted|ting)? away|fend(?:s|ed|ing)? off|dodg(?:e[sd]?|ing)|duck(?:s|ed|ing)?"
    r"|(?:response|repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)) to"
    r"|deflect(?:s|ed|ing)?|sidestep(?:s|ped|ping)?|posed)\b"
    r"[^.;]{0,40}\b(?:questions?|doubts?)\b",
    re.IGNORECASE,
)
# "Could have brought charges against him": nobody is charged with anything.
_NOT_CHARGED = re.compile(
    r"\b(?:could|would|should|might|may) have (?:\w+ ){0,2}charge[ds]?\b"
    r"|\b(?:to|not|never|n[’']t) (?:bring|file|press|lay) (?:\w+ )?charges?\b",
    re.IGNORECASE,
)
_POSSESSED = re.compile(
    r"[’']s?\b(?! (?:is|was|has|had)\b)"
    r"|[- ](?:campaign|administration|team|aides?|officials?|allies|ally|associates?"
    r"|supporters?|figures|family|organi[sz]ation|foundation|advis[eo]rs?|companies|company)\b"
)
_PUT = re.compile(
    r"\b(?:you|your|I|me|my|we|our|us)\b|^\W*(?:what kind|what sort|where w(?:as|ere)|how (?:could|dare|can)"
    r"|who cares|why (?:not|did|didn|do|does))\b",
    re.IGNORECASE,
)
"""Of a question: put to somebody in an interview, or asked to make a point."""
# Words that charge somebody with something; to attack or to mock calls for no reply.
_ACCUSES = re.compile(
    r"\b(?:accus|alleg|blam|charg|claim|implicat|point(?:ed|s|ing) (?:the|a) finger)\w*", re.IGNORECASE
)
_ALONE = re.compile(r"(?:^|\n)\s*$")
_ASKED_OFTEN = 3
"""Questions on lines of their own from which on a text is one of questions and answers."""
_ORDER: tuple[Literal["open-question", "no-reply"], ...] = ("open-question", "no-reply")


def gaps(coverage: Coverage, taken: Seen) -> Part[Unknown]:
    """Open questions first, then what nobody answered. That a claim rests on one text, its line says."""
    shown: list[Unknown] = []
    more = 0
    for kind in _ORDER:
        told = [e for g in coverage.resolution.gaps if g.kind == kind and (e := _entry(coverage, g))]
        told = _central(coverage, told)
        told.sort(key=lambda e: (not lines.is_whole(e.line), not _is_open(e)))
        # That nobody answered is news also where the accusation stands among the positions.
        found = [e for e in told if taken.add(lines.words_of(e.line)) or kind == "no-reply"]
        found = _each_accused_once(found)
        shown += found[: _MOST[kind]]
        more += max(0, len(found) - _MOST[kind])
    return Part(tuple(shown), more)


def _each_accused_once(found: list[Unknown]) -> list[Unknown]:
    """Of several charges of one against one, of which none was answered, the first."""
    kept: dict[tuple[str, ...], Unknown] = {}
    for entry in found:
        opened = [p.text for p in entry.line.parts if isinstance(p, Prose)]
        kept.setdefault((*opened, entry.remark) if entry.remark else (entry.line.key,), entry)
    return list(kept.values())


def _is_a_heading(coverage: Coverage, entry: Unknown) -> bool:
    """Whether a question stands as one of several over the answers that a text gives itself."""
    target = entry.line.quotes[0].target
    text = coverage.text(target.document)
    asked = [s.target for s in coverage.statements(target.document) if s.target.quote.endswith("?")]
    alone = [t for t in asked if _ALONE.search(text[: t.start]) and text[t.end : t.end + 1] in ("", "\n")]
    return len(alone) >= _ASKED_OFTEN and any(t.whole.overlaps(target.whole) for t in alone)


def _accuses(entry: Unknown) -> bool:
    told = (_NOT_CHARGED.sub("", q.target.quote) for q in entry.line.quotes)
    return entry.kind != "no-reply" or any(_ACCUSES.search(words) for words in told)


def _central(coverage: Coverage, told: list[Unknown]) -> list[Unknown]:
    """What most of the dossier speaks of, too, and no question put to somebody or to make a point."""
    told = [e for e in told if _accuses(e) and not _is_a_heading(coverage, e)]
    told = [e for e in told if not any(_SETTLED.search(q.target.quote) for q in e.line.quotes)]
    told = [e for e in told if not any(_is_mere_delay(q.target.quote) for q in e.line.quotes)]
    told = [e for e in told if _is_open(e) or any("?" in q.target.quote for q in e.line.quotes)]
    told = [e for e in told if _is_open(e) or not any(_PUT.search(q.target.quote) for q in e.line.quotes)]
    if not coverage.has_subject:
        return told
    weight = {e.line.key: coverage.centrality(lines.words_of(e.line)) for e in told}
    least = _BESIDE * max(weight.values(), default=0.0)
    asked = _ASKED * coverage.greatest
    return [e for e in told if weight[e.line.key] >= (least if _is_open(e) else asked)]


def _is_mere_delay(words: str) -> bool:
    """Whether all that it leaves open is that something has "yet to" be done."""
    return _YET.search(words) is not None and not _OPEN.search(_YET.sub("", words))


def _is_open(entry: Unknown) -> bool:
    """Whether the words themselves say that something is not known."""
    told = [_OF_SOMEBODY.sub("", q.target.quote) for q in entry.line.quotes]
    return entry.kind != "open-question" or any(_OPEN.search(words) for words in told)


def _may_answer(accused: Actor) -> bool:
    """Whether somebody could be asked; of bodies only those of which it is known what they are.

    A whole party is not: it answers by those of it who speak, and of what they say nobody can tell whether
    it is the party's answer.
    """
    body = accused.kind == "organisation" and accused.sector not in (None, "PTY")
    return accused.kind in _ANSWERABLE or body


def _is_of_their_own(coverage: Coverage, gap: Gap, accused: Actor) -> bool:
    """Whether only something of theirs is accused: "blamed Weil's brother"."""
    text = coverage.text(gap.target.document)
    theirs = mentions_of(coverage, gap.target.document, gap.target.whole, accused.id)
    return bool(theirs) and all(_POSSESSED.match(text, m.target.end) for m in theirs)


def _entry(coverage: Coverage, gap: Gap) -> Unknown | None:
    line = lines.make(
        coverage, "unknown", gap.target, speaker=gap.speaker if gap.kind == "no-reply" else None
    )
    if line is None or (gap.kind == "open-question" and is_settled(coverage, gap.target)):
        return None
    if gap.kind == "no-reply":
        accused = coverage.actors.get(gap.subject or "")
        if accused is not None and (not _may_answer(accused) or _is_of_their_own(coverage, gap, accused)):
            return None
        subject = accused.name if accused else ""
        remark = f"No reply from {the(subject)} found." if subject else "No reply found."
        said = coverage.name(gap.speaker, gap.target.document)
        led = (Prose(f"{said}: "), *line.parts) if said and line.quotes == line.parts else line.parts
        return Unknown(gap.kind, replace(line, parts=led), remark)
    return Unknown(gap.kind, line)
