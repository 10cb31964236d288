"""From a stretch of text to a quote that can stand alone: its words, its paragraph, whom pronouns mean."""

from __future__ import annotations

import re

from atstake.brief.compose import growing
from atstake.brief.compose.coverage import Coverage
from atstake.facts.agents import is_somebody, meaning
from atstake.model.annotations import Mention
from atstake.model.brief import Note, Quote
from atstake.model.text import Span, Target

CONTEXT = 160
"""Most code points of a paragraph shown on each side of a quote."""

_MARKS = " \n“‘\"'«”’»."
_NEAR = 8
_NEAR_INSIDE = 16
"""Code points from a comma to the name behind it; inside a sentence also to "a narrow Brandt defeat"."""
_OPENS = re.compile(
    r"[“\"]?(?:(?:even|just|only) )?(?:in|at|during|after|before|with|on|by|for|despite|from|through|since"
    r"|until|while|when|as|if|speaking|like|though|although|\w{3,}(?:ed|ing))\b",
    re.IGNORECASE,
)
# "Some worry that, following his defeat, Mr. Brandt": an opening phrase inside a sentence.
_OPENS_INSIDE = re.compile(r"\b(?:that|and|but|because), (?=\w)")
_GENITIVE = ("'s", "’s")
# "The eventual nominee" is whoever it will be.
_WHOEVER = re.compile(r"\b(?:eventual|next|future|potential|likely|presumptive|would-be)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"(?:the|this|that|his|her|their)\b", re.IGNORECASE)
# Speakers' own pronouns, relatives, and "it" and "they", which too often stand for no actor at all.
_NOBODY = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself who whom whose which that "
    "it its itself they them their theirs themselves this these those".split()
)


def quote(coverage: Coverage, target: Target, *, back: int = 0, speaker: str | None = None) -> Quote | None:
    """The target's whole sentences as a quote, and ``back`` sentences before; None where they do not fit.

    ``speaker`` is who is shown beside the quote: "he said" then needs no bracket.
    """
    sentence = growing.grown(coverage, target, back)
    if sentence is None:
        return None
    whole = growing.tidy(coverage, target.document, sentence)
    shown = growing.fitted(coverage, target.document, whole, target.whole)
    return _quoted(coverage, target.document, growing.tidy(coverage, target.document, shown), whole, speaker)


def exact(coverage: Coverage, document: str, span: Span) -> Quote:
    """Just these words, with their paragraph around them."""
    shown = growing.clipped(span, coverage.clip, coverage.text(document))
    return _quoted(coverage, document, shown, span)


def bare(coverage: Coverage, document: str, span: Span) -> Quote:
    """Just these words, clipped, with nothing around them."""
    shown = growing.clipped(span, coverage.clip, coverage.text(document))
    return Quote(Target.of(coverage.documents[document], shown), cut_after=shown.end < span.end)


def context(text: str, span: Span) -> tuple[str, str]:
    """The rest of the paragraph on each side, at most ``CONTEXT`` code points, cut between words."""
    first = max(text.rfind("\n", 0, span.start) + 1, 0)
    last = text.find("\n", span.end)
    last = len(text) if last < 0 else last
    before, after = text[first : span.start], text[span.end : last]
    if len(before) > CONTEXT:
        before = before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0]
    return before, after


def notes(coverage: Coverage, target: Target, speaker: str | None = None) -> tuple[Note, ...]:
    """A bracket behind each word that points to somebody named outside the quote, once for each."""
    text = coverage.text(target.document)
    sources = coverage.sources_in(target.document, target.whole) if speaker else set()
    span = target.whole
    inside = coverage.mentions(target.document, span)
    named: set[str] = set()
    found = []
    for mention in inside:
        who = coverage.actor_of(mention)
        if who is None or not any(s.contains(mention.target.whole) for s in target.spans):
            continue
        if mention.form in {"name", "acronym", "handle"} or mention.id in sources:
            named.add(who.id)
        elif who.id not in named and _needs_name(coverage, mention, span, inside):
            named.add(who.id)
            end = mention.target.end
            found.append(Note(end + 2 if text[end : end + 2] in _GENITIVE else end, who.name))
    return tuple(found)


def points_ahead(coverage: Coverage, document: str, span: Span, at: int) -> bool:
    """Whether a pronoun that ends at ``at`` stands in an opening phrase before its name.

    "In his speech, Mr. Brandt said": the name follows the first comma. "Angered by the leak, of which he had
    warned, Mr. Brandt said": nobody is named before.
    """
    text = coverage.text(document)
    comma = text.find(", ", at, span.end)
    inside = [m.end() for m in _OPENS_INSIDE.finditer(text, span.start, at)]
    opening = inside[-1] if inside else span.start
    if comma < 0 or not _OPENS.match(text, opening, span.end):
        return False
    here = coverage.mentions(document, span)
    if any(m.form == "name" and m.type == "person" and opening <= m.target.start < at for m in here):
        return False
    near = _NEAR_INSIDE if inside else _NEAR
    return any(m.form == "name" and 0 < m.target.start - comma <= near for m in here)


def _quoted(coverage: Coverage, document: str, shown: Span, whole: Span, speaker: str | None = None) -> Quote:
    text = coverage.text(document)
    spans = growing.without_furniture(coverage, document, shown) or (shown,)
    target = Target.of(coverage.documents[document], *spans)
    before, after = context(text, target.whole)
    cut_before = bool(text[whole.start : shown.start].strip(_MARKS))
    cut_after = bool(text[shown.end : whole.end].strip(_MARKS))
    return Quote(target, cut_before, cut_after, notes(coverage, target, speaker), before, after)


def _reads_as_another(coverage: Coverage, mention: Mention, inside: list[Mention]) -> bool:
    """Whether the one person named before a pronoun in its sentence is not whom it was linked to.

    The reader takes it for that person, and so it mostly is: a bracket would say the contrary.
    """
    sentence, who = coverage.sentences(mention.target)[0], coverage.actor_of(mention)
    before = [m for m in inside if sentence.start <= m.target.start < mention.target.start]
    people = {m.target.quote: coverage.actor_of(m) for m in before if m.form == "name" and m.type == "person"}
    text = coverage.text(mention.target.document)[sentence.start : mention.target.start]
    named = [coverage.surnames[w] for w in set(re.findall(r"[^\W\d_]+", text)) if w in coverage.surnames]
    if not people:
        # A name that was not seen as one, but is somebody's; "one of two nurses ... after she".
        own = [m.target.whole for m in before if coverage.actor_of(m) == who]
        ahead = Span(sentence.start, mention.target.start)
        others = _somebody_before(coverage, mention.target.document, ahead)
        if mention.form == "pronoun" and not own and others:
            return True
        return len(named) == 1 and who is not None and who.id not in named[0]
    return len(people) == 1 and who not in people.values()


def _somebody_before(coverage: Coverage, document: str, span: Span) -> bool:
    """Whether a stretch speaks of somebody, or of one of several, by a noun: "a nurse", "one of two"."""
    words = coverage.text(document)[span.start : span.end]
    return any(
        is_somebody(word) or meaning(word, "office", "person", "rank")
        for m in _SOMEBODY.finditer(words)
        for word in m[1].split()
    )


# With its article, or one of a plural; "the minister's plan" is no minister.
_SOMEBODY = re.compile(
    r"\b(?:an?|one of (?:the|two|three|several|his|her|their)|another) ((?:[a-z-]+ ){0,2}[a-z]+)\b(?![’'-])",
    re.IGNORECASE,
)


def _needs_name(coverage: Coverage, mention: Mention, span: Span, inside: list[Mention]) -> bool:
    words, who = mention.target.quote, coverage.actor_of(mention)
    if mention.form == "pronoun":
        if words.casefold() in _NOBODY or (who and coverage.quotes_themselves(mention, who)):
            return False
    elif (
        not _POINTS_BACK.match(words)
        or _WHOEVER.search(words)
        or who is None
        or who.kind != "person"
        or any(m.form == "name" and coverage.actor_of(m) == who for m in inside)
    ):
        return False
    if points_ahead(coverage, mention.target.document, span, mention.target.end):
        return False
    if mention.form == "pronoun" and _reads_as_another(coverage, mention, inside):
        return False
    back = coverage.mention.get(mention.antecedent or "")
    if back is not None and back in inside and back.form != "pronoun" and span.contains(back.target.whole):
        return False
    return who is not None and who.kind != "place" and who.name.casefold() not in words.casefold()
