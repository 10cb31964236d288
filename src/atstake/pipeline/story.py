"""One story: a dossier, and the verbs that the command and the Python API share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from atstake import __version__
from atstake.brief.check import unchanged
from atstake.brief.withheld import public, redacted, withheld
from atstake.config import Settings
from atstake.errors import AtstakeError, InputError
from atstake.model.actor_page import ActorPage
from atstake.model.brief import Brief
from atstake.model.claim_page import ClaimPage
from atstake.model.claims import Resolution
from atstake.model.intake import Intake
from atstake.model.provenance import Judgement
from atstake.model.stages import Evidence
from atstake.pipeline import edition, forms, parts, writing
from atstake.pipeline.added import Added, Progress
from atstake.pipeline.edition import Edition
from atstake.pipeline.filling import Filling
from atstake.pipeline.resolving import resolve
from atstake.resolve import review as verbs
from atstake.resolve.refer import Desk
from atstake.resolve.review import Entry, history
from atstake.resolve.review_file import read_choices
from atstake.store import Dossier, Hit

if TYPE_CHECKING:
    from typing import Self


Say = Callable[[str], None]
"""Called with one line for people."""


class Story:
    """A dossier with the stages around it. Use ``Story.open``; it is a context manager."""

    def __init__(self, dossier: Dossier, settings: Settings) -> None:
        self._dossier = dossier
        self._filling = Filling(dossier, settings)

    @classmethod
    def open(
        cls,
        path: str | PathLike[str],
        settings: Settings | None = None,
        *,
        create: bool = True,
        readonly: bool = False,
    ) -> Self:
        """Opens a dossier, makes it where there is none; DossierError where that cannot be done."""
        dossier = Dossier.open(Path(path), create=create, readonly=readonly)
        return cls(dossier, settings or Settings())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the dossier. What was added is on disk already."""
        self._dossier.close()

    def add(self, *inputs: str | PathLike[str], progress: Progress | None = None, private: str = "") -> Added:
        """Reads inputs (files, folders, URLs, ``-``) into the dossier, each document once.

        What cannot be read is named in ``problems`` and stops nothing else. ``private`` names who wants the
        documents read for the desk alone: they are in no output.
        """
        from atstake.intake import read_inputs

        return self.take(read_inputs([str(i) for i in inputs]), progress=progress, private=private)

    def take(
        self, intakes: Iterable[Intake], *, progress: Progress | None = None, private: str = ""
    ) -> Added:
        """The same for what ``intake`` has read already."""
        added = self._filling.take(intakes, progress, private)
        if added.new:
            self.refresh(progress)
        return added

    def watch(
        self,
        *feeds: str | PathLike[str],
        every: float = 600.0,
        once: bool = False,
        say: Say = print,
        warn: Say = print,
    ) -> bool:
        """Reads feeds (addresses or files) again and again, adds what is new and says what changed.

        ``every`` in seconds; ``once`` looks once. Whether all feeds could be had at the last look.
        """
        from atstake.pipeline.watching import Watch

        watching = Watch(self, [str(f) for f in feeds], every, say, warn)
        if once:
            return watching.look()
        watching.run()
        return True

    def rebuild(self, progress: Progress | None = None) -> Added:
        """Reads all documents anew and resolves them: those that were read, a line for each fault.

        Documents, judgements, runs and builds stay; an interrupted rebuild goes on where it stopped.
        """
        self._dossier.drop_derived()
        return self._read_again(progress)

    def evidence(self) -> Evidence:
        """All documents with their annotations and the judgements; reads first what was not read yet."""
        if self._dossier.unread():
            self._read_again(None)
        return self._dossier.evidence()

    def resolve(self) -> Resolution:
        """Resolves the dossier as it is now, and keeps the result in it.

        CheckError where a stored text is not what was read.
        """
        return self._resolved()[1]

    def refresh(self, progress: Progress | None = None) -> int:
        """Brings the resolution of a large dossier up to date; how many of its neighbourhoods had changed.

        A dossier that is one story (see ``resolve.neighbours``) is resolved when something is made of it.
        """
        if not parts.is_large(self._dossier):
            return 0
        if self._dossier.unread():
            self._read_again(None)
        return len(parts.refresh(self._dossier, progress))

    def brief(self, since: str | None = None) -> Brief:
        """The explainer, every quote of it compared with the stored text.

        What changed is told against the last build, or against the one in force at ``since`` (ISO 8601).
        """
        return self._made(since).brief

    def edition(self) -> Edition:
        """The story as it stands now, to be shown page by page without being loaded for each."""
        state = self._dossier.state()
        resolved = self._resolved()
        made, exported = self._compared(*resolved), self._compared(*resolved, last=False)
        history = edition.shown_history(self.history(), made.evidence.judgements)
        return Edition(self._dossier.path.name, state, made, exported, history, self._dossier.builds())

    def record(self) -> Brief:
        """Records the explainer as it stands now as a build: what changes is told against it from here on."""
        made = self._made()
        writing.record(made.brief, self._dossier, made.run)
        return made.brief

    def write(self, output: str | PathLike[str], *, since: str | None = None) -> Brief:
        """Writes the explainer in the form of the output's ending and records the build.

        ``.html``, ``.md``, ``.docx``, or ``.json`` (the evidence file with the brief in it).
        """
        place = Path(output)
        writing.must_be_writable(place)
        forms.must_be_installed(forms.of_ending(place))
        made = self._made(since)
        writing.put(place, forms.written(forms.of_ending(place), made))
        writing.record(made.brief, self._dossier, made.run)
        return made.brief

    def changed(self, before: Resolution) -> Brief:
        """The explainer as it is now, with what changed since something was resolved before (``resolve``)."""
        shown, resolved, then = redacted(*self._resolved(), before)
        return forms.Made(shown, resolved, self._filling.run(), then).brief

    def changes(self, since: str | None = None) -> Brief:
        """The explainer as it would be now, with what changed: since a time, or since the build before.

        Without ``since`` it compares with the last build, or, where nothing came in after that one, with
        the build before it.
        """
        return self._made(since, last=False).brief

    def desk(self) -> Desk:
        """What an editor can point at: the resolved objects, and the lines last published."""
        resolution = self._dossier.resolution(stale=True) or self.resolve()
        builds = self._dossier.builds()
        lines = self._dossier.build(builds[-1].id).lines if builds else ()
        return Desk(self._dossier.evidence(), resolution, lines)

    def choose(self, choices: Path, by: str = "") -> int:
        """Takes an editor's choices from a TOML file into the judgements; how many were new."""
        try:
            toml = choices.read_text(encoding="utf8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{choices}: cannot be read as a TOML file ({error})") from error
        try:
            wanted = read_choices(self.desk(), toml, by=by)
        except InputError as error:
            raise InputError(f"{choices}: {error}") from error
        for judgement in wanted:
            self._dossier.judge(judgement)
        return len(wanted)

    def export(self, form: str, output: str | PathLike[str] | None, *, text: bool = True) -> str:
        """Writes the dossier's evidence in one form, or returns it where ``output`` is None.

        ``text=False`` leaves the full texts out and clips the quotes.
        """
        place = Path(output) if output is not None else None
        forms.must_be_installed(form)
        if place is not None and form not in forms.FOLDERS:
            writing.must_be_writable(place)
        return writing.export(form, self._made(last=False, text=text), place)

    def attributions(self, output: str | PathLike[str]) -> int:
        """Writes a page of the dossier's newest article with every attribution's parts coloured; how many."""
        from atstake.publish.attribution_page import attribution_page

        evidence = redacted(public(self.evidence()), Resolution())[0]
        articles = [d for d in evidence.documents.values() if d.parent is None]
        document = max(articles, key=lambda d: (d.date or "", d.id))
        found = evidence.annotations[document.id].attributions
        writing.put(Path(output), attribution_page(document, found))
        return len(found)

    def review(self, verb: str, what: Sequence[str], *, by: str, kind: str = "", why: str = "") -> Judgement:
        """Keeps what an editor decides; the next brief follows it. UsageError where ``what`` is not found."""
        desk = self.desk()
        if verb == "merge":
            made = verbs.merge(desk, what, by=by, kind=kind, why=why)
        elif verb == "split":
            made = verbs.split(desk, what[0], what[1:], by=by, kind=kind, why=why)
        elif verb == "oppose":
            made = verbs.oppose(desk, what[:2], " ".join(what[2:]), by=by)
        elif verb == "undo":
            made = verbs.undo(self._dossier.judgements(), what[0], by=by, why=why)
        else:
            made = verbs.judge(desk, verb, what[0], " ".join(what[1:]), by=by, kind=kind)
        return self._dossier.judge(made)

    def history(self) -> tuple[Entry, ...]:
        """All judgements, newest first, with those whose words are gone marked."""
        orphans = (self._dossier.resolution(stale=True) or self.resolve()).orphans
        return history(self._dossier.judgements(), orphans)

    def actor(self, ref: str) -> ActorPage:
        """The page of an actor (a name, an id, or words of the coverage), every quote of it checked.

        UsageError where ``ref`` means no actor, or several.
        """
        made = self._shown()
        return edition.actor(made, Desk(made.evidence, made.resolution), ref, self._dossier.path.name)

    def claim(self, ref: str) -> ClaimPage:
        """The page of a claim (an id, or words of the coverage), every quote of it checked."""
        made = self._shown()
        return edition.claim(made, Desk(made.evidence, made.resolution), ref)

    def write_claim(self, ref: str, output: str | PathLike[str]) -> ClaimPage:
        """Writes a claim's page in the form of the ending (``.html``, ``.md``, ``.txt``, ``.json``)."""
        place = Path(output)
        writing.must_be_writable(place)
        ending = forms.page_ending(place)
        page = self.claim(ref)
        writing.put(place, forms.claim(page, ending))
        return page

    def write_actor(self, ref: str, output: str | PathLike[str]) -> ActorPage:
        """Writes an actor's page in the form of the ending (``.html``, ``.md``, ``.json``, ``.txt``)."""
        place = Path(output)
        writing.must_be_writable(place)
        ending = forms.page_ending(place)
        page = self.actor(ref)
        writing.put(place, forms.actor(page, ending, self._dossier.path.name))
        return page

    def search(self, query: str, limit: int = 20) -> Sequence[Hit]:
        """Where the words stand in the dossier's documents."""
        private = withheld(self._dossier.judgements(), self._dossier.documents())
        return [hit for hit in self._dossier.search(query, limit) if hit.document not in private]

    @property
    def documents(self) -> int:
        """How many documents it holds."""
        return len(self._dossier.documents())

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever kept in it: no document, no editor's decision."""
        return not self._dossier.articles() and not self._dossier.judgements()

    @property
    def dossier(self) -> Dossier:
        """The store behind it."""
        return self._dossier

    def _resolved(self) -> tuple[Evidence, Resolution]:
        evidence = self.evidence()
        if not evidence.documents:
            raise AtstakeError("nothing to tell: the dossier holds no document yet, add coverage first")
        unchanged(evidence.documents)
        evidence = public(evidence)
        if not evidence.documents:
            raise AtstakeError("nothing to tell: every document of the dossier is private")
        if (stored := self._stored()) is not None:
            return evidence, stored
        if parts.is_large(self._dossier):
            parts.refresh(self._dossier)
            resolution = parts.union(self._dossier)
        else:
            resolution = resolve(evidence)
        self._dossier.save_resolution(resolution, self._filling.run())
        return evidence, resolution

    def _stored(self) -> Resolution | None:
        """What was resolved before, where nothing came after it and this version resolved it."""
        run = self._dossier.resolved_by()
        return self._dossier.resolution() if run and run.version == __version__ else None

    def _shown(self) -> forms.Made:
        """What is resolved now, as it may be shown, compared with nothing."""
        evidence, resolution, _ = redacted(*self._resolved())
        return forms.Made(evidence, resolution, self._filling.run())

    def _made(self, since: str | None = None, *, last: bool = True, text: bool = True) -> forms.Made:
        """What a form is written from; ``last`` compares with the last build even where nothing is new."""
        return self._compared(*self._resolved(), since, last=last, text=text)

    def _compared(
        self,
        evidence: Evidence,
        resolution: Resolution,
        since: str | None = None,
        *,
        last: bool = True,
        text: bool = True,
    ) -> forms.Made:
        builds = self._dossier.builds()
        fresh = last or (bool(builds) and self._dossier.resolution_of(builds[-1].id) != resolution)
        shown, resolved, before = redacted(evidence, resolution, self._before(since, last=fresh))
        return forms.Made(shown, resolved, self._filling.run(), before, text)

    def _before(self, since: str | None, *, last: bool) -> Resolution | None:
        """What was resolved at the build to compare with, or None where there is none.

        Before the first build nothing was told: since then, everything is new.
        """
        builds = self._dossier.builds()
        if since is not None:
            builds = tuple(b for b in builds if b.made <= writing.utc(since))
            if not builds:
                return Resolution()
        elif not last:
            builds = builds[:-1]
        return self._dossier.resolution_of(builds[-1].id) if builds else None

    def _read_again(self, progress: Progress | None) -> Added:
        read = self._filling.again(progress)
        self.resolve()
        return read
