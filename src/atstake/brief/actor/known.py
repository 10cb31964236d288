"""How we know who an actor is: roles with dates, spellings with counts, and what editors decided."""

from __future__ import annotations

from collections import Counter, defaultdict

from atstake.brief.compose import quoting
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.wording import day, days
from atstake.model.actor_page import Decision, Held, Spelling
from atstake.model.annotations import Mention
from atstake.model.brief import Note, Part, Quote
from atstake.model.claims import Actor
from atstake.model.provenance import in_force
from atstake.model.text import Span
from atstake.text.overlap import Words

SPELLINGS = 30
_EXAMPLES = 2
_HOPS = 8


def roles(coverage: Coverage, who: Actor) -> Part[Held]:
    """Roles that the coverage says, on the days it does, then those of the table that held at the time."""
    found = []
    for role in who.roles:
        target = role.target
        words = quoting.exact(coverage, target.document, target.whole) if target else None
        found.append(Held(role.title, days(role.first, role.last), words))
    return Part(tuple(found))


def spellings(coverage: Coverage, who: Actor) -> Part[Spelling]:
    """All words that stand for the actor, names first, the most frequent of each form first."""
    mentions = [coverage.mention[m] for m in who.mentions if m in coverage.mention]
    by_text: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for m in sorted(mentions, key=lambda m: m.target):
        by_text[_form(m), _folded(m)].append(m)
    order = ("name", "description", "pronoun")
    ranked = sorted(by_text.items(), key=lambda x: (order.index(x[0][0]), -len(x[1]), x[0][1]))
    made = [_spelling(coverage, who, found) for _, found in ranked]
    return Part(tuple(made[:SPELLINGS]), max(0, len(made) - SPELLINGS))


def _form(mention: Mention) -> str:
    if mention.form == "pronoun":
        return "pronoun"
    return "name" if mention.form in ("name", "acronym", "handle") else "description"


def _folded(mention: Mention) -> str:
    """Pronouns and descriptions are one at the start of a sentence and within it."""
    words = " ".join(mention.target.quote.split())
    return words if _form(mention) == "name" else words.casefold()


def _spelling(coverage: Coverage, who: Actor, found: list[Mention]) -> Spelling:
    form = _form(found[0])
    texts = Counter(" ".join(m.target.quote.split()) for m in found)
    text = min(texts, key=lambda t: (-texts[t], t))
    apart = {m.target.document: m for m in reversed(found)}
    examples = tuple(_example(coverage, who, m) for m in [*apart.values()][:_EXAMPLES])
    if form == "pronoun":
        word = text.casefold()
        return Spelling("I" if word == "i" else word, len(found), "pronoun", examples)
    return Spelling(text, len(found), "description" if form == "description" else "name", examples)


def _example(coverage: Coverage, who: Actor, mention: Mention) -> Quote:
    """The words in their paragraph; behind what is no name, the words that they point back to."""
    quote = quoting.exact(coverage, mention.target.document, mention.target.whole)
    if _form(mention) == "name":
        return quote
    back = _named(coverage, mention)
    text = back.target.quote if back else who.name
    return Quote(
        quote.target,
        quote.cut_before,
        quote.cut_after,
        (Note(mention.target.end, text),),
        quote.before,
        quote.after,
    )


def _named(coverage: Coverage, mention: Mention) -> Mention | None:
    """The name that a pronoun or description goes back to, over what stands between."""
    for _ in range(_HOPS):
        back = coverage.mention.get(mention.antecedent or "")
        if back is None:
            return None
        if _form(back) == "name":
            return back
        mention = back
    return None


def decisions(coverage: Coverage, who: Actor, dossier: str) -> Part[Decision]:
    """The editors' judgements in force on the actor's words, newest first, each with what takes it back."""
    words = Words({who.id: tuple(coverage.mention[m].target for m in who.mentions if m in coverage.mention)})
    found = []
    for j in reversed(in_force(coverage.judgements)):
        if j.kind != "actor" or j.verb in ("withhold", "redact") or not any(words.best(t) for t in j.targets):
            continue
        quotes = tuple(
            quoting.exact(coverage, t.document, Span(t.start, t.end))
            for t in j.targets
            if t.document in coverage.documents
        )
        command = f"atstake review {dossier} undo {j.id}"
        found.append(Decision(j.id, j.verb, j.by, day(j.at), j.value, quotes, command))
    return Part(tuple(found))
