"""Lines: whole, readable statements with their speaker shown, or none at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from atstake.brief.compose import growing, quoting
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import content_words
from atstake.brief.compose.wording import the
from atstake.facts.agents import sex_of
from atstake.model.annotations import Attribution
from atstake.model.brief import Line, Prose, Quote
from atstake.model.provenance import content_id
from atstake.model.text import Span, Target

TOLD = "As told by "
"""Opens a line of what its speaker said in another's words, with the other's name behind it."""
_FEWEST_WORDS = 4
_ENDS = re.compile(r"[.!?…][\"”’')\]]*$")
_NOT_ALONE = re.compile(
    r"(?:it|its|this|that|these|those|such|he|she|they|his|her|their|him|them|both|neither|other"
    r"|the (?:incident|episode|move|decision|announcement|comments?|remarks?|news|statement|revelation"
    r"|exchange|development|request|claims?|allegations?|accusations?|gaffe|proposal)"
    r"(?! (?:of|to|that|by|in|on|for|about|against|from|with)\b)"
    r"|the (?:latter|former|two)|all (?:two|three|four|five|six|of (?:these|those|them|this|that))"
    r"|(?:another|others)(?=,|\s+(?:is|are|was|were|has|have|had|said|says)\b))\b",
    re.IGNORECASE,
)
# "It is unclear whether ...": the pronoun stands for what follows.
_EXPLETIVE = re.compile(
    r"it(?:’s|'s|\s+(?:is|was|will be|would be|has been|(?:remain|seem|appear)(?:s|ed)|emerged))\s+"
    r"(?:\w+\s+){0,2}?(?:clear|unclear|known|unknown|certain|uncertain|possible|likely|unlikely|time|that|whether|"
    r"hard|difficult|important|thought|believed|expected|hoped|understood|reported|said|sure)\b"
    r"|(?:this|that)\s+(?:week|month|year|weekend|morning|afternoon|evening|summer|autumn|winter|spring)\b"
    r"|those\s+who\b|that\s+(?:the|a|an)\b",
    re.IGNORECASE,
)
# "unclear if that is still under consideration": what it is about stands before.
_POINTS_OUT = re.compile(
    r"\b(?:if|whether|why|how|when|although|though|while|because)\s+(?:that|this|those|these|it)\s+"
    r"(?:is|was|were|will|would|can)\b",
    re.IGNORECASE,
)
# "The description of that scene": which one stands before; a time is what it says.
_THAT = re.compile(
    r"(?i:\b(?:of|in|to|on|for|with|from|by|about|at|over|whether|if))\s+(?:that|those|these)\s+([a-z]+)"
)
_TIMES = re.compile(
    r"(?:day|week|month|year|time|night|morning|evening|point|moment|hour|summer|spring|winter|fall)s?$"
)
# "Kushner denied those reports": which ones stands before, unless the quote speaks of them itself.
_THOSE = re.compile(
    r"\b(?:those|these|such)\s+(reports?|claims?|comments?|remarks?|allegations?|accusations?|statements?|rumou?rs?)\b"
    r"|\bsimilar (claims?|comments?|remarks?|allegations?|accusations?|statements?)\b(?! (?:to|as)\b)"
    r"|\b(?:before|since|until|by) then\b"
    r"|\bthe following\b|\bthe same (?:day|night|week|month|year|time|place)(?! (?:as|that)\b)"
    r"|\bat that (?:point|stage)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:on|in|by) [A-Z][a-z]+\.? ?\d{0,4}\b", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_DATE = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?=\.|\b))\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>(?:19|20)\d\d)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|\w{2,}ed|said|began|took|held|told|came|went|made|met|won|lost|left)\b"
)
_SIDE = re.compile(
    r"[,(] ?(?:left|right|cent(?:er|re)),? ?(?=[,)]| and\b)"
    r"|\b(?:is|are) (?:seen|shown|pictured) "
    r"(?:here|in (?:an?|the|this) (?:\w+ )?(?:image|photo\w*|picture|still)\b)"
)
_PRONOUN = re.compile(r"\b(?:he|she|they|him|her|his|hers|their|theirs|them)\b", re.IGNORECASE)
_SEX = {"he": "m", "him": "m", "she": "f"}
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|us|my|My|me)\b")


_REPORTED = frozenset({"key", "why", "past"})
"""Parts of the reporters' own sentences: in half a quotation somebody may be told to say the opposite."""


def make(
    coverage: Coverage,
    part: str,
    target: Target,
    *,
    speaker: str | None = None,
    answers: bool = False,
    also: Iterable[Target] = (),
    origins: tuple[str, ...] = (),
) -> Line | None:
    """A line from a statement, or None where it cannot be understood on its own.

    ``speaker`` (an actor id or ``OUTLET``) is shown beside the line already; ``answers`` that it stands
    behind what it answers, so that "this" is plain.
    """
    if target.document not in coverage.documents or coverage.editors.hides(target):
        return None
    found = _told(coverage, target, speaker, answers)
    if found is None:
        return None
    lead, quote = found
    if part in _REPORTED and not growing.balanced(quote.target.quote):
        return None
    others = (quoting.quote(coverage, t) for t in also if t.document in coverage.documents)
    speaking = {speaker, lead.said} | coverage.speaking(target.document, quote.target.whole)
    return Line(
        key(part, quote.target.quote),
        (*lead.parts, *_begun(quote)),
        tuple(sorted(a for a in speaking if a in coverage.actors)),
        coverage.date(target.document),
        origins or coverage.origins([target.document, *(t.document for t in also)]),
        _apart(quote, [q for q in others if q is not None]),
        editor=coverage.editors.says(target),
        teller=lead.teller,
    )


def clause(coverage: Coverage, part: str, target: Target, *, speaker: str | None = None) -> Line | None:
    """A line from just the words of the target, where its sentence holds more than belongs there."""
    if coverage.editors.hides(target) or len(target.quote.split()) < _FEWEST_WORDS:
        return None
    quote = quoting.exact(coverage, target.document, target.whole)
    lead = _lead(coverage, quote, speaker)
    if lead is None:
        return None
    whole = coverage.sentences(target)
    begun = bool(quote.before.strip()) and target.start > min(s.start for s in whole)
    quote = replace(quote, cut_before=begun, cut_after=target.end + 1 < max(s.end for s in whole))
    speaking = {speaker, lead.said} | coverage.speaking(target.document, target.whole)
    return Line(
        key(part, quote.target.quote),
        (*lead.parts, quote),
        tuple(sorted(a for a in speaking if a in coverage.actors)),
        coverage.date(target.document),
        coverage.origins([target.document]),
        editor=coverage.editors.says(target),
        teller=lead.teller,
    )


def given(coverage: Coverage, part: str, target: Target, *, speaker: str | None) -> Line | None:
    """A line from words that an editor chose, whether they stand alone or not; None where they are hidden."""
    if target.document not in coverage.documents or coverage.editors.hides(target):
        return None
    quote = quoting.exact(coverage, target.document, target.whole)
    return Line(
        key(part, quote.target.quote),
        (quote,),
        (speaker,) if speaker in coverage.actors else (),
        coverage.date(target.document),
        coverage.origins([target.document]),
        editor=coverage.editors.says(target),
    )


@dataclass(frozen=True)
class _Lead:
    """Who speaks, where the quote does not say so itself: an actor's id, and who tells it in their place."""

    said: str | None
    name: str = ""
    """Of who speaks, where it stands before the quote."""
    teller: str = ""

    @property
    def parts(self) -> tuple[Prose, ...]:
        """Atstake's words before the quote."""
        if self.teller:
            return (Prose(f"{TOLD}{self.teller}: "),)
        return (Prose(f"{self.name} says: "),) if self.name else ()


def _told(
    coverage: Coverage, target: Target, speaker: str | None, answers: bool
) -> tuple[_Lead, Quote] | None:
    """The quote with its lead and speaker; with sentences before it where it does not stand alone."""
    quote = quoting.quote(coverage, target, speaker=speaker)
    if quote is None:
        return None
    lead = _lead(coverage, quote, speaker)
    if lead is None or _wrong_mouth(coverage, quote, speaker or lead.said):
        return None
    shown = bool(lead.parts) or speaker is not None
    if (answers and len(quote.target.quote.split()) > 1) or stands_alone(coverage, quote, shown):
        return lead, quote
    for back in (1, 2):
        wider = quoting.quote(coverage, target, back=back, speaker=speaker)
        if wider is None or lead.parts:
            return None
        if stands_alone(coverage, wider, shown) and _one_voice(coverage, wider, speaker):
            return lead, wider
    return None


def _wrong_mouth(coverage: Coverage, quote: Quote, speaker: str | None) -> bool:
    if speaker not in coverage.actors:
        return False
    other = coverage.has_other_subject(quote.target.document, quote.target.whole, speaker)
    return other or _is_quoted_of_another(coverage, quote, speaker)


def _is_quoted_of_another(coverage: Coverage, quote: Quote, speaker: str) -> bool:
    """Whether most of the quote is somebody else's direct speech, in which the speaker is a mere pronoun.

    "Their refusal to let us in is a threat," said the senator: not their words.
    """
    span = quote.target.whole
    inside = [a for a in coverage.attributions(quote.target.document) if a.content.whole.overlaps(span)]
    direct = [a for a in inside if a.form == "direct" and coverage.attributed.get(a.id) != speaker]
    shared = max((_overlap(a.content.whole, span) for a in direct), default=0)
    if 2 * shared < len(span):
        return False
    own = (a for a in inside if coverage.attributed.get(a.id) == speaker and _source_shown(a, span))
    mentions = (coverage.mention.get(a.mention or "") for a in own)
    return not any(m is not None and m.form != "pronoun" for m in mentions)


def _overlap(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def _one_voice(coverage: Coverage, quote: Quote, speaker: str | None) -> bool:
    """Whether every attribution in a quote of several sentences has its source in it, or is the speaker's.

    Nobody else's own words stand in it before what an actor says: "“I could,” he said. Brenia denies it."
    """
    span = quote.target.whole
    inside = [a for a in coverage.attributions(quote.target.document) if a.content.whole.overlaps(span)]
    if speaker in coverage.actors and any(
        a.form != "indirect" and coverage.attributed.get(a.id) != speaker for a in inside
    ):
        return False
    return all(_source_shown(a, span) or coverage.attributed.get(a.id) == speaker for a in inside)


def key(part: str, *words: str) -> str:
    """The line's permanent name: its part and its words, however they are spaced."""
    return content_id("line", part, [" ".join(w.split()) for w in words])


def is_whole(line: Line) -> bool:
    """Whether none of its quotes was cut."""
    return not any(q.cut_before or q.cut_after for q in line.quotes)


def is_caption(coverage: Coverage, target: Target) -> bool:
    """Whether it tells what a picture shows.

    It says who is left and right, or seen in it, or tells in the present of a full past date.
    """
    words = target.quote
    if _SIDE.search(words):
        return True
    dated = _FULL_DATE.search(words)
    published = coverage.date(target.document)
    if dated is None or not published:
        return False
    when = f"{dated['year']}-{_MONTHS.index(dated['month'][:3].casefold()) + 1:02}-{int(dated['day']):02}"
    ends = not words[dated.end() :].strip(" .)") or "REUTERS" in words[dated.end() :]
    return when <= published and (ends or not _PAST.search(words))


def words_of(line: Line) -> frozenset[str]:
    """The content words of its quotes, to tell near-duplicates."""
    return content_words(" ".join(q.target.quote for q in line.quotes))


def stands_alone(coverage: Coverage, quote: Quote, speaker_shown: bool) -> bool:
    """Whether a reader understands the quote without the text around it."""
    words = quote.target.quote
    if len(words.split()) < _FEWEST_WORDS or words.rstrip().endswith((":", ",", ";")):
        return False
    if not quote.cut_after and not _ENDS.search(words) and not _titled(coverage, quote):
        return False
    if _POINTS_OUT.search(words) or _points_back(words):
        return False
    noted = {n.at for n in quote.notes}
    start = quote.target.start
    if speaker_shown:
        inside = coverage.sources_in(quote.target.document, quote.target.whole)
        noted |= {coverage.mention[m].target.end for m in inside if m in coverage.mention}
    opening = _NOT_ALONE.match(words)
    if opening and start + opening.end() not in noted and not _EXPLETIVE.match(words):
        return False
    if not speaker_shown and _FIRST_PERSON.search(words) and not _quoted_within(coverage, quote):
        return False
    return _referents_shown(coverage, quote, noted)


def _points_back(words: str) -> bool:
    """Whether it speaks of "those reports" that it has not named."""
    pointed = (
        m for m in _THAT.finditer(words) if not _TIMES.match(m[1]) and m[1] not in ("who", "that", "in", "of")
    )
    if any(m[1].rstrip("s") not in words[: m.start()].casefold() for m in pointed):
        return True
    return any(_is_unsaid(words, m) for m in _THOSE.finditer(words))


def _is_unsaid(words: str, pointer: re.Match[str]) -> bool:
    """Whether what is pointed at stands nowhere before: neither the noun, nor a day for "at that point"."""
    noun, before = pointer.group(1) or pointer.group(2), words[: pointer.start()]
    if noun:
        return noun.casefold().rstrip("s") not in before.casefold()
    return not (pointer.group().casefold().startswith("at that") and _DATED.search(before))


def _referents_shown(coverage: Coverage, quote: Quote, noted: set[int]) -> bool:
    """Each "he", "she", "they" has a note, or somebody named before it in the quote."""
    start = quote.target.start
    inside = coverage.mentions(quote.target.document, quote.target.whole)
    first = min((m.target.start for m in inside if m.form != "pronoun" and m.type != "place"), default=None)
    for pronoun in _PRONOUN.finditer(quote.target.quote):
        at = start + pronoun.start()
        if quoting.points_ahead(coverage, quote.target.document, quote.target.whole, start + pronoun.end()):
            continue
        if start + pronoun.end() not in noted and _is_of_the_other_sex(coverage, quote, pronoun):
            return False
        if (
            start + pronoun.end() not in noted
            and not any(n < at for n in noted)
            and not (first is not None and first < at)
        ):
            return False
    return True


def _is_of_the_other_sex(coverage: Coverage, quote: Quote, pronoun: re.Match[str]) -> bool:
    """Whether all who are named before a "she" are men, or before a "he" women: it is somebody else."""
    sex = _SEX.get(pronoun.group().casefold())
    span = Span(quote.target.start, quote.target.start + pronoun.start())
    named = [
        m for m in coverage.mentions(quote.target.document, span) if m.type == "person" and m.form == "name"
    ]
    known = {sex_of(who.name if (who := coverage.actor_of(m)) else m.target.quote) for m in named}
    return sex is not None and bool(known) and known == {"f" if sex == "m" else "m"}


def _titled(coverage: Coverage, quote: Quote) -> bool:
    """Headlines and posts need no full stop."""
    document = coverage.documents[quote.target.document]
    return document.kind == "post" or bool(
        document.headline and document.headline.contains(quote.target.whole)
    )


def _quoted_within(coverage: Coverage, quote: Quote) -> bool:
    """Whether the quote names, itself, who is speaking."""
    span = quote.target.whole
    return any(
        a.source is not None
        and not a.relayed
        and span.contains(a.source.whole)
        and a.content.whole.overlaps(span)
        for a in coverage.attributions(quote.target.document)
    )


def _lead(coverage: Coverage, quote: Quote, speaker: str | None) -> _Lead | None:
    """Who speaks, where the quote does not say so itself.

    None where somebody speaks whom we cannot name: their words are not published as the outlet's.
    """
    document = coverage.documents[quote.target.document]
    around = coverage.speaker(document.id, quote.target.whole)
    if around is None or document.kind == "post":
        return _Lead(speaker)
    said = coverage.attributed.get(around.id)
    if _source_shown(around, quote.target.whole):
        return _Lead(said)
    if speaker is not None:
        teller = _told_by(coverage, quote, speaker, said)
        return None if teller is None else _Lead(said, teller=teller)
    name = coverage.name(said)
    return _Lead(said, name) if said is not None and name else None


def _told_by(coverage: Coverage, quote: Quote, speaker: str, said: str | None) -> str | None:
    """Who tells that the speaker said it, where another does, whom the quote does not show.

    None where it is another whom we cannot name.
    """
    document, span = quote.target.document, quote.target.whole
    heard = coverage.heard(document, span, speaker)
    if speaker not in coverage.actors or speaker == said or False in heard:
        return ""
    if said is not None and coverage.name(said):
        return the(coverage.name(said))
    return None if heard else ""


def _source_shown(attribution: Attribution, span: Span) -> bool:
    return attribution.source is not None and span.contains(attribution.source.whole)


def _begun(quote: Quote) -> tuple[Prose | Quote, ...]:
    """A quote that begins with "He [Name]" as the name in atstake's words and the rest in the source's."""
    words, start = quote.target.quote, quote.target.start
    match = re.match(r"(?:He|She|They)\b\s+(?=\w)", words)
    if not match or not quote.notes or len(quote.target.spans) > 1:
        return (quote,)
    note = quote.notes[0]
    if note.at != start + len(match.group().rstrip()):
        return (quote,)
    rest = Span(start + match.end(), quote.target.end)
    target = quote.target.part(rest)
    before = quote.before + match.group()
    return Prose(f"{note.text} "), Quote(
        target, quote.cut_before, quote.cut_after, quote.notes[1:], before, quote.after
    )


def _apart(quote: Quote, others: list[Quote]) -> tuple[Quote, ...]:
    """Other tellings, without the line's own words, each place once."""
    seen, kept = {quote.target}, []
    for other in others:
        if other.target not in seen:
            seen.add(other.target)
            kept.append(other)
    return tuple(kept)
