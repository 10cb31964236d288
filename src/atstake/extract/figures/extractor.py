"""The figure extractor: quantities, their kinds, and which of them matter, as ``Figure`` annotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from atstake.extract.figures.context import Context
from atstake.extract.figures.kinds import Counted, counted
from atstake.extract.figures.phrases import is_denied
from atstake.extract.figures.select import matters
from atstake.extract.figures.which import which
from atstake.model.annotations import Annotations, Figure
from atstake.model.provenance import target_id
from atstake.model.reading import Reading, Sentence
from atstake.model.text import Span
from atstake.text.numbers.quantities import Quantity, quantities

_CUMULATIVE = re.compile(
    r"\b(?:have|has|had) (?:been |also |since |so far |already )*[a-z]+ed\b|\b(?:have|has) died|\bdeath toll|"
    r"\bso far\b|\btotal|\bsince\b|\boverall\b|\bin all\b|\bto date\b",
    re.IGNORECASE,
)
# Pounds weigh, where a text tells of no money of that name.
_IN_POUNDS = re.compile(r"\bpounds?\b", re.IGNORECASE)
_CAPITAL = re.compile(r"[ -][A-Z][a-z]")
# "31, not 63": the second value is nobody's.
_NOT_SO = re.compile(r"\b(?:not|rather\s+than|instead\s+of)\s+(?:the\s+)?\Z", re.IGNORECASE)


class FigureExtractor:
    """Finds the figures of a document. One telling of a figure is kept per document and claimant."""

    name = "figures"
    needs = frozenset({"times", "attributions", "mentions"})
    makes = frozenset({"figures"})

    def __call__(self, reading: Reading, found: Annotations) -> Annotations:
        """The document's figures, in text order."""
        context = Context(reading, found)
        every: list[Figure] = []
        last: list[Figure] = []
        paragraph = 0
        for sentence in reading.sentences:
            if sentence.paragraph - paragraph > 1:
                last = []
            found_here = list(_in_sentence(reading, sentence, context))
            if len(found_here) == len(last) == 1 and _is_toll(reading, found_here[0], last[0]):
                found_here = [_of_the_same(found_here[0], last[0])]
            last = [*found_here, *_put_at(reading, sentence, context, last, found_here)]
            every += last
            paragraph = sentence.paragraph
        return Annotations(document=reading.document.id, figures=tuple(_told_once(every, context)))


# Private functions


def _in_sentence(reading: Reading, sentence: Sentence, context: Context) -> Iterator[Figure]:
    before: Counted | None = None
    for quantity in quantities(reading.text, sentence.span.start, sentence.span.end):
        if context.dates.tell(quantity.number) and not quantity.unit:
            continue
        if _is_a_name(reading, sentence, quantity):
            continue
        if _NOT_SO.search(reading.text, sentence.span.start, quantity.number.start):
            continue
        before = counted(reading, sentence, quantity, before)
        if (
            quantity.unit == "GBP"
            and not context.has_sterling
            and _IN_POUNDS.search(reading.text[quantity.span.start : quantity.span.end])
        ):
            continue
        if before.kind == "other" and context.is_name(quantity.number):
            continue
        if before.fate is not None and is_denied(reading, before.fate):
            # "40 people did not die": who says so counts no dead.
            continue
        if matters(reading, sentence, quantity, before):
            yield _figure(reading, sentence, quantity, before, context)


def _is_a_name(reading: Reading, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number in letters with a capital is part of a name: "the Order of Nine Angles"."""
    text, number = reading.text, quantity.number
    capital = text[number.start : number.start + 1].isupper() and number.start > sentence.span.start
    before = text[max(sentence.span.start, number.start - 1) : number.start]
    return (
        capital and before == " " and bool(_CAPITAL.match(text, number.end)) and _has_lower(reading, sentence)
    )


def _has_lower(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence is no headline that gives most words a capital."""
    words: list[str] = re.findall(r"[^\W\d_]+", reading.text[sentence.span.start : sentence.span.end])
    return 2 * sum(w[0].islower() for w in words) > len(words)


def _is_toll(reading: Reading, figure: Figure, before: Figure) -> bool:
    """Whether a value is told as "the death toll" of what the sentence before counted."""
    text = reading.text[figure.target.start : figure.number.start]
    return figure.kind == before.kind and not figure.of and bool(_THE_TOLL.search(text))


def _put_at(
    reading: Reading, sentence: Sentence, context: Context, last: Sequence[Figure], found: Sequence[Figure]
) -> Iterator[Figure]:
    """Another's value for what the sentence before counted: "Organisers put the number at 15,000"."""
    counts = [f for f in last if f.kind not in ("percent", "money")]
    text = reading.text[sentence.span.start : sentence.span.end]
    put = _THE_NUMBER.search(text) if len(counts) == 1 and not found else None
    if put is None:
        return
    first = counts[0]
    for quantity in quantities(reading.text, sentence.span.start + put.end(), sentence.span.end):
        if not context.dates.tell(quantity.number) and not quantity.unit:
            yield _of_the_same(
                _figure(reading, sentence, quantity, Counted(first.kind, None), context), first
            )
        return


def _of_the_same(figure: Figure, first: Figure) -> Figure:
    """A value for what another counted."""
    return replace(
        figure,
        of=first.of,
        which=first.which,
        place=first.place,
        place_mention=first.place_mention,
        as_of=first.as_of,
        since=first.since,
        cumulative=first.cumulative,
    )


_THE_TOLL = re.compile(
    r"(?<!had )\b(?:put|puts|placed|estimated|estimates)\s+the\s+(?:death |injury )?tolls?\s+at\b[\w\s]*$"
)
# "The number" is of what was counted right before.
_THE_NUMBER = re.compile(
    r"(?<!had )\b(?:put|puts|placed|estimated|estimates|gave|gives|said|say|says)\s+(?:the|that|its|their)\s+"
    r"(?:real |true |actual |total )?"
    r"(?:number|figure|total|count|tally|turnout|crowd|attendance)\s+(?:at|as|was|is|of)\b"
)


def _figure(
    reading: Reading, sentence: Sentence, quantity: Quantity, what: Counted, context: Context
) -> Figure:
    target = reading.target(sentence.span)
    place = context.places.of(sentence, quantity)
    as_of, since = context.dates.of(sentence, quantity)
    published = reading.document.date
    if as_of and published and as_of > published and what.fate is not None:
        # What befell people is past: "in March" was last year's.
        as_of = None
    if as_of is None and since is None and what.fate is not None:
        as_of = context.dates.day_long_past(sentence, quantity.number)
    return Figure(
        id=target_id("figure", reading.target(quantity.span), what.kind),
        target=target,
        number=quantity.number,
        kind=what.kind,
        of=_words(reading, quantity, what),
        which=which(reading, sentence, quantity, what),
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        place=reading.text[place.span.start : place.span.end] if place else None,
        place_mention=place.mention if place else None,
        as_of=as_of,
        since=since,
        cumulative=bool(_CUMULATIVE.search(reading.text[sentence.span.start : sentence.span.end])),
        attribution=context.claimants.of(quantity.number),
    )


def _words(reading: Reading, quantity: Quantity, what: Counted) -> str:
    """What is counted, in the text's own words: the noun phrase after the number, "" where none is."""
    if what.noun is None:
        return ""
    end = reading.tokens[what.noun].end
    if end <= quantity.span.end:
        # "Four people, one of them seriously": the noun stands before.
        return reading.tokens[what.noun].text
    inside = (t for t in reading.tokens_in(Span(quantity.span.end, end)))
    numbers = [reading.tokens[i].end for i in inside if reading.tokens[i].pos == "NUM"]
    # "66 of its 100 seats" are seats.
    begin = numbers[-1] if numbers else quantity.span.end
    if end <= begin:
        return reading.tokens[what.noun].text
    words = reading.text[begin:end].strip(" -–+").removeprefix("strong ")
    return re.sub(r"^(?:worth |of |in )+(?:the |its |their |his )?", "", words)


def _told_once(figures: list[Figure], context: Context) -> Iterator[Figure]:
    """One telling of each value: an attributed one before a bare one, the fuller before the headline's.

    The same value by another source is another claimant's and stays.
    """
    best: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        value = (figure.kind, figure.unit, _bounds(figure))
        key: tuple[object, ...] = (*value, context.claimants.words(figure.attribution))
        bare = (*value, None)
        if key == bare:
            key = next((k for k in best if k[:-1] == value), key)
        elif bare in best:
            best[key] = _better(best.pop(bare), figure)
            continue
        best[key] = _better(best[key], figure) if key in best else figure
    yield from sorted(best.values(), key=lambda f: (f.number.start, f.number.end))


def _bounds(figure: Figure) -> tuple[float, ...]:
    """The bounds that are there: "32" and "at least 32" are one value told twice."""
    return tuple({v: None for v in (figure.low, figure.high) if v is not None})


def _better(first: Figure, second: Figure) -> Figure:
    def rank(figure: Figure) -> tuple[bool, ...]:
        told = (figure.attribution, figure.place, figure.as_of, figure.of or None)
        return tuple(x is not None for x in told)

    return second if rank(second) > rank(first) else first
