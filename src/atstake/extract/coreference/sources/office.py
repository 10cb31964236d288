"""Who is called by an office of a body: "The House Harbour Committee chairwoman said"."""

from __future__ import annotations

from collections.abc import Sequence

from atstake.extract.coreference.sources.words import head_of
from atstake.facts.agents import meaning
from atstake.facts.offices import has_office
from atstake.model.annotations import Attribution, Mention
from atstake.model.reading import Reading

_LONGEST = 8
"""Words of the name of a body with an office of it."""
_LEFT_OUT = ("committee", "subcommittee")
"""What an office is often told without: "House Harbour Chairwoman"."""


def by_office(reading: Reading, attribution: Attribution, mentions: Sequence[Mention]) -> Mention | None:
    """The one person of the document whose role is that office, with all the words of that body.

    None where nobody has it, or several have: then it is not known who is meant.
    """
    wanted, source = _office_of_body(reading, attribution), attribution.source
    if wanted is None or source is None:
        return None
    if any(m.country and m.form == "title" and source.whole.contains(m.head) for m in mentions):
        # "The North Korean leader" leads a state.
        return None
    body, noun = wanted
    holding = [
        m
        for m in mentions
        if m.form == "name" and m.type == "person" and m.role is not None
        if has_office(role := m.role.quote.lower(), noun) and body <= {*role.split(), *_LEFT_OUT}
    ]
    people = {(m.known or m.target.quote).split()[-1] for m in holding}
    return holding[-1] if len(people) == 1 else None


def _office_of_body(reading: Reading, attribution: Attribution) -> tuple[frozenset[str], str] | None:
    """The words of a body's name and the office, in small letters, where a source is nothing but these."""
    source = attribution.source
    head = head_of(reading, source.whole) if source else None
    if source is None or head is None or head.end < source.end:
        return None
    noun = reading.text[head.start : head.end].lower()
    office = meaning(noun, "office", "rank")
    before = reading.text[source.start : head.start].split()
    named = [w for w in before if w.lower() not in ("the", "of", "and", "for")]
    if office is None or office.plural or not named or len(before) > _LONGEST:
        return None
    return (frozenset(w.lower() for w in named), noun) if all(w[:1].isupper() for w in named) else None
