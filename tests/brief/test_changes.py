"""Two batches: six changes planted in the second, and a reworded copy that is no change."""

from dataclasses import replace

from atstake.brief.compose import compose
from atstake.model.annotations import Annotations, Statement
from atstake.model.claims import Ahead, Claim, Dispute, FigurePoint, Origin, Resolution, Telling
from atstake.model.provenance import target_id
from atstake.model.stages import Evidence
from atstake.model.text import Document
from made_story import Story, at

SECOND = (
    "Ivo Brandt, Borland's foreign minister, says that a second dam is planned upstream.\n"
    "Borland denies that the dam will ever be lowered.\n"
    "Arland now puts the number of people killed in the floods at 41.\n"
    "The second round will be held in July and not in June.\n"
    "The meeting of Anna Weil and Olga Marr has been called off.\n"
    "Arland takes back its accusation that Borland opened the gates at night.\n"
)
COPY = "The June round is set, tentatively: a second round has been set for June.\n"


def second_batch():
    story = Story()
    new = Document("new-1", SECOND, publisher="Morning Example", published="2021-05-06")
    copy = Document("copy-2", COPY, publisher="Evening Example", published="2021-05-06")
    t = {n: at(new, words) for n, words in enumerate(SECOND.splitlines())}
    found = dict(story.evidence.annotations)
    for d in (new, copy):
        statements = [at(d, words) for words in d.text.splitlines()]
        found[d.id] = replace(
            found["wire-1"],
            document=d.id,
            mentions=(),
            attributions=(),
            figures=(),
            statements=tuple(
                Statement(target_id("statement", s), s, n, n, False) for n, s in enumerate(statements)
            ),
        )
    evidence = Evidence(story.documents | {new.id: new, copy.id: copy}, found)
    r = story.resolution
    demand = r.disputes[1].a
    killed = replace(
        r.series[0], points=(*r.series[0].points, FigurePoint("f-9", t[2], 41, 41, "arland", "2021-05-06"))
    )
    meeting, june = r.ahead
    called_off = replace(meeting, certainty="cancelled", target=t[4], tellings=_told(meeting, t[4]))
    july = replace(june, target=t[3], earliest="2021-07-01", latest="2021-07-31", tellings=_told(june, t[3]))
    echoed = replace(
        july,
        tellings=(
            *july.tellings,
            Telling("z", at(copy, COPY.strip()), "2021-05-06", "tentative", None, None),
        ),
    )
    wire = replace(r.origins[0], documents=("copy-1", "copy-2", "wire-1"))
    after = replace(
        r,
        origins=(wire, r.origins[1], Origin("o-3", ("new-1",))),
        claims=(*r.claims, Claim("c-9", t[0], ("a-9",), actors=("brandt",), origins=("o-3",)),
                Claim("c-10", at(copy, COPY.strip()), ("a-10",), actors=("arland",), origins=("o-1",))),
        disputes=(*r.disputes, Dispute("d-9", demand, t[1], "arland", "borland", "denies", True, 0.9),
                  Dispute("d-10", r.disputes[0].a, t[5], "arland", "arland", "contradicts", True, 0.9)),
        series=(killed, r.series[1]),
        ahead=(called_off, echoed),
        origin_of=(*r.origin_of, ("copy-2", "o-1"), ("new-1", "o-3")),
    )  # fmt: skip
    return story, evidence, after


def _told(event: Ahead, target):
    old = Telling("old", event.target, "2021-05-04", event.certainty, event.earliest, event.latest)
    return (old, Telling("new", target, "2021-05-06", "scheduled", None, None))


def test_the_six_planted_changes_are_found_and_nothing_else():
    story, evidence, after = second_batch()
    brief = compose(evidence, after, story.run, before=story.resolution)
    found = {(c.kind, c.of, c.line.quotes[0].target.quote) for c in brief.changes}
    sentences = SECOND.splitlines()
    assert found == {
        ("new", "claim", sentences[0]),
        ("answered", "claim", sentences[1]),
        ("revised", "figure", sentences[2]),
        ("revised", "event", sentences[3]),
        ("withdrawn", "event", sentences[4]),
        ("withdrawn", "claim", sentences[5]),
    }


def test_remarks_tell_old_and_new_and_lines_are_marked():
    story, evidence, after = second_batch()
    brief = compose(evidence, after, story.run, before=story.resolution)
    remarks = {c.remark for c in brief.changes}
    assert "At least 30 before, now 41." in remarks
    assert "Before: June 2021, tentative; now July 2021, tentative." in remarks
    assert {line.change for line in brief.lines()} >= {"answered", "revised", "withdrawn"}


def test_the_same_dossier_twice_has_no_changes():
    story = Story()
    assert not compose(story.evidence, story.resolution, story.run, before=story.resolution).changes


def test_a_first_build_is_all_new_but_a_build_with_no_comparison_has_no_changes():
    story = Story()
    assert not compose(story.evidence, story.resolution, story.run).changes
    first = compose(story.evidence, story.resolution, story.run, before=Resolution())
    assert {c.kind for c in first.changes} == {"new"}


def test_a_claim_that_is_said_to_be_taken_back_is_withdrawn_with_its_words():
    story = Story()
    words = "Arland withdrew its claim that the dam must be lowered."
    new = Document("new-2", words, published="2021-05-07")
    target = at(new, words)
    told = Annotations("new-2", statements=(Statement(target_id("statement", target), target, 0, 0),))
    found = story.evidence.annotations | {"new-2": told}
    after = replace(story.resolution, origin_of=(*story.resolution.origin_of, ("new-2", "o-9")))
    brief = compose(
        Evidence(story.documents | {"new-2": new}, found), after, story.run, before=story.resolution
    )
    (change,) = brief.changes
    assert (change.kind, change.line.quotes[0].target.quote) == ("withdrawn", words)
