"""A statement as resolution compares it: one speaker, one sentence, one thing said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from atstake.facts.cues import tells_a_deed
from atstake.model.annotations import Act, Attribution, Statement
from atstake.model.claims import OUTLET
from atstake.model.text import Target
from atstake.resolve.parties import Parties


@dataclass(frozen=True)
class Unit:
    """One statement. ``target`` is what is shown, ``said`` the words of the content alone.

    ``attribution`` is the id of the attribution, None in the reporter's own voice. ``position`` counts
    sentences in the document. ``named`` are the actors named in what is said, ``parties`` the speaker's
    own id and country. ``marks`` are those of the sentence.
    """

    id: str
    document: str
    date: str
    position: int
    paragraph: int
    target: Target
    said: str
    whole: str
    words: tuple[str, ...]
    speaker: str | None
    attribution: Attribution | None
    statement: Statement
    parties: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    inner: Act | None = None
    """The act of an answer told inside another statement."""
    via: str | None = None
    """For what somebody says inside another's words: the id of the attribution that tells it."""
    refers: frozenset[Act] = frozenset()
    """The acts by which it names what it refers to ("the accusation", "their demand")."""
    owners: frozenset[str] = frozenset()
    """Whose statements it refers to, as parties ("Washington's charge")."""
    of: str | None = None
    """For a statement that stands only inside the one that answers it: the id of that one."""
    actors: frozenset[str] = frozenset()
    """Ids of the actors that ``named`` is made of."""
    owning: frozenset[str] = frozenset()
    """Ids of the actors that ``owners`` is made of."""
    behalf: frozenset[str] = frozenset()
    """For whom the speaker speaks, as parties ("the minister's lawyer", "the director of the authority")."""
    principals: frozenset[str] = frozenset()
    """Ids of the actors that ``behalf`` is made of."""
    called: tuple[str, ...] = ()
    """Content words by which the speaker is named and described."""
    opposed: frozenset[str] = frozenset()
    """Ids of the actors whom it is said to contradict by name."""
    opposes: frozenset[str] = frozenset()
    """What ``opposed`` are as parties."""
    objects: frozenset[str] = frozenset()
    """Ids of the actors right behind the verb, before "of": of an accusation, the accused."""
    against: frozenset[str] = frozenset()
    """What ``objects`` are as parties."""

    def under(self, parties: Parties) -> Unit:
        """The same statement where who belongs together is known anew."""
        return replace(
            self,
            parties=parties.of(self.speaker),
            named=parties.of_all(self.actors),
            owners=parties.of_all(self.owning),
            behalf=parties.of_all(self.principals),
            against=parties.of_all(self.objects),
            opposes=parties.of_all(self.opposed),
        )

    @cached_property
    def act(self) -> Act:
        """The speech act; the reporter's own voice just says."""
        return self.inner or (self.attribution.act if self.attribution else "says")

    @property
    def joint(self) -> bool:
        """Whether its speaker says it together with the one whose unit has the same words."""
        return self.attribution is not None and self.attribution.joint is not None

    @property
    def deed(self) -> bool:
        """Whether it tells what somebody did, in the reporter's words: "ordered strikes" is no position."""
        said = self.attribution
        if said is None or said.cue is None or said.form == "direct":
            return False
        return tells_a_deed(said.cue.quote)

    @property
    def outlet(self) -> bool:
        """Whether the reporter states it as fact."""
        return self.speaker == OUTLET
