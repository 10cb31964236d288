"""Lines that a desk editor would call wrong: advice among facts, days of other things."""

from dataclasses import replace

import pytest
from tests.brief.test_to_the_point import NEXT, Paper, dated, series, three, words
from tests.brief.test_worth_its_place import RUN, named, people

from atstake.brief.compose import compose
from atstake.brief.compose.addressed import is_addressed
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.dated import is_gone_by
from atstake.brief.compose.standing import is_local
from atstake.model.annotations import Figure
from atstake.model.claims import Actor, Dispute, Gap, Happening, Place, Resolution, Role
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span
from made_documents import at


@pytest.mark.parametrize(
    ("told", "addressed"),
    [
        ("Forget the ferry fire that closed the Halden harbour.", True),
        ("If you like the council, the Halden ferry fire is a delight.", True),
        ("I think that the council of Halden closed the harbour.", True),
        ("The council said “you have to close the harbour” of Halden.", False),
        ("Meet Weil said the council closed the harbour in World War I.", False),
    ],
)
def test_what_is_said_to_the_reader_is_no_key_point(told, addressed):
    assert is_addressed(told) is addressed
    paper = three(told, own=True)
    assert not (addressed and told in words(paper.brief().key_points))


def test_a_title_about_those_who_report_is_not_that_of_the_page():
    paper = three(own=True)
    titles = (
        "Ferry fire closes Halden harbour",
        "Council meets on fire",
        "Media misfire on council, ferry fire in Halden harbour",
    )
    for (key, d), title in zip(sorted(paper.documents.items()), titles, strict=True):
        paper.documents[key] = replace(d, title=title)
    assert "Ferry fire closes Halden harbour" in str(paper.brief().title)


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("The council of Halden closed the harbour before the April 28 ferry fire.", "April 28"),
        ("The council of Halden had closed the harbour and ferry a week earlier.", "a week earlier"),
    ],
)
def test_a_day_that_tells_which_thing_dates_no_sentence(told, when):
    paper = three(told, own=True)
    dated(paper, told, when, "2021-04-28", "2021-04-28")
    assert not paper.brief().past


@pytest.mark.parametrize(
    "told",
    [
        "A fire that could raise more questions about whether the Halden harbour is safe for the ferry.",
        "The council met to settle any questions about whether the Halden ferry is safe.",
        "The mayor batted away questions about whether the Halden harbour is safe for the ferry.",
    ],
)
def test_what_may_raise_questions_leaves_none_open(told):
    paper = three(told)
    assert not paper.brief(gaps=(Gap("g", "open-question", paper.t(told)),)).unknown


@pytest.mark.parametrize(
    "told",
    [
        "Anna Weil blamed Ivo Brandt's brother for the ferry fire in the Halden harbour.",
        "Anna Weil charged two Ivo Brandt campaign figures with the ferry fire in the Halden harbour.",
    ],
)
def test_whose_brother_is_blamed_is_not_asked_for_a_reply(told):
    paper = three(told)
    brandt = Actor("b", "Ivo Brandt", "person")
    mention = named(paper, told, "Ivo Brandt", "person")
    found = {"actors": (brandt,), "mentioned": ((mention, "b"),)}
    gap = Gap("g", "no-reply", paper.t(told), None, "b")
    assert not paper.brief(gaps=(gap,), **found).unknown


@pytest.mark.parametrize(
    "told",
    [
        "Anna Weil said that all who refuse to leave the Halden harbour will see the ferry burn.",
        "Anna Weil said that Ivo Brandt had said he would not open the Halden harbour to the ferry.",
        "Anna Weil laid bare a refusal by the council to see that the Halden harbour is no longer open.",
    ],
)
def test_a_refusal_that_somebody_tells_of_others_is_not_theirs(told):
    paper = three(told)
    found = people(paper, (Actor("w", "Anna Weil", "person"), told))
    mention = named(paper, told, "Ivo Brandt", "person") if "Brandt" in told else None
    if mention:
        found["actors"] += (Actor("b", "Ivo Brandt", "person"),)
        found["mentioned"] += ((mention, "b"),)
    content = at(paper.documents["d0"], told.removeprefix("Anna Weil ").removeprefix("said "))
    dispute = Dispute("d", content, content, None, "w", "rejects", True, 0.3)
    brief = compose(Evidence(paper.documents, paper.found), Resolution(disputes=(dispute,), **found), RUN)
    assert not brief.claims


@pytest.mark.parametrize(
    ("told", "number", "low", "kind", "of", "shown"),
    [
        (
            "The Halden council has a 21-19 harbour majority after the ferry fire.",
            "19",
            19,
            "other",
            "harbour council",
            0,
        ),
        ("Six in 10 harbour councils of Halden saw the ferry.", "10", 10, "other", "harbour council", 0),
        ("The council led by a 54 percent to 41 percent Halden margin.", "41", 41, "percent", "margin", 0),
        (
            "With 100 percent of Halden councils counted, the harbour vote is over.",
            "100",
            100,
            "percent",
            "harbour council",
            0,
        ),
        (
            "The Halden council has 40 to 60 harbour ferries and a fire boat.",
            "60",
            60,
            "other",
            "harbour council",
            1,
        ),
    ],
)
def test_one_side_of_a_score_is_no_value(told, number, low, kind, of, shown):
    paper = three(told)
    whole = paper.t(told)
    start = whole.start + told.index(number)
    figure = Figure("f", whole, Span(start, start + len(number)), kind, of, low, low)
    paper.add(told, figures=(figure,))
    made = series(paper, told, low, kind, of)
    made = replace(made, points=(replace(made.points[0], figure="f"),))
    assert len(paper.brief(series=(made,)).figures) == shown


@pytest.mark.parametrize(
    ("title", "local"),
    [
        ("Democratic Attorney General", True),
        ("Attorney General", False),
        ("Republican Gov.", True),
        ("Republican President", False),
        ("state’s attorney general", True),
        ("Ohio Attorney General", True),
        ("county commissioner", True),
        ("state secretary", False),
        ("Georgia’s president", False),
        ("Secretary of State", False),
    ],
)
def test_who_is_called_by_a_party_stands_with_no_government(title, local):
    assert is_local(title) is local


def test_a_state_of_which_parts_are_shown_is_passed_over():
    names = ("Arden", "Brock", "Calder", "Kenya")
    paper = three(
        "Ferries sail to Arden, Brock, Calder and Kenya.", "Ferries left Arden, Brock, Calder, Kenya."
    )
    places = tuple(
        Place(
            n, n, 0.0, 0.0, "KEN", (named(paper, "Ferries sail", n), named(paper, "Ferries left", n)), False
        )
        for n in names
    )
    assert [s.name for s in paper.brief(places=places).where] == ["Arden", "Brock", "Calder"]


def test_whom_one_text_names_without_saying_who_they_are_gives_way():
    known = [f"{n} Holm" for n in ("Ada", "Bo", "Cora", "Dag", "Eva", "Finn")]
    told = [f"{n} spoke of the ferry fire twice in Halden." for n in known]
    paper = three(*told, "Zoe Lind spoke of the quay once.", "Professor Max Aas saw the ferry.")
    role = Role("professor", None, None, None)
    found = people(
        paper,
        *(
            (Actor(n, n, "person", roles=(Role("mayor", None, None, None),)), t)
            for n, t in zip(known, told, strict=True)
        ),
        (Actor("z", "Zoe Lind", "person"), "Zoe Lind spoke of the quay once."),
        (Actor("m", "Max Aas", "person", roles=(role,)), "Professor Max Aas saw the ferry."),
    )
    brief = compose(Evidence(paper.documents, paper.found), Resolution(**found), RUN)
    names = {p.name for p in brief.who}
    assert set(known) <= names and not names & {"Zoe Lind", "Max Aas"}


def test_how_far_a_count_is_is_no_value():
    told = "With 99 percent of the Halden harbour precincts reporting, the council vote is over."
    paper = three(told)
    made = (series(paper, told, 99, "percent", "precincts"),)
    assert not paper.brief(series=made).figures


def test_a_share_of_years_ago_is_no_figure_of_the_story():
    told = "The Halden harbour council won 17 percent of the ferry vote in 2012."
    paper = three(told)
    then, now = (
        series(paper, told, 17, "percent", "ferry vote", as_of=day) for day in ("2012", "2021-05-01")
    )
    assert not paper.brief(series=(then,)).figures
    assert paper.brief(series=(now,)).figures


def test_what_would_be_is_not_counted():
    told = "If half of Halden were in the harbour, a ferry fire would kill 490 people of the council."
    paper = three(told)
    assert not paper.brief(series=(series(paper, told, 490, "killed", "people"),)).figures


def test_an_outlets_own_post_is_not_shown():
    paper = three()
    article = paper.documents["d0"]
    for n, author in enumerate(("The P0", "Anna Weil")):
        post = Document(
            f"p{n}", f"The ferry fire in the Halden harbour, says {author}.", kind="post", author=author
        )
        paper.documents[post.id] = replace(post, parent=article.id, published="2021-05-01")
    assert [p.author for p in paper.brief().posts] == ["Anna Weil"]


def test_a_post_that_two_articles_show_stands_once():
    paper = three()
    for n in (0, 1):
        words = "The ferry fire in the Halden harbour was the council's."
        post = Document(f"p{n}", words, kind="post", author="Anna Weil", handle="@anna")
        paper.documents[post.id] = replace(post, parent=f"d{n}", published="2021-05-01")
    assert [p.author for p in paper.brief().posts] == ["Anna Weil"]


def test_a_bare_month_long_back_dates_no_sentence():
    told = "The council of Halden needed the ferry and harbour for its convention in July."
    paper = three(told, own=True)
    dated(paper, told, "July", "2020-07-01", "2020-07-31")
    assert not paper.brief().past


def happened(paper, told, *days, texts=("d0",)):
    return Happening("h", paper.t(told), "CONSULT", None, "a", "b", None, *days, (), texts)


@pytest.mark.parametrize(
    ("told", "when", "day", "shown"),
    [
        # What is told may be of weeks later.
        ("The Halden council met on the ferry after the harbour burned in April.", "April", "2021-04-01", 0),
        # Another day is given for what the sentence tells first.
        (
            "The Halden council met before the ferry and the harbour burned on April 28.",
            "April 28",
            "2021-04-28",
            0,
        ),
        ("The Halden council and the ferry hands met on April 28.", "April 28", "2021-04-28", 1),
        # As likely the day after the text was first published.
        (
            "The Halden council met the ferry hands early Sunday.",
            "early Sunday",
            "2021-04-25",
            0,
        ),
        ("The Halden council met the ferry hands in 1968.", "1968", "1968-01-01", 0),
    ],
)
def test_a_coded_event_has_the_day_of_what_its_sentence_tells(told, when, day, shown):
    paper = three(told)
    last = {"April": "2021-04-30", "1968": "1968-12-31"}.get(when, day)
    dated(paper, told, when, day, last)
    assert len(paper.brief(happenings=(happened(paper, told, day, last),)).past) == shown


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Experts expect 60 deaths in the Halden harbour from the ferry fire by August.", 0),
        ("The ferry fire in Halden harbour could kill 60 people, the council said.", 0),
        ("As many as 60 people will die of the ferry fire in Halden harbour.", 0),
        ("The ferry fire in Halden harbour killed 60 people, as the council had feared.", 1),
    ],
)
def test_who_is_expected_to_die_has_not_died(told, shown):
    paper = three(told)
    target = at(paper.documents["d0"], "60")
    figure = Figure("f", paper.t(told), target.whole, "killed", "people", 60, 60, "")
    paper.add(told, figures=(figure,))
    points = series(paper, told, 60, of="people").points
    found = replace(series(paper, told, 60, of="people"), points=(replace(points[0], figure="f"),))
    assert len(paper.brief(series=(found,)).figures) == shown


def test_one_number_of_people_under_two_names_is_told_once():
    hostages = "Three hostages are held in the Halden harbour after the ferry fire."
    prisoners = "The three prisoners in the harbour of Halden saw the ferry fire."
    guards = "The council of Halden says four guards are held on the ferry in the harbour."
    paper = three(hostages, prisoners, guards)
    told = (
        series(paper, hostages, 3, kind="detained", of="hostages"),
        series(paper, prisoners, 3, kind="detained", of="prisoners"),
        series(paper, guards, 4, kind="detained", of="guards"),
    )
    assert sorted(c.values[0].low for c in paper.brief(series=told).figures) == [3, 4]


def test_a_bare_title_gives_way_to_what_it_is_of():
    told = "Anna Weil spoke of the ferry fire in the harbour."
    paper = three(told)
    words = paper.t(told)
    bare = Role("Chairman", "2021-05-03", "2021-05-03", words)
    fuller = Role("chairman of the harbour board", "2021-05-01", "2021-05-01", words)
    over = Role("former mayor of Arden", "2021-05-02", "2021-05-02", words)

    def shown(*roles):
        found = people(paper, (Actor("w", "Anna Weil", "person", roles=roles), told))
        brief = compose(Evidence(paper.documents, paper.found), Resolution(**found), RUN)
        return next(p.role for p in brief.who if p.name == "Anna Weil")

    assert shown(bare, over, fuller) == "chairman of the harbour board"
    assert shown(bare, over) == "Chairman"
    assert shown(bare, Role("Head of Brenia", None, None)) == "Head of Brenia"


def test_who_is_known_by_an_office_alone_is_named_by_it():
    told = "Interior minister of Brenia told of the ferry fire."
    paper = three(told)
    found = people(paper, (Actor("i", "Interior minister of Brenia", "person"), told))
    assert [p.role for p in paper.brief(**found).who] == ["named by office"]


def test_a_building_that_stands_for_a_body_and_a_state_counted_are_no_places_of_a_story():
    house = "The ferry burned near the White House."
    listed = "The biggest of them are Arden, Brock and Calder."
    paper = three(house, listed, "The ferry came to Dorn.")
    places = tuple(
        Place(n, n, 0.0, 0.0, None, (named(paper, s, n),), False)
        for s, n in ((house, "White House"), (listed, "Brock"), ("The ferry came to Dorn.", "Dorn"))
    )
    assert [s.name for s in paper.brief(places=places).where] == ["Dorn"]


@pytest.mark.parametrize(
    ("told", "when", "day"),
    [
        ("The Halden council met the ferry hand who left the harbour on April 28.", "April 28", "2021-04-28"),
        (
            "The Halden harbour council turned away more ferries, a third more than in April.",
            "April",
            "2021-04-01",
        ),
    ],
)
def test_a_day_of_a_relative_clause_or_a_comparison_dates_no_sentence(told, when, day):
    paper = three(told, own=True)
    dated(paper, told, when, day, day if when != "April" else "2021-04-30")
    assert not paper.brief().past


def test_how_things_stand_now_is_no_event_of_the_day_that_is_named_beside():
    told = "The Halden council now counts the ferry towns that it won in the harbour vote on April 28."
    paper = three(told, own=True)
    dated(paper, told, "April 28", "2021-04-28", "2021-04-28")
    dated(paper, told, "now", "2021-05-01", "2021-05-01")
    assert not paper.brief().past


@pytest.mark.parametrize(
    ("last", "gone"), [("2021-05-01", False), ("2021-05-02", True), ("2021-05-04", False)]
)
def test_a_day_ahead_of_its_telling_and_behind_the_newest_text_has_gone_by(last, gone):
    told = "The harbour council of Halden will vote on the ferry fire on Sunday."
    paper = Paper([told], [NEXT], ["The harbour council met about the ferry fire in Halden."])
    dated(paper, told, "on Sunday", last, last)
    coverage = Coverage(Evidence(paper.documents, paper.found), Resolution())
    assert is_gone_by(coverage, paper.t(told)) is gone
