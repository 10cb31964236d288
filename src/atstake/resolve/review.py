"""The editors' verbs, as pure functions that make a judgement: the caller stores it (``Dossier.judge``).

    desk = Desk(evidence, resolution)
    merge(desk, ["Sergei Lavrov", "actor-1f"], by="N.N.")
    split(desk, "actor-1f", ["Ford"], by="N.N.")            # these words, or all in one document, or a place
    oppose(desk, ["the bridge is closed", "Lund denied this"], "denies", by="N.N.")
    judge(desk, "reject", "dispute-0c4", by="N.N.")
    judge(desk, "relabel", "title", "What is at stake", by="N.N.")
    undo(evidence.judgements, "last", by="N.N.")

What can be pointed at is told in ``refer.Desk.refer``. Every function raises ``UsageError`` with what to do.
The judgements have neither id nor time yet: the dossier gives them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from atstake.errors import UsageError
from atstake.model.claims import ClaimState
from atstake.model.provenance import Judgement, Verb, in_force
from atstake.model.text import Target
from atstake.resolve.opposed import RELATIONS
from atstake.resolve.refer import IDS, Desk, Referent, clipped
from atstake.text.overlap import Words

VERBS: tuple[str, ...] = get_args(Verb)
WITH_VALUE = ("relabel", "note")
WHOLE_BRIEF = ("title", "standfirst", "brief")
"""Kinds that stand on no words: what ``relabel`` and ``note`` may name instead of an object."""


def merge(desk: Desk, refs: Sequence[str], *, by: str, kind: str = "", why: str = "") -> Judgement:
    """The objects are one. They are all of one kind."""
    found = [_object(desk.refer(ref, kind), ref) for ref in refs]
    if len({each.id for each in found}) < 2:
        raise UsageError("merge: give at least two different objects")
    if len({each.kind for each in found}) > 1:
        raise UsageError(f"merge: these are different things ({', '.join(each.kind for each in found)})")
    if found[0].kind == "dispute":
        # A statement stands in several disputes: only both sides together say which is meant.
        pairs = tuple(t for each in found for t in each.targets[:2])
        return Judgement("", "merge", "dispute", pairs, why, by)
    targets = (*(each.targets[0] for each in found), *_parted_before(desk, found))
    return Judgement("", "merge", found[0].kind, targets, why, by)


def split(
    desk: Desk, ref: str, parted: Sequence[str], *, by: str, kind: str = "", why: str = ""
) -> Judgement:
    """What is ``parted`` (words, a document's id, a place) is not the object ``ref`` but another."""
    whole = _object(desk.refer(ref, kind), ref)
    mine = desk.objects(whole.kind)[whole.id]
    gone = {target for part in parted for target in _inside(desk, mine, part)}
    left = [target for target in (*whole.targets, *mine) if target not in gone]
    if not gone or not left:
        raise UsageError(f"split: say which of the words of {whole.id} are another's, and leave some")
    return Judgement("", "split", whole.kind, (left[0], *sorted(gone)), why, by)


def oppose(desk: Desk, refs: Sequence[str], relation: str = "", *, by: str) -> Judgement:
    """The second of two statements stands against the first: "contradicts" where nothing else is said.

    Each is an id, or words of the coverage: the sentence that holds them, in the oldest document that does. A
    place ``DOCUMENT:START-END`` is taken as it is given, and so are words where both are of one sentence.
    """
    if len(refs) != 2:
        raise UsageError("oppose: give two statements, and how the second stands to the first")
    chosen = relation or "contradicts"
    if chosen not in RELATIONS:
        raise UsageError(f"oppose: a dispute is one of {', '.join(RELATIONS)}, not {relation!r}")
    a, b = map(desk.statement, refs)
    if a == b:
        a, b = map(desk.first, refs)
    if a.meets(b):
        raise UsageError("oppose: give the words of two statements that do not overlap")
    return Judgement("", "oppose", "dispute", (a, b), chosen, by)


def judge(desk: Desk, verb: str, ref: str, value: str = "", *, by: str, kind: str = "") -> Judgement:
    """One of reject, confirm, relabel, pin, hide, note on one object, on words, or on the brief's title.

    Or ``withhold`` on a document, an outlet or a link's page, ``redact`` on a name.
    """
    chosen = _verb(verb)
    if verb in ("merge", "split", "oppose", "undo"):
        raise UsageError(f"{verb}: takes other arguments; see `atstake review --help`")
    if verb in WITH_VALUE and not value.strip():
        raise UsageError(f"{verb}: say what with, as in `atstake review DOSSIER {verb} ID TEXT`")
    if ref in WHOLE_BRIEF:
        if verb not in WITH_VALUE:
            raise UsageError(f"{verb}: the {ref} can be relabelled or noted, nothing else")
        return Judgement("", chosen, ref, (), value, by)
    if verb == "withhold":
        return Judgement("", chosen, "document", desk.documents(ref), value, by)
    if verb == "redact":
        return _redaction(desk, " ".join((ref, value)).strip(), by)
    found = desk.refer(ref, kind)
    if verb in ("reject", "confirm", "relabel"):
        _object(found, ref)
        _known(verb, found.kind, value)
        if found.kind == "line" and verb != "confirm":
            raise UsageError(
                f"{verb}: a line can be pinned, hidden, confirmed or noted; {verb} what it tells of"
            )
    return Judgement("", chosen, found.kind, found.targets, value, by)


def _known(verb: str, kind: str, value: str) -> None:
    """Raises ``UsageError`` where a dispute or a claim is relabelled as what there is not."""
    known: dict[str, tuple[str, ...]] = {"dispute": RELATIONS, "claim": get_args(ClaimState)}
    if verb == "relabel" and kind in known and value not in known[kind]:
        raise UsageError(f"relabel: a {kind} is one of {', '.join(known[kind])}, not {value!r}")


def _redaction(desk: Desk, ref: str, by: str) -> Judgement:
    """The name of an actor, or any other name that stands in the coverage, is to leave the desk nowhere."""
    found = desk.refer(ref)
    named = next((a.name for a in desk.resolution.actors if found.kind == "actor" and a.id == found.id), ref)
    return Judgement("", "redact", "actor", found.targets[:1] if found.kind == "actor" else (), named, by)


def undo(judgements: tuple[Judgement, ...], ref: str, *, by: str, why: str = "") -> Judgement:
    """Takes a judgement back: its id, a unique beginning of it, or ``last`` (the last that is in force)."""
    standing = in_force(judgements)
    if ref == "last":
        found = list(standing[-1:])
    else:
        found = [j for j in judgements if j.id == ref] or [j for j in judgements if j.id.startswith(ref)]
    if not found and ref == "last":
        raise UsageError("undo: nothing is in force that could be taken back")
    if not found:
        raise UsageError(f"undo: there is no judgement {ref}; `atstake review DOSSIER list` shows them")
    if len(found) > 1:
        raise UsageError(f"undo: {len(found)} judgements begin with {ref}; give more of the id")
    if not history_entry(judgements, found[0]).in_force:
        raise UsageError(f"undo: {found[0].id} is already taken back")
    return Judgement("", "undo", found[0].kind, (), why, by, undoes=found[0].id)


def _parted_before(desk: Desk, found: Sequence[Referent]) -> list[Target]:
    """Targets of earlier splits on these objects: the merge names them, so that it overrides the splits."""
    kind, ids = found[0].kind, {each.id for each in found}
    words = Words(desk.objects(kind))
    splits = (j for j in in_force(desk.evidence.judgements) if j.verb == "split" and j.kind == kind)
    return sorted({t for j in splits for t in j.targets if words.best(t) in ids})


@dataclass(frozen=True, slots=True)
class Entry:
    """A judgement in the history: whether it holds, and whether its words are gone."""

    judgement: Judgement
    in_force: bool
    orphan: bool = False

    def line(self) -> str:
        """One line for the terminal: id, time, who, what, on which words."""
        j = self.judgement
        state = (
            "" if self.in_force and not self.orphan else " [words not found]" if self.orphan else " [undone]"
        )
        words = " | ".join(f"“{clipped(t.quote)}”" for t in j.targets)
        parts = (j.id, j.at[:19], j.by or "-", j.verb, j.undoes or j.kind, words, j.value)
        return "  ".join(part for part in parts if part) + state


def history(judgements: tuple[Judgement, ...], orphans: Sequence[str] = ()) -> tuple[Entry, ...]:
    """All judgements, newest first; ``orphans`` as in ``Resolution.orphans``."""
    entries = [history_entry(judgements, j, orphans) for j in judgements]
    return tuple(sorted(entries, key=lambda e: (e.judgement.at, e.judgement.id), reverse=True))


def history_entry(judgements: tuple[Judgement, ...], one: Judgement, orphans: Sequence[str] = ()) -> Entry:
    """A judgement's place in the history. An undo holds as long as nothing takes it back."""
    holds = one in in_force(judgements) or (one.verb == "undo" and not _is_undone(judgements, one))
    return Entry(one, holds, one.id in orphans)


def _is_undone(judgements: tuple[Judgement, ...], one: Judgement) -> bool:
    return any(
        j.verb == "undo" and j.undoes == one.id and not _is_undone(judgements, j)
        for j in judgements
        if j.id != one.id
    )


def _verb(verb: str) -> Verb:
    for known in get_args(Verb):
        if known == verb:
            chosen: Verb = known
            return chosen
    raise UsageError(f"{verb}: no such verb; one of {', '.join(VERBS)}")


def _object(found: Referent, ref: str) -> Referent:
    if not found.id:
        raise UsageError(f"{ref}: these words are no object; give an id ({IDS}), or say the --kind")
    if not found.targets:
        raise UsageError(f"{ref}: {found.id} stands on no words, so nothing can be decided of it")
    return found


def _inside(desk: Desk, mine: Sequence[Target], part: str) -> list[Target]:
    """The object's own targets that are meant: in a document, on a place, with exactly these words."""
    if part in desk.evidence.documents:
        found = [target for target in mine if target.document == part]
    else:
        found = [target for target in mine if part in (target.quote, *target.quotes)]
        if not found:
            places = desk.words(part)
            found = [
                t for t in mine if any(t.whole.overlaps(p.whole) and t.document == p.document for p in places)
            ]
    if not found:
        raise UsageError(f"{part}: the object does not stand on these words")
    return found
