"""Claims that an article checks: the claim, who made it, who checked it, and the verdict.

Only where the text gives these plainly: a claim and the facts under labels of their own ("WEIL: ..." and
"THE FACTS: ..."; "The claim: ..." and "Our ruling: ..."), or one sentence that says how a checker rates what.
Of a claim whose label names nobody known nobody is named. The verdict stands in the checker's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from atstake.brief.compose import lines, quoting
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import content_words
from atstake.brief.compose.wording import day
from atstake.model.annotations import Statement
from atstake.model.brief import Chain, Line, Step
from atstake.model.provenance import content_id
from atstake.model.text import Document, Span

MOST = 6
"""Checks of one article at most."""
_BETWEEN = 2
"""Paragraphs, of a link or of words that go on, between a claim and the facts."""
_CLAIMS = 2
# "WEIL: “We won.”", "HOUSE SPEAKER ANNA WEIL: “We won.”": capitals, then what they said.
_SPEAKER = re.compile(r"(?P<who>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,5}):\s+(?=[“\"])")
_CLAIM = re.compile(r"(?:the\s+)?claim\s*:\s*", re.IGNORECASE)
_FACTS = re.compile(r"(?:the\s+)?facts?\s*:\s*", re.IGNORECASE)
_RULING = re.compile(r"our (?:ruling|rating|verdict)\s*:\s*(?=\S)", re.IGNORECASE)
_SHORT = 40
"""Characters of a first sentence ("Not so fast.") with which the next one is shown too."""
_LOOKS = 4
"""Sentences of the facts in which a verdict is looked for."""
# Words that judge what was said: true or false, more or less than so, said to be without ground.
_JUDGES = re.compile(
    r"\b(?:(?:in|un)?true|truth|(?:in)?accurate(?:ly)?|(?:in)?correct(?:ly)?|false(?:ly|hoods?)?|wrong(?:ly)?"
    r"|right(?= (?:about|that|on)\b)|mislead\w*|misle[da]\w*|misstat\w*|misrepresent\w*|mischaracteri[sz]\w*"
    r"|exaggerat\w*|overstat\w*|understat\w*|distort\w*|baseless|unfounded|groundless|bogus|debunk\w*"
    r"|fabricat\w*|hoax|nonsense|ignor(?:es|ed|ing)|omit(?:s|ted|ting)|leaves? out|left out|overlooks?"
    r"|cherry-?pick\w*|out of context|lacks? context|needs context|contradict\w*|far from|on the contrary"
    r"|no (?:evidence|proof|basis|record|sign|indication|such)"
    r"|not (?:so|quite|really|exactly|the case|what|supported)|actually|in fact|in reality|Pinocchios?"
    r"|(?:does|did|is|was|are|were|has|have|had)(?: not| never|n[’']t)|never)\b",
    re.IGNORECASE,
)
# "In 2009 the council ...": what was before the claim.
_BEFORE = re.compile(
    r"\W*(?:back |early |late )?(?:in|on|by|since|from|until)\s+(?:[A-Z][a-z]+\.? )?(?:\d{1,2}, )?"
    r"(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_CHECKERS = (
    r"(?P<who>PolitiFact(?: [A-Z]\w+)?|FactCheck\.org|Snopes"
    r"|(?:[Tt]he )?[A-Z][\w ]{2,30}?[’']s [Ff]act[- ][Cc]hecker|[Ff]act[- ]checkers|We|we)"
)
_VERDICT = (
    r"(?:[“\"‘']?(?:[Mm]ostly |[Hh]alf |[Pp]artly |[Ll]argely )?(?:[Ff]alse|FALSE|[Tt]rue|TRUE)\b"
    r"|[Pp]ants on [Ff]ire|Pinocchios?)"
)
# "PolitiFact rated as “false” this claim", "We rate Brandt's claim false", "Brandt earns Three Pinocchios".
_RATES = re.compile(
    rf"\b{_CHECKERS}\b[^.;“”\"]{{0,30}}?\b(?:rate[sd]?|gives?|gave|awards?|awarded|deems?|deemed)\b[^.;]{{0,120}}?{_VERDICT}"
    rf"|\b(?:earns?|gets?|receives?) (?:[A-Z]\w+|\d) Pinocchios?\b"
)
# What is rated has to be said: "this claim" alone stands in the sentence before.
_WHAT = re.compile(
    r"\b(?:(?<!this )(?<!that )(?<!the )(?:claims?|statements?|assertions?|comments?|remarks?|allegations?)"
    r"|(?:this|that|the) (?:claim|statement|assertion) (?:from|that|by|about)|saying|claiming)\b"
)


def checks(coverage: Coverage) -> list[Chain]:
    """The checks of the articles, in their order."""
    found: list[Chain] = []
    for document in coverage.articles:
        made = [*_labelled(coverage, document), *_rated(coverage, document)]
        found += made[:MOST]
    return found


def _labelled(coverage: Coverage, document: Document) -> Iterator[Chain]:
    """Claims and facts that stand under labels, one paragraph each."""
    text = document.text
    paragraphs = [_Paragraph(text, s) for s in _paragraphs(document)]
    asked: Span | None = None
    for i, (span, after) in enumerate(pairwise([*paragraphs, _Paragraph(text, Span(len(text), len(text)))])):
        claim = _behind(text, span.span, after.span, _CLAIM)
        asked = claim or asked
        ruling = _RULING.match(text, span.span.start, span.span.end)
        facts = span.span if ruling else _behind(text, span.span, after.span, _FACTS)
        if facts is None:
            continue
        said = _claims_before(paragraphs[:i])
        told = [_claim(coverage, document, p.words, p.speaker) for p in said]
        if not told and asked is not None:
            told = [_claim(coverage, document, asked, None)]
        asked = None
        verdict = _first(coverage, document, facts) if ruling else _verdict(coverage, document, told, facts)
        if told and verdict is not None:
            yield _chain(coverage, document, told, verdict)


class _Paragraph:
    """A paragraph, and whom a label in capitals before quoted words names."""

    def __init__(self, text: str, span: Span) -> None:
        self.span, self.text = span, text[span.start : span.end]
        label = _SPEAKER.match(self.text)
        self.speaker = label["who"] if label and not _FACTS.match(self.text) else None
        self.words = Span(span.start + label.end(), span.end) if label and self.speaker else span
        self.goes_on = self.text[:1] in '“"—–-' or not self.text.rstrip("”\"’')").endswith((".", "!", "?"))


def _paragraphs(document: Document) -> list[Span]:
    taken = [*(f.span for f in document.furniture), *document.posts]
    found = (Span(m.start(), m.end()) for m in re.finditer(r"[^\s][^\n]*", document.text))
    return [s for s in found if not any(t.overlaps(s) for t in taken)]


def _behind(text: str, span: Span, after: Span, label: re.Pattern[str]) -> Span | None:
    """What stands behind a label, in its paragraph or, where it stands alone, in the next."""
    found = label.match(text, span.start, span.end)
    if found is None:
        return None
    rest = Span(found.end(), span.end)
    return rest if len(rest) > 1 else (after if len(after) > 1 else None)


def _claims_before(paragraphs: list[_Paragraph]) -> list[_Paragraph]:
    """The labelled words right before the facts: of one speaker, or of two who say the like."""
    back = list(reversed(paragraphs))
    found: list[_Paragraph] = []
    while len(back) and len(found) == 0 and back[0].speaker is None:
        if not back[0].goes_on or len(paragraphs) - len(back) >= _BETWEEN:
            return []
        back = back[1:]
    for p in back[:_CLAIMS]:
        if p.speaker is None:
            break
        found.append(p)
    return found[::-1]


def _claim(coverage: Coverage, document: Document, words: Span, label: str | None) -> Step:
    who = _known(coverage, label) if label else None
    # Without a known speaker the label itself is shown.
    span = words if who or not label else Span(document.text.rindex(label, 0, words.start), words.end)
    name = coverage.actors[who].name if who else ""
    return Step("statement", who, name, _line(coverage, document, _cut(document.text, span), who))


def _known(coverage: Coverage, label: str) -> str | None:
    """The one person whom a label in capitals names, whole or by last name."""
    words = label.casefold()
    people = [a for a in coverage.actors.values() if a.kind == "person" and a.name]
    whole = [a.id for a in people if words.endswith(a.name.casefold())]
    last = [a.id for a in people if a.name.casefold().split()[-1] == words.split()[-1]]
    found = whole or last
    return found[0] if len(found) == 1 else None


def _cut(text: str, span: Span) -> Span:
    """Up to where the quoted words end: not where and when they were said."""
    said = text[span.start : span.end]
    closes = max(said.rfind("”"), said.rfind('"'))
    return Span(span.start, span.start + closes + 1) if closes > 0 else span


def _first(coverage: Coverage, document: Document, span: Span) -> Span:
    """The first sentence, with the next where it is short."""
    told = (s.target for s in coverage.statements(document.id))
    ends = [t.end for t in told if span.start < t.end <= span.end]
    end = next((e for e in ends if e - span.start > _SHORT), ends[-1] if ends else span.end)
    return Span(span.start, end)


def _verdict(coverage: Coverage, document: Document, told: list[Step], span: Span) -> Span | None:
    """The first sentence of the facts that judges the claim, else one that answers it in its own words.

    What only tells what was before ("In 2009 the council ...") is no verdict, nor is what shares nothing with
    the claim.
    """
    every = [s.target for s in coverage.statements(document.id) if span.start < s.target.end <= span.end]
    if not every:
        return _first(coverage, document, span)
    facts = [Span(max(span.start, t.start), t.end) for t in every]
    text = document.text
    judging = next((f for f in facts[:_LOOKS] if _JUDGES.search(text[f.start : f.end])), None)
    claimed = content_words(" ".join(q.target.quote for s in told for q in s.line.quotes))
    found = judging or next((f for f in facts[:1] if _answers(text[f.start : f.end], claimed)), None)
    return _first(coverage, document, Span(found.start, span.end)) if found is not None else None


def _answers(words: str, claimed: frozenset[str]) -> bool:
    """Whether a sentence speaks of what is claimed, and not of what was years before."""
    return not _BEFORE.match(words) and not claimed.isdisjoint(content_words(words))


def _line(coverage: Coverage, document: Document, span: Span, who: str | None) -> Line:
    quote = quoting.exact(coverage, document.id, span)
    actors = (who,) if who else ()
    origins = coverage.origins([document.id])
    return Line(
        lines.key("claims", quote.target.quote), (quote,), actors, coverage.date(document.id), origins
    )


def _chain(coverage: Coverage, document: Document, told: list[Step], verdict: Span) -> Chain:
    line = _line(coverage, document, verdict, None)
    checker = coverage.publisher(document.id)
    check = Step("check", None, checker, line, day(line.date), len(told) - 1)
    key = content_id("chain", *(q.target.quote for s in (*told, check) for q in s.line.quotes))
    return Chain(key, (*told, check), "checked", line.origins)


def _rated(coverage: Coverage, document: Document) -> Iterator[Chain]:
    """Sentences that say how a checker rates a claim."""
    for statement in coverage.statements(document.id):
        words = statement.target.quote
        found = _RATES.search(words)
        if found is None or not _WHAT.search(words) or not _is_told(statement):
            continue
        line = lines.make(coverage, "claims", statement.target)
        who = found["who"] or "we"
        name = coverage.publisher(document.id) if who.casefold() == "we" else who
        if line is None or (who.casefold() == "we" and not statement.outlet):
            continue
        step = Step("check", None, name, line, day(line.date))
        yield Chain(content_id("chain", line.key), (step,), "checked", line.origins)


def _is_told(statement: Statement) -> bool:
    return not {"headline", "heading", "question"} & set(statement.marks)
