"""Lines: whole, readable statements with their speaker shown, or none at all."""

from __future__ import annotations

import re
from collections.abc import Iterable

from atstake.brief.compose import quoting
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import content_words
from atstake.model.annotations import Attribution
from atstake.model.brief import Line, Prose, Quote
from atstake.model.provenance import content_id
from atstake.model.text import Span, Target

_FEWEST_WORDS = 4
_ENDS = re.compile(r"[.!?…][\"”’')\]]*$")
_NOT_ALONE = re.compile(
    r"(?:it|its|this|that|these|those|such|he|she|they|his|her|their|him|them|both|neither"
    r"|the (?:latter|former|two))\b",
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
_PRONOUN = re.compile(r"\b(?:he|she|they|him|her|his|hers|their|theirs|them)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|us|my|My|me)\b")


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
    quote = quoting.quote(coverage, target)
    led, said = _lead(coverage, quote, speaker)
    if led is None or not (answers or stands_alone(coverage, quote, bool(led) or speaker is not None)):
        return None
    if answers and len(quote.target.quote.split()) < 2:
        return None
    parts = (*led, *_begun(coverage, quote))
    others = tuple(quoting.quote(coverage, t) for t in also if t.document in coverage.documents)
    carried = origins or coverage.origins([target.document, *(t.document for t in also)])
    speaking = {speaker, said} | coverage.speaking(target.document, quote.target.whole)
    actors = tuple(sorted(a for a in speaking if a in coverage.actors))
    return Line(
        key(part, target_words(quote)),
        parts,
        actors,
        coverage.date(target.document),
        carried,
        _apart(quote, others),
        editor=coverage.editors.says(target),
    )


def key(part: str, *words: str) -> str:
    """The line's permanent name: its part and its words, however they are spaced."""
    return content_id("line", part, [" ".join(w.split()) for w in words])


def target_words(quote: Quote) -> str:
    """The words of a quote as one string."""
    return quote.target.quote


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
    noted = {n.at for n in quote.notes}
    start = quote.target.start
    opening = _NOT_ALONE.match(words)
    if opening and start + opening.end() not in noted and not _EXPLETIVE.match(words):
        return False
    if not speaker_shown and _FIRST_PERSON.search(words) and not _quoted_within(coverage, quote):
        return False
    return _referents_shown(coverage, quote, noted)


def _referents_shown(coverage: Coverage, quote: Quote, noted: set[int]) -> bool:
    """Each "he", "she", "they" has a note, or somebody named before it in the quote."""
    start = quote.target.start
    inside = coverage.mentions(quote.target.document, quote.target.whole)
    first = min((m.target.start for m in inside if m.form != "pronoun" and m.type != "place"), default=None)
    for pronoun in _PRONOUN.finditer(quote.target.quote):
        at = start + pronoun.start()
        if (
            start + pronoun.end() not in noted
            and not any(n < at for n in noted)
            and not (first is not None and first < at)
        ):
            return False
    return True


def _titled(coverage: Coverage, quote: Quote) -> bool:
    """Headlines and posts need no full stop."""
    document = coverage.documents[quote.target.document]
    return document.kind == "post" or bool(
        document.headline and document.headline.contains(quote.target.whole)
    )


def _quoted_within(coverage: Coverage, quote: Quote) -> bool:
    """Whether the quote names, itself, who is speaking."""
    found = coverage.annotations.get(quote.target.document)
    span = quote.target.whole
    return any(
        a.source is not None and span.contains(a.source.whole) and a.content.whole.overlaps(span)
        for a in (found.attributions if found else ())
    )


def _lead(
    coverage: Coverage, quote: Quote, speaker: str | None
) -> tuple[tuple[Prose, ...] | None, str | None]:
    """Who speaks, where the quote does not say so itself: as atstake's words before it, and as an id.

    None where somebody speaks whom we cannot name: their words are not published as the outlet's.
    """
    document = coverage.documents[quote.target.document]
    around = coverage.speaker(document.id, quote.target.whole)
    if around is None or document.kind == "post":
        return (), speaker
    said = coverage.attributed.get(around.id)
    if _source_shown(around, quote.target.whole) or speaker is not None:
        return (), said
    if said is None:
        return None, None
    return (Prose(f"{coverage.name(said)} says: "),), said


def _source_shown(attribution: Attribution, span: Span) -> bool:
    return attribution.source is not None and span.contains(attribution.source.whole)


def _begun(coverage: Coverage, quote: Quote) -> tuple[Prose | Quote, ...]:
    """A quote that begins with "He [Name]" as the name in atstake's words and the rest in the source's."""
    words, start = quote.target.quote, quote.target.start
    match = re.match(r"(?:He|She|They|It)\b\s+(?=\w)", words)
    if not match or not quote.notes or len(quote.target.spans) > 1:
        return (quote,)
    note = quote.notes[0]
    if note.at != start + len(match.group().rstrip()):
        return (quote,)
    rest = Span(start + match.end(), quote.target.end)
    target = Target(quote.target.document, (rest,), (words[match.end() :],))
    before = quote.before + match.group()
    return Prose(f"{note.text} "), Quote(
        target, quote.cut_before, quote.cut_after, quote.notes[1:], before, quote.after
    )


def _apart(quote: Quote, others: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Other tellings, without the line's own words, each place once."""
    seen, kept = {quote.target}, []
    for other in others:
        if other.target not in seen:
            seen.add(other.target)
            kept.append(other)
    return tuple(kept)
