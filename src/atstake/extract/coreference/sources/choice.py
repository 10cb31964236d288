"""Which mention is the source of an attribution: the one at the head of the source's words."""

from __future__ import annotations

from atstake.extract.coreference.barred import may_speak
from atstake.extract.coreference.sources.alone import only_describes, speaks
from atstake.extract.coreference.sources.office import by_office
from atstake.extract.coreference.sources.passed_on import author, is_passed_on
from atstake.extract.coreference.sources.several import of_several, run_on
from atstake.extract.coreference.sources.words import head_of, with_role
from atstake.extract.coreference.sources.written import written_by
from atstake.model.annotations import Annotations, Attribution, Mention
from atstake.model.reading import Reading
from atstake.model.text import Span


def source_mentions(reading: Reading, found: Annotations) -> dict[str, str]:
    """Attribution id to the id of the mention that is its source, for those that name one."""
    mentions = sorted(found.mentions, key=lambda m: m.target.start)
    chosen: dict[str, tuple[Attribution, Mention]] = {}
    for attribution in sorted(found.attributions, key=lambda a: a.whole.start):
        mention = author(reading, attribution, mentions)
        if mention is None and not is_passed_on(reading, attribution):
            mention = (
                by_office(reading, attribution, mentions)
                or _named_by(reading, attribution, mentions)
                or written_by(reading, attribution, chosen, mentions)
            )
        if mention is not None and may_speak(reading, attribution, mention):
            chosen[attribution.id] = attribution, mention
    return {id: mention.id for id, (_, mention) in chosen.items()}


def _named_by(reading: Reading, attribution: Attribution, mentions: list[Mention]) -> Mention | None:
    """The mention that a source's words name, whole or in part."""
    source = attribution.source
    if source is None:
        return None
    inside = [m for m in mentions if any(s.overlaps(m.head) for s in source.spans)]
    # What the reader cut short ("Russian President Vladimir") is still the mention that it is a part of.
    inside = inside or [m for m in mentions if any(s.overlaps(with_role(m)) for s in source.spans)][-1:]
    if not inside:
        return _relative(reading, source.whole, mentions)
    inside = [m for m in inside if len(inside) == 1 or not (only_describes(m) or _is_in_role(m, inside))]
    if (first := run_on(reading, attribution, inside)) is not None:
        return first
    head = head_of(reading, source.whole)
    if len(inside) == 1:
        return inside[0] if speaks(reading, source, inside[0], head) else None
    return of_several(reading, source, inside, head)


def _is_in_role(mention: Mention, inside: list[Mention]) -> bool:
    """Whether somebody is named only in another's role: "a spokeswoman for Holm, Ada Berg,"."""
    return any(
        m is not mention
        and m.form == "name"
        and m.type == "person"
        and with_role(m).contains(mention.target.whole)
        for m in inside
    )


def _relative(reading: Reading, span: Span, mentions: list[Mention]) -> Mention | None:
    """Whom "who" or "which" goes back to: the mention that the clause it opens hangs on."""
    indices = reading.tokens_in(span)
    if len(indices) != 1 or reading.tokens[indices.start].text.lower() not in ("who", "which", "that"):
        return None
    people = reading.tokens[indices.start].text.lower() == "who"
    before = [m for m in mentions if 0 <= span.start - m.target.end <= 2]
    if before and not (people and before[-1].type == "place"):
        return before[-1]
    index = reading.tokens[indices.start].head
    for _ in range(3):
        if reading.tokens[index].dep == "relcl":
            break
        index = reading.tokens[index].head
    if reading.tokens[index].dep != "relcl":
        return None
    noun = reading.tokens[reading.tokens[index].head]
    while people and before and before[-1].target.whole.contains(Span(noun.start, noun.end)):
        # "Protesters in Koro who say": no town says anything.
        above = reading.tokens[noun.head]
        if above.dep == "ROOT" or above is noun:
            return None
        noun = above if above.pos in ("NOUN", "PROPN") else reading.tokens[above.head]
    head = Span(noun.start, noun.end)
    return next((m for m in mentions if m.target.whole.overlaps(head) and m.target.start < span.start), None)
