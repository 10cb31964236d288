"""What a page of several articles leaves out, and what it takes in: on three short articles."""

import pytest

from atstake.brief.compose import compose, lines
from atstake.brief.compose.coverage import Coverage
from atstake.model.annotations import Annotations, Mention, Statement, TimeExpression
from atstake.model.claims import FigurePoint, FigureSeries, Gap, Happening, Place, Reason, Resolution
from atstake.model.provenance import Run, target_id
from atstake.model.stages import Evidence
from atstake.model.text import Document
from made_documents import at

RUN = Run("r", "0", {}, {}, "2021-05-06T00:00:00+00:00")
ABOUT = "The council of Halden closed the harbour after the ferry fire on the quay."
NEXT = "The ferry fire on the Halden quay has hurt the harbour and the council for weeks."


LAYERS = ("statements", "times", "mentions", "figures", "attributions")


class Paper:
    """Articles of sentences, a day each, and what was resolved of them."""

    def __init__(self, *articles, own=True):
        self.documents, self.found, self.resolved = {}, {}, {}
        for n, sentences in enumerate(articles):
            document = Document(
                f"d{n}", " ".join(sentences), publisher=f"P{n}", published=f"2021-05-0{n + 1}"
            )
            told = [at(document, s) for s in sentences]
            self.documents[document.id] = document
            self.found[document.id] = Annotations(
                document.id,
                statements=tuple(
                    Statement(target_id("s", t), t, 0, i, own or not i, ("lead",) if i < 2 else ())
                    for i, t in enumerate(told)
                ),
            )

    def t(self, words):
        return next(at(d, words) for d in self.documents.values() if words in d.text)

    def add(self, words, **layers):
        found = self.found[self.t(words).document]
        made = {k: (*getattr(found, k), *v) for k, v in layers.items()}
        kept = {k: getattr(found, k) for k in LAYERS if k not in made}
        self.found[found.document] = Annotations(found.document, **kept, **made)

    def brief(self, **layers):
        return compose(Evidence(self.documents, self.found), Resolution(**layers), RUN)


def three(*more, own=False):
    """Three articles, with further sentences in the first: the reporter's own, or what somebody says."""
    return Paper([ABOUT, *more], [NEXT], ["The harbour council met about the ferry fire in Halden."], own=own)


def words(part):
    return [q.target.quote for item in part for q in (getattr(item, "line", item)).quotes]


def dated(paper, words, when, first, last):
    t = paper.t(words)
    target = at(paper.documents[t.document], when)
    time = TimeExpression(target_id("t", target), target, "DATE", first, earliest=first, latest=last)
    paper.add(words, times=(time,))


def test_a_dated_sentence_of_the_reporters_is_part_of_how_we_got_here():
    told = "The council closed the Halden harbour on Saturday for the ferry fire."
    paper = three(told, own=True)
    dated(paper, told, "Saturday", "2021-05-01", "2021-05-01")
    (past,) = paper.brief().past
    assert (past.when, words([past])) == ("1 May 2021", [told])


@pytest.mark.parametrize(
    ("told", "when", "day"),
    [
        (
            "The council will open the Halden harbour on Saturday after the ferry fire.",
            "Saturday",
            "2021-05-01",
        ),
        (
            "The ferry fire in Halden harbour is seen by the council, May 1, 2021.",
            "May 1, 2021",
            "2021-05-01",
        ),
        ("The council of Halden shut the harbour after the ferry fire on Sunday.", "Sunday", "2021-05-09"),
        ("The baker of Orsha sold a cake on Saturday.", "Saturday", "2021-05-01"),
    ],
)
def test_what_is_ahead_pictured_or_beside_the_point_is_not(told, when, day):
    paper = three(told, own=True)
    dated(paper, told, when, day, day)
    assert not paper.brief().past


def test_a_question_put_to_make_a_point_is_no_open_one():
    open_, put = (
        "It is unclear whether the Halden harbour will open.",
        "What kind of council closes a harbour?",
    )
    asked = "Will the council open Halden harbour before the winter ferry?"
    paper = three(open_, put, asked)
    gaps = tuple(Gap(f"g{n}", "open-question", paper.t(w)) for n, w in enumerate((open_, put, asked)))
    assert words(paper.brief(gaps=gaps).unknown) == [open_, asked]


def test_what_leads_up_stands_before_a_mere_because():
    because = "The harbour of Halden is poor because the ferry of the council burns coal."
    leads = "Talks in Halden harbour came in the wake of the ferry fire."
    beside = "The baker of Orsha left in the wake of a quarrel."
    paper = three(because, leads, beside)
    given = tuple(Reason(f"r{n}", paper.t(w), None, ("d0",)) for n, w in enumerate((because, leads, beside)))
    assert words(paper.brief(reasons=given).why_now) == [leads, because]


def test_a_place_named_once_gives_way_to_those_named_often():
    paper = three("Ferries sail to Arden, Brock, Calder and Dorn.")
    names = ("Arden", "Brock", "Calder", "Dorn")
    targets = {n: paper.t(n) for n in names}
    mentions = [Mention(n, targets[n], "name", "place", targets[n].whole) for n in names]
    again = [Mention(f"{n}2", targets[n], "name", "place", targets[n].whole) for n in names[:3]]
    paper.add("Ferries sail", mentions=(*mentions, *again))
    places = tuple(
        Place(n, n, 0.0, 0.0, None, (n, f"{n}2") if n in names[:3] else (n,), False) for n in names
    )
    where = paper.brief(places=places).where
    assert [s.name for s in where] == ["Arden", "Brock", "Calder"]
    assert where.more == 1


def series(paper, told, low, kind="killed", of="", place=None, as_of="2021-05-01"):
    target = paper.t(told)
    point = FigurePoint(target_id("f", target, low), target, low, low, "(outlet)", as_of, (target.document,))
    return FigureSeries(target_id("n", target, low, kind), kind, of, place, "", (point,), False)


def test_the_dead_of_a_day_stand_apart_from_those_of_a_war():
    day = "In Halden the ferry fire killed 23 people."
    war = "The war around Halden harbour has killed 170,000 people."
    paper = three(day, war)
    told = (series(paper, day, 23, place="Halden"), series(paper, war, 170000, place="Halden"))
    assert [len(c.values) for c in paper.brief(series=told).figures] == [1, 1]


def test_an_old_or_empty_figure_is_passed_over():
    old = "The ferry fire in Halden harbour killed 13 people a century ago."
    men = "Three men of the council stood in the Halden harbour by the ferry."
    now = "The ferry fire on the Halden quay killed 30 people."
    paper = three(old, men, now)
    told = (
        series(paper, old, 13, as_of="1921-05-01"),
        series(paper, men, 3, kind="other", of="men"),
        series(paper, now, 30),
    )
    assert words([v for c in paper.brief(series=told).figures for v in c.values]) == [now]


def test_a_case_of_a_list_is_no_key_point():
    listed = "• The council of Halden closed the harbour for the ferry fire on a quay."
    paper = Paper([listed], [NEXT], ["The harbour council met about the ferry fire in Halden."])
    assert listed.removeprefix("• ") not in words(paper.brief().key_points)


@pytest.mark.parametrize(
    "words_",
    [
        "The council of Halden, left, and the harbour master, right, stand by the ferry fire on a quay.",
        "People of Halden look at the harbour after the ferry fire on the quay, April 30, 2021.",
        "Another, in Halden, is the council of the harbour with the ferry fire on its quay.",
    ],
)
def test_a_caption_or_one_of_several_is_no_key_point(words_):
    paper = Paper([words_], [NEXT], ["The harbour council met about the ferry fire in Halden."])
    assert words_ not in words(paper.brief().key_points)


@pytest.mark.parametrize(
    ("told", "caption"),
    [
        ("Minister Weil is seen in a television image from the harbour.", True),
        ("The boat is seen in a different light by Borland.", False),
        ("The council of Halden opens the harbour on April 30, 2022.", False),
        ("The council of Halden opens the harbour on April 30, 2021.", True),
        ("The council of Halden opens the harbour on Apr 30, 2021.", True),
        ("The council opened the harbour of Halden on April 30, 2021, with a feast.", False),
    ],
)
def test_a_present_with_a_full_past_date_is_a_caption(told, caption):
    paper = Paper([told])
    coverage = Coverage(Evidence(paper.documents, paper.found), Resolution())
    assert lines.is_caption(coverage, paper.t(told)) is caption


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("The mayor of Halden, left, meets the council in the harbour after the ferry fire.", 0),
        ("The mayor of Halden met the council in the harbour after the ferry fire.", 1),
    ],
)
def test_a_picture_is_no_event_of_how_we_got_here(told, shown):
    paper = three(told)
    days = ("2021-05-02", "2021-05-02")
    event = Happening("h", paper.t(told), "CONSULT", None, "a", "b", None, *days, (), ("d0", "d1"))
    assert len(paper.brief(happenings=(event,)).past) == shown


def test_what_is_merely_late_is_not_what_nobody_knows():
    late, open_ = (
        "The Halden council has yet to paint the harbour ferry.",
        "The Halden council has yet to say when the ferry sails.",
    )
    paper = three(late, open_)
    gaps = tuple(Gap(f"g{n}", "open-question", paper.t(w)) for n, w in enumerate((late, open_)))
    assert words(paper.brief(gaps=gaps).unknown) == [open_]
