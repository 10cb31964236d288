"""A small made-up story with hand-made annotations: a dam, two governments, a denial, dates ahead, a post."""

from __future__ import annotations

from atstake.model.annotations import Annotations, Attribution, Figure, Mention, Statement, Upcoming
from atstake.model.claims import (
    OUTLET,
    Actor,
    Ahead,
    Alias,
    Claim,
    Dispute,
    FigurePoint,
    FigureSeries,
    Gap,
    Happening,
    Issue,
    Origin,
    Place,
    Position,
    Reason,
    Resolution,
    Role,
    Shift,
    Telling,
)
from atstake.model.provenance import Run, target_id
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from made_documents import OTHER, POST, WIRE, at, documents

__all__ = ["POST", "WIRE", "Story", "at"]


class Story:
    """The made-up story: ``evidence``, ``resolution``, ``run``."""

    def __init__(self) -> None:
        self.documents = documents()
        self.mentions: list[tuple[Mention, str]] = []
        self.attributions: list[tuple[Attribution, str]] = []
        self.figures: list[Figure] = []
        self.upcoming: list[Upcoming] = []
        self._annotate()
        self.run = Run("run-1", "0.1.0", {"tagger": "sha256:0"}, {"clip": "280"}, "2021-05-06T00:00:00+00:00")
        found = {i: self._annotations(i) for i in self.documents}
        self.evidence = Evidence(self.documents, found)
        self.resolution = self._resolution()

    def t(self, document: str, words: str, nth: int = 1) -> Target:
        return at(self.documents[document], words, nth)

    def mention(
        self, target: Target, actor: str, form: str = "name", kind: str = "person", **more: object
    ) -> str:
        m = Mention(target_id("mention", target), target, form, kind, target.whole, **more)  # type: ignore[arg-type]
        self.mentions.append((m, actor))
        return m.id

    def said(
        self, document: str, source: str, cue: str, content: str, actor: str, nth: int = 1, **more: object
    ) -> str:
        parts = self.t(document, content, nth), self.t(document, source, nth), self.t(document, cue)
        a = Attribution(target_id("attribution", parts[0]), *parts, **more)  # type: ignore[arg-type]
        self.attributions.append((a, actor))
        return a.id

    def _annotate(self) -> None:
        for d in ("wire-1", "copy-1"):
            weil = self.mention(self.t(d, "Anna Weil"), "weil")
            self.mention(self.t(d, "Ivo Brandt"), "brandt")
            self.mention(self.t(d, "She"), "weil", "pronoun", antecedent=weil)
            self.mention(self.t(d, "Olga Marr"), "marr")
            self.accusation = self.said(
                d,
                "Arland has accused",
                "has accused",
                "Borland of opening the gates at night",
                "arland",
                act="accuses",
            )
            self.denial = self.said(d, "Borland has denied", "has denied", "this", "borland", act="denies")
            self.demand = self.said(
                d, "Arland says", "says", "the dam must be lowered", "arland", act="demands"
            )
            self.refusal = self.said(
                d, "Borland says", "says", "the dam will stay as it is", "borland", act="rejects"
            )
            for words in ("Arland has accused", "Arland says", "Arland said"):
                t = self.t(d, words)
                name = Target.of(self.documents[d], Span(t.start, t.start + 6))
                self.mention(name, "arland", kind="government", metonym=True)
            killed = self.t(d, "At least 30 people were killed in the floods, Arland said.")
            said = self.said(
                d, "Arland said", "said", "At least 30 people were killed in the floods", "arland"
            )
            number = self.t(d, "At least 30").whole
            self.figures.append(
                Figure(target_id("figure", killed), killed, number, "killed", "people", 30, attribution=said)
            )
        self.port = self.mention(self.t("wire-1", "Port Sel"), "port", kind="place")
        quote = "“The gates were never opened,” Mr Brandt told reporters."
        self.mention(self.t("other-1", "Mr Brandt"), "brandt")
        self.said("other-1", "Mr Brandt", "told", "“The gates were never opened,”", "brandt", form="direct")
        self.quoted = self.t("other-1", quote)
        dead = self.t("other-1", OTHER.split("PORT SEL - ")[1].split("\n")[0])
        said = self.said(
            "other-1",
            "Borland's government",
            "said",
            "that 12 people were killed when the Tess broke its banks on April 28",
            "borland",
        )
        self.figures.append(
            Figure(
                target_id("figure", dead),
                dead,
                self.t("other-1", "12").whole,
                "killed",
                "people",
                12,
                12,
                attribution=said,
            )
        )
        missing = self.t("post-1", POST)
        said = self.said("post-1", POST, POST, POST, "harbour", channel="post")
        self.figures.append(
            Figure(
                target_id("figure", missing),
                missing,
                self.t("post-1", "14").whole,
                "missing",
                "people",
                14,
                14,
                attribution=said,
            )
        )

    def _statements(self, document: Document) -> tuple[Statement, ...]:
        found: list[Statement] = []
        for p, paragraph in enumerate(document.text.split("\n")):
            for words in paragraph.replace(". ", ".\n").split("\n"):
                if words and words != "ADVERTISEMENT" and (document.kind == "post" or POST not in paragraph):
                    t = at(document, words)
                    lead = "lead" if words.startswith(("Arland's water", "PORT SEL -")) else ""
                    marks = (
                        ("headline",) if not found and document.kind == "article" else (lead,) if lead else ()
                    )
                    found.append(Statement(target_id("statement", t), t, p, len(found), True, marks))  # type: ignore[arg-type]
        return tuple(found)

    def _annotations(self, document: str) -> Annotations:
        return Annotations(
            document,
            mentions=tuple(m for m, _ in self.mentions if m.target.document == document),
            attributions=tuple(a for a, _ in self.attributions if a.document == document),
            figures=tuple(f for f in self.figures if f.target.document == document),
            statements=self._statements(self.documents[document]),
        )

    def _actors(self) -> tuple[Actor, ...]:
        of = lambda actor: tuple(m.id for m, a in self.mentions if a == actor)  # noqa: E731
        minister = Role("water minister of Arland", None, None, self.t("wire-1", "Arland's water minister"))
        return (
            Actor(
                "arland",
                "Government of Arland",
                "government",
                "ARL",
                aliases=(Alias("Arland", 6),),
                mentions=of("arland"),
                side="arland",
            ),
            Actor(
                "borland",
                "Government of Borland",
                "government",
                "BOR",
                aliases=(Alias("Borland", 5),),
                mentions=of("borland"),
                side="borland",
            ),
            Actor(
                "weil",
                "Anna Weil",
                "person",
                "ARL",
                roles=(minister,),
                aliases=(Alias("Anna Weil", 2),),
                mentions=of("weil"),
                side="arland",
            ),
            Actor(
                "brandt",
                "Ivo Brandt",
                "person",
                "BOR",
                roles=(Role("Foreign Minister of Borland", "2019-01-01", None),),
                aliases=(Alias("Mr Brandt", 1),),
                mentions=of("brandt"),
                side="borland",
            ),
            Actor("marr", "Olga Marr", "person", "BOR", mentions=of("marr")),
            Actor("harbour", "Harbour Watch", "organisation"),
        )

    def _disputes(self) -> tuple[Dispute, ...]:
        t = self.t
        accusation = "Arland has accused Borland of opening the gates at night."
        return (
            Dispute(
                "d-1",
                t("wire-1", accusation),
                t("wire-1", "Borland has denied this."),
                "arland",
                "borland",
                "denies",
                True,
                0.9,
                also_b=(self.quoted,),
                origins=("o-1", "o-2"),
            ),
            Dispute(
                "d-2",
                t("wire-1", "Arland says the dam must be lowered."),
                t("wire-1", "Borland says the dam will stay as it is."),
                "arland",
                "borland",
                "rejects",
                True,
                0.8,
                origins=("o-1",),
            ),
            Dispute(
                "d-3",
                self.figures[0].target,
                self.figures[2].target,
                "arland",
                "borland",
                "differs-in-figure",
                False,
                0.7,
                origins=("o-1", "o-2"),
            ),
            Dispute(
                "d-4",
                t("wire-1", "The talks follow a week of floods."),
                t("other-1", "Borland counts its dead"),
                OUTLET,
                None,
                "contradicts",
                False,
                0.1,
            ),
        )

    def _resolution(self) -> Resolution:
        t = self.t
        issue = Issue(
            "i-1",
            "the new dam on the river Tess",
            t("wire-1", "the new dam on the river Tess"),
            disputes=("d-2", "d-1"),
            positions=(
                Position(
                    "i-1",
                    "arland",
                    t("wire-1", "Arland says the dam must be lowered."),
                    date="2021-05-04",
                    origins=("o-1",),
                ),
                Position(
                    "i-1",
                    "borland",
                    t("wire-1", "Borland says the dam will stay as it is."),
                    date="2021-05-04",
                    origins=("o-1",),
                ),
            ),
        )
        mine, theirs = self.figures[0], self.figures[2]
        meet = t("wire-1", "She is also scheduled to meet President Olga Marr on Wednesday.")
        june = t("wire-1", "A second round has been tentatively set for June.")
        lead = t("wire-1", WIRE.split("\n")[4])
        told = t("other-1", "told reporters")
        return Resolution(
            origins=(Origin("o-1", ("copy-1", "wire-1"), ("Northwire",)), Origin("o-2", ("other-1",))),
            actors=self._actors(),
            claims=(
                Claim(
                    "c-1",
                    t("wire-1", "the dam must be lowered"),
                    (self.demand,),
                    actors=("arland",),
                    state="disputed",
                    origins=("o-1",),
                ),
            ),
            disputes=self._disputes(),
            issues=(issue,),
            series=(
                FigureSeries(
                    "s-1",
                    "killed",
                    "people",
                    None,
                    "people",
                    (
                        FigurePoint(mine.id, mine.target, 30, None, "arland", "2021-05-04", ("o-1",)),
                        FigurePoint(theirs.id, theirs.target, 12, 12, "borland", "2021-05-05", ("o-2",)),
                    ),
                    True,
                ),
                FigureSeries(
                    "s-2",
                    "missing",
                    "people",
                    None,
                    "people",
                    (
                        FigurePoint(
                            self.figures[-1].id,
                            self.figures[-1].target,
                            14,
                            14,
                            "harbour",
                            "2021-05-03",
                            ("o-1",),
                        ),
                    ),
                ),
            ),
            ahead=(
                Ahead(
                    "u-1",
                    meet,
                    "Anna Weil meets Olga Marr",
                    ("weil", "marr"),
                    None,
                    "2021-05-05",
                    "2021-05-05",
                    "scheduled",
                    (Telling("x", meet, "2021-05-04", "scheduled", "2021-05-05", "2021-05-05"),),
                    ("o-1",),
                ),
                Ahead(
                    "u-2",
                    june,
                    "a second round",
                    (),
                    None,
                    "2021-06-01",
                    "2021-06-30",
                    "tentative",
                    (),
                    ("o-1",),
                ),
            ),
            happenings=(
                Happening(
                    "h-1",
                    lead,
                    "CONSULT",
                    None,
                    "weil",
                    "brandt",
                    None,
                    "2021-05-04",
                    "2021-05-04",
                    (),
                    ("o-1",),
                ),
                Happening(
                    "h-2",
                    self.figures[2].target,
                    "NATURAL",
                    None,
                    None,
                    None,
                    None,
                    "2021-04-28",
                    "2021-04-28",
                    (),
                    ("o-2",),
                ),
            ),
            places=(Place("p-1", "Port Sel", 41.5, -3.25, "ARL", (self.port,), False),),
            gaps=(Gap("g-1", "open-question", t("wire-1", "It is not clear whether Borland will attend.")),),
            reasons=(Reason("r-1", t("wire-1", "The talks follow a week of floods."), None, ("o-1",)),),
            shifts=(Shift("sh-1", self.quoted, Span(told.start, told.end), "brandt", ("o-2",)),),
            attributed=tuple((a.id, actor) for a, actor in self.attributions),
            mentioned=tuple((m.id, actor) for m, actor in self.mentions),
            origin_of=(("copy-1", "o-1"), ("other-1", "o-2"), ("post-1", "o-1"), ("wire-1", "o-1")),
        )
