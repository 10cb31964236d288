"""*Who is involved*: names, roles at the date, sides, how often and by how many origins they are quoted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from atstake.brief.compose import lines, quoting
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen
from atstake.brief.compose.onlookers import looks_on, only_tells_of_others
from atstake.brief.compose.outlets import merely_asks
from atstake.brief.compose.standing import role_now, side_of
from atstake.brief.compose.stops import stops
from atstake.brief.compose.wording import capital
from atstake.facts import cues, states
from atstake.facts.agents import meaning, office_of
from atstake.facts.offices import whole
from atstake.model.annotations import Attribution
from atstake.model.brief import Line, Part, Person
from atstake.model.claims import Actor, Alias, Role

MOST = 12
_WORDS = 3
_STOPS = 3
_ALIASES = 4
_NAME_WORDS = 3
_ADDRESS = frozenset("mr mr. mrs mrs. ms ms. this our my your".split())
_BY_OFFICE = "named by office"
_MAIN, _ENOUGH, _OFTEN = 6, 8, 3
"""Of several articles: so many are shown in any case, behind so many nobody of one text; and quotations that
make somebody matter."""
_PARTIES = {"person", "government", "armed-group"}
_KINDS = {"person", "government", "organisation", "armed-group", "population"}


def people(coverage: Coverage) -> Part[Person]:
    """The actors that are quoted or named most, by independent origins and not by copies."""
    said = _said(coverage)
    origins = {a: coverage.origins(x.document for x in found) for a, found in said.items()}
    named = {a.id: _named(coverage, a) for a in coverage.actors.values()}
    firsts = {a.name.split()[0] for a in coverage.actors.values() if a.kind == "person" and " " in a.name}
    alone = _state_around(coverage, said)
    ranked = sorted(
        (
            a
            for a in coverage.actors.values()
            if a.kind in _KINDS
            and _matters(a, said, named)
            and not merely_asks(coverage, a, named)
            and not (a.kind == "person" and not said.get(a.id) and only_tells_of_others(coverage, a))
            and not _is_a_people(a)
            and a.id != alone
            and not (a.name in firsts and a.kind == "person" and (not a.roles or not said.get(a.id)))
        ),
        key=lambda a: (
            -2 * len(origins.get(a.id, ())) - named[a.id],
            -2 * len(said.get(a.id, ())) - len(a.mentions),
            a.name,
            a.id,
        ),
    )
    named = {a: max(n, len(origins.get(a, ()))) for a, n in named.items()}
    parties = [a for a in ranked if not (looks_on(coverage, a) and _is_of_one_text(coverage, a, named))]
    # Who is asked about a story by one text of several is no party to it, however often.
    ranked = parties if len(parties) >= _MAIN else ranked
    main = [a for n, a in enumerate(ranked) if n < _MAIN or not _is_minor(coverage, a, said, named)]
    main = [a for n, a in enumerate(main) if n < _ENOUGH or not _is_of_one_text(coverage, a, named)]
    cards = [_card(coverage, a, said.get(a.id, []), len(origins.get(a.id, ()))) for a in main[:MOST]]
    return Part(tuple(cards), len(ranked) - len(cards))


def _said(coverage: Coverage) -> dict[str, list[Attribution]]:
    """Each actor's attributions, in the order of date and text."""
    found: dict[str, list[Attribution]] = defaultdict(list)
    for layers in coverage.annotations.values():
        for a in layers.attributions:
            actor = coverage.attributed.get(a.id)
            if actor and not a.relayed:
                found[actor].append(a)
    for said in found.values():
        said.sort(key=lambda a: (coverage.date(a.document) or "", a.document, a.content.start))
    return found


def _named(coverage: Coverage, actor: Actor) -> int:
    """By how many independent texts an actor is named."""
    documents = {coverage.mention[m].target.document for m in actor.mentions if m in coverage.mention}
    return len(coverage.origins(documents))


def _matters(actor: Actor, said: dict[str, list[Attribution]], named: dict[str, int]) -> bool:
    """Who speaks; of the others, people, governments and armed groups that are named more than once."""
    if said.get(actor.id):
        return True
    return actor.kind in _PARTIES and (named[actor.id] > 1 or len(actor.mentions) > 1 or bool(actor.roles))


def _state_around(coverage: Coverage, said: dict[str, list[Attribution]]) -> str | None:
    """The one government of a story inside a state, where it is not quoted: it takes no part as such."""
    governments = [a for a in coverage.actors.values() if a.kind == "government" and len(a.mentions) > 1]
    inside = len(governments) == 1 and coverage.has_subject
    return governments[0].id if inside and not said.get(governments[0].id) else None


def _is_minor(
    coverage: Coverage, actor: Actor, said: dict[str, list[Attribution]], named: dict[str, int]
) -> bool:
    """Whether one text of several names somebody who is nothing, looks on, or is not quoted."""
    if not _is_of_one_text(coverage, actor, named) or len(said.get(actor.id, ())) >= _OFTEN:
        return False
    return looks_on(coverage, actor) or role_now(coverage, actor) is None or not said.get(actor.id)


def _is_of_one_text(coverage: Coverage, actor: Actor, named: dict[str, int]) -> bool:
    """Whether one text of several speaks of a person or a body."""
    several = coverage.has_subject
    return several and named[actor.id] < 2 and actor.kind in ("person", "organisation")


def _is_a_people(actor: Actor) -> bool:
    """Whether it is a nation as such: "Americans" do not take part.

    Nor do "Brenian lawmakers": of each text some others.
    """
    words = actor.name.casefold().removesuffix(" people").split()
    names = states.demonyms()
    agent = meaning(words[-1]) if len(words) > 1 else None
    if agent is not None and agent.plural and agent.group != "armed" and " ".join(words[:-1]) in names:
        return actor.name.split()[-1].islower()
    return actor.kind == "population" and (" ".join(words) in names or all(w in names for w in words))


def _card(coverage: Coverage, actor: Actor, said: list[Attribution], origins: int) -> Person:
    role = role_now(coverage, actor)
    words = quoting.exact(coverage, role.target.document, role.target.whole) if role and role.target else None
    side = side_of(coverage, actor)
    aliases = _each_once(a for a in actor.aliases if _tells(a, actor))[:_ALIASES]
    return Person(
        actor.id,
        actor.name,
        actor.kind,
        _titled(coverage, actor, role) if role else _BY_OFFICE if _is_office(actor) else "",
        words,
        side,
        len(said),
        origins,
        aliases,
        _handle(coverage, actor),
        _statements(coverage, actor, said),
        stops(coverage, actor).items[-_STOPS:],
    )


def _titled(coverage: Coverage, actor: Actor, role: Role) -> str:
    """A role written out; of somebody who is called late, as one of the late."""
    title = _written_out(role.title)
    told = (coverage.mention[m] for m in actor.mentions if m in coverage.mention)
    is_late = actor.kind == "person" and any(
        m.form == "name" and coverage.text(m.target.document).endswith("the late ", 0, m.target.start)
        for m in told
        if m.target.document in coverage.documents
    )
    return f"late {title}" if is_late and not title.startswith("late ") else title


def _written_out(title: str) -> str:
    """A title as it stands alone: "Senator" for "Sen.", "Ohio Governor" for "Ohio Gov."."""
    first, *rest = (_whole_word(word) for word in title.split(" "))
    return " ".join([first, *rest])


def _whole_word(word: str) -> str:
    long = whole(word.casefold())
    return word if long == word.casefold() else capital(long)


def _each_once(aliases: Iterable[Alias]) -> tuple[Alias, ...]:
    """Names that differ by a capital letter or an article as one, with all their counts."""
    found: dict[str, Alias] = {}
    for alias in aliases:
        bare = alias.text.casefold().removeprefix("the ")
        first = found.get(bare)
        found[bare] = replace(first, count=first.count + alias.count) if first else alias
    return tuple(found.values())


def _tells(alias: Alias, actor: Actor) -> bool:
    """Another name, not the name with a title or a noun phrase: that is what the role is for."""
    words, name = alias.text.removeprefix("the ").removeprefix("The ").split(), actor.name.casefold()
    inside = alias.text.casefold() in name or name in alias.text.casefold()
    last = name.split()[-1].rpartition("-")[2]
    if actor.kind != "person" and " " not in alias.text and meaning(alias.text) is not None:
        # "Authorities" at the head of a sentence.
        return False
    if actor.kind == "person":
        titles = {w.casefold() for r in actor.roles for w in r.title.split()}
        named = alias.text.lower().startswith("the ") or last in alias.text.casefold()
        known = titles | set(name.split()) | _ADDRESS
        inside = inside or named or all(w.casefold() in known or _is_title(w) for w in words)
    return not inside and len(words) <= _NAME_WORDS and all(not w[:1].islower() for w in words)


def _is_office(actor: Actor) -> bool:
    """Whether somebody is known by the office alone: "Interior minister of Brenia"."""
    return actor.kind == "person" and bool(office_of(actor.name))


def _is_title(word: str) -> bool:
    return meaning(word, "office", "rank") is not None


def _statements(coverage: Coverage, actor: Actor, said: list[Attribution]) -> tuple[Line, ...]:
    """A few of their statements: what they said last, each once."""
    seen = Seen()
    found: list[Line] = []
    telling = [a for a in reversed(said) if _tells_words(a)]
    for a in sorted(telling, key=lambda a: a.form == "indirect"):
        if len(found) == _WORDS:
            break
        line = lines.make(coverage, f"who-{actor.id}", a.content, speaker=actor.id)
        if line is not None and seen.add(lines.words_of(line)):
            found.append(line)
    return tuple(found)


def _tells_words(attribution: Attribution) -> bool:
    """Whether somebody is told to say it: not a deed that the reader of attributions took for words."""
    if attribution.form != "indirect" or attribution.act != "other" or attribution.cue is None:
        return True
    cue = {w.strip(".,").casefold() for w in attribution.cue.quote.split()}
    words = cues.verbs().keys() | cues.acts("noun").keys() | cues.acts("adjective").keys()
    return not words.isdisjoint(cue)


def _handle(coverage: Coverage, actor: Actor) -> str:
    names = {actor.name.casefold(), *(a.text.casefold() for a in actor.aliases)}
    for d in coverage.documents.values():
        if d.handle and (d.author or "").casefold() in names:
            return d.handle
    return ""
