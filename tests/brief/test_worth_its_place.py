"""What an editor would strike, and what a page of a story without disputes shows instead."""

from dataclasses import replace

import pytest
from tests.brief.test_to_the_point import ABOUT, NEXT, Paper, dated, series, three, words

from atstake.brief.compose import compose
from atstake.model.annotations import Attribution, Figure, Mention
from atstake.model.claims import (
    Actor,
    Ahead,
    Dispute,
    Gap,
    Issue,
    Place,
    Position,
    Reason,
    Resolution,
    Role,
    Telling,
)
from atstake.model.provenance import Run, target_id
from atstake.model.stages import Evidence
from atstake.model.text import Span
from made_documents import at

RUN = Run("r", "0", {}, {}, "2021-05-06T00:00:00+00:00")


def named(paper, told, name, kind="place", form="name", **more):
    whole = paper.t(told)
    target = at(paper.documents[whole.document], name)
    mention = Mention(target_id("m", target, told), target, form, kind, target.whole, **more)
    paper.add(told, mentions=(mention,))
    return mention.id


@pytest.mark.parametrize(
    "told",
    [
        "Former Arden Gov. Ivo Brandt spoke of the ferry fire.",
        "The mayor of Arden spoke of the ferry fire.",
        "Arden University spoke of the ferry fire.",
    ],
)
def test_whose_governor_somebody_is_is_not_where_it_happens(told):
    paper = three(told, "The ferry burned in Brock.")
    places = tuple(
        Place(n, n, 0.0, 0.0, None, (named(paper, s, n),), False)
        for s, n in ((told, "Arden"), ("The ferry burned in Brock.", "Brock"))
    )
    assert [s.name for s in paper.brief(places=places).where] == ["Brock"]


def test_a_place_is_shown_with_words_that_say_what_is_there():
    paper = three("Arden is far from the sea.", "The ferry burned in Arden harbour.")
    whole = paper.t("The ferry burned in Arden harbour.")
    found = [
        Mention(f"m{n}", t, "name", "place", t.whole)
        for n, t in enumerate((at(paper.documents["d0"], "Arden"), at(paper.documents["d0"], "Arden", 2)))
    ]
    paper.add("Arden is far", mentions=tuple(found))
    (spot,) = paper.brief(places=(Place("p", "Arden", 0.0, 0.0, None, ("m0", "m1"), False),)).where
    assert spot.line.quotes[0].target.quote == whole.quote


def people(paper, *actors):
    """Actors, each named once in the first article, and quoted there."""
    made, attributed, mentioned = [], [], []
    for actor, told in actors:
        source = named(paper, told, actor.name, "person")
        mentioned.append((source, actor.id))
        content = at(paper.documents["d0"], told)
        said = Attribution(target_id("a", content), content, None, None, source)
        paper.add(told, attributions=(said,))
        attributed.append((said.id, actor.id))
        made.append(replace(actor, mentions=(source,)))
    return {"actors": tuple(made), "attributed": tuple(attributed), "mentioned": tuple(mentioned)}


def test_an_outlet_and_its_reporters_are_sources_and_no_parties():
    paper = three("Anna Weil spoke.", "Bo Roe asked.", "The Harbour Post wrote.")
    role = Role("host", None, None, None)
    found = people(
        paper,
        (Actor("w", "Anna Weil", "person"), "Anna Weil spoke."),
        (Actor("r", "Bo Roe", "person", roles=(role,)), "Bo Roe asked."),
        (Actor("p", "Harbour Post", "organisation", sector="MED"), "The Harbour Post wrote."),
    )
    assert [p.name for p in paper.brief(**found).who] == ["Anna Weil"]


@pytest.mark.parametrize(
    "told",
    [
        ("{} reported it.", "He told {} so.", "{} said so."),
        ("{}’s Bo Roe obtained it.", "{} got hold of it.", "Read {}’s exclusive."),
        ("She told outlets, including {}.", "{} spoke to her.", "It was seen by {}."),
        ("{} and other outlets published it.", "{} interviewed him.", "He was in {}."),
        ("{}’s senior court reporter Bo Roe asked.", "{}’s Roe, who asked, left.", "Bo Roe of {} asked."),
    ],
)
def test_an_outlet_that_most_texts_cite_is_still_no_party(told):
    told = [t.format("the Harbour Post") for t in told]
    paper = Paper(*([t] for t in told))
    mentions = tuple(named(paper, t, "Harbour Post", "organisation") for t in told)
    outlet = Actor("p", "Harbour Post", "organisation", sector="MED", mentions=mentions)
    content = at(paper.documents["d0"], told[0])
    said = Attribution(target_id("a", content), content, None, None, mentions[0])
    paper.add(told[0], attributions=(said,))
    found = {"mentioned": tuple((m, "p") for m in mentions), "attributed": ((said.id, "p"),)}
    assert not paper.brief(actors=(outlet,), **found).who.items


def test_who_is_called_as_the_outlet_of_an_article_is_a_source_and_no_party():
    paper = three("Anna Weil spoke.", "P1 asked her.")
    found = people(
        paper,
        (Actor("w", "Anna Weil", "person"), "Anna Weil spoke."),
        (Actor("p", "P1", "organisation"), "P1 asked her."),
    )
    assert [p.name for p in paper.brief(**found).who] == ["Anna Weil"]


def test_an_outlet_that_most_texts_speak_of_is_a_party():
    told = ["He sued the Harbour Post.", "He hates the Harbour Post.", "The Harbour Post lost the case."]
    paper = Paper(*([t] for t in told))
    mentions = tuple(named(paper, t, "Harbour Post", "organisation") for t in told)
    outlet = Actor("p", "Harbour Post", "organisation", sector="MED", mentions=mentions)
    content = at(paper.documents["d2"], told[2])
    said = Attribution(target_id("a", content), content, None, None)
    paper.add(told[2], attributions=(said,))
    found = {"mentioned": tuple((m, "p") for m in mentions), "attributed": ((said.id, "p"),)}
    assert [p.name for p in paper.brief(actors=(outlet,), **found).who] == ["Harbour Post"]


def test_who_holds_an_office_of_the_state_stands_with_its_government():
    paper = three("Anna Weil spoke.", "Bo Roe spoke.", "Karl Lund spoke.", "Canada spoke.")
    held = (Role("Prime Minister of Canada", "2020-01-01", None, None),)
    named_so = (Role("Canada's defense minister", None, None, paper.t("Bo Roe spoke.")),)
    union = (Role("president of the Canada Dockers' Council", None, None, paper.t("Karl Lund spoke.")),)
    found = people(
        paper,
        (Actor("w", "Anna Weil", "person", "CAN", "GOV", roles=held), "Anna Weil spoke."),
        (Actor("r", "Bo Roe", "person", "CAN", "GOV", roles=named_so), "Bo Roe spoke."),
        (Actor("l", "Karl Lund", "person", "CAN", "GOV", roles=union), "Karl Lund spoke."),
        (Actor("g", "Canada", "government", "CAN", "GOV"), "Canada spoke."),
    )
    sides = {p.name: p.side for p in paper.brief(**found).who}
    assert (sides["Anna Weil"], sides["Bo Roe"]) == ("Canada", "Canada")
    assert sides["Karl Lund"] == ""


def test_an_armed_group_of_no_state_stands_with_no_government():
    paper = three("The Red Guards spoke.", "Canada spoke.", "The ferry burned.")
    found = people(
        paper,
        (Actor("r", "Red Guards", "armed-group", None, "REB", side="g"), "The Red Guards spoke."),
        (Actor("g", "Canada", "government", "CAN", "GOV", side="g"), "Canada spoke."),
    )
    assert {p.name: p.side for p in paper.brief(**found).who}["Red Guards"] == ""


def test_an_office_that_was_left_before_is_a_former_one():
    paper = three("Anna Weil spoke.", "The ferry burned.", "The council met.")
    told = Role("fiery President", "2021-05-06", "2021-05-06", paper.t("Anna Weil spoke."))
    held = Role("President of Arland", "2010-01-01", "2020-12-31", None)
    weil = Actor("w", "Anna Weil", "person", "ARL", "ELI", roles=(told, held))
    (person,) = paper.brief(**people(paper, (weil, "Anna Weil spoke."))).who
    assert person.role == "former President of Arland"


def test_a_short_title_is_written_out():
    paper = three("Anna Weil spoke.", "The ferry burned.", "The council met.")
    role = Role("Sen.", None, None, paper.t("Anna Weil spoke."))
    weil = Actor("w", "Anna Weil", "person", "ARL", "LEG", roles=(role,))
    (person,) = paper.brief(**people(paper, (weil, "Anna Weil spoke."))).who
    assert person.role == "Senator"
    weil = replace(weil, roles=(replace(role, title="former Halden Gov."),))
    (person,) = paper.brief(**people(paper, (weil, "Anna Weil spoke."))).who
    assert person.role == "former Halden Governor"


def test_who_is_out_of_office_stands_with_no_government():
    paper = three("Anna Weil spoke.", "Bo Roe spoke.", "Arland spoke.")
    mayor = (Role("Mayor", None, None, paper.t("Bo Roe")),)
    found = people(
        paper,
        (Actor("w", "Anna Weil", "person", "ARL", "ELI", side="g"), "Anna Weil spoke."),
        (Actor("r", "Bo Roe", "person", "ARL", "GOV", side="g", roles=mayor), "Bo Roe spoke."),
        (Actor("g", "Arland", "government", "ARL", "GOV", side="g"), "Arland spoke."),
    )
    assert {p.name: p.side for p in paper.brief(**found).who} == {"Anna Weil": "", "Bo Roe": "", "Arland": ""}


def test_each_article_gives_one_of_the_key_points():
    second = "The ferry fire on the quay closed the harbour of Halden for the council."
    paper = Paper([NEXT, second], ["The Halden council met."], ["The harbour council met about the ferry."])
    told = words(paper.brief().key_points)
    assert (NEXT in told) != (second in told)


@pytest.mark.parametrize(
    ("own", "url"),
    [
        ("We must ask what you and I owe the Halden harbour.", ""),
        ("The Halden harbour is a shame.", "https://sample.invalid/opinion/2021/harbour"),
    ],
)
def test_a_column_gives_no_key_point_where_there_are_reports(own, url):
    opinion = "The ferry fire on the Halden quay shames the council and the harbour of the town."
    reports = [
        [NEXT],
        ["The council of Halden met on the quay."],
        ["The harbour of Halden stays closed today."],
    ]
    paper = Paper([opinion, own], *reports)
    paper.documents["d0"] = replace(paper.documents["d0"], url=url)
    assert opinion not in words(paper.brief().key_points)


def test_shares_of_two_rivals_are_not_two_values_of_one():
    one = "Anna Weil had 49 percent of the harbour delegates in Halden."
    two = "Ivo Brandt had 48 percent of the harbour delegates in Halden."
    paper = three(one, two)
    found = people(paper, (Actor("w", "Anna Weil", "person"), one), (Actor("b", "Ivo Brandt", "person"), two))
    a, b = (series(paper, t, n, "percent", "delegates") for t, n in ((one, 49), (two, 48)))
    both = replace(a, points=(*a.points, *b.points))
    (count,) = paper.brief(series=(both,), **found).figures
    assert len(count.values) == 1


@pytest.mark.parametrize(
    ("told", "low", "kind", "of"),
    [
        (
            "With 100 percent of the Halden harbour precincts reporting, the ferry won.",
            100,
            "percent",
            "precincts",
        ),
        ("The Halden ferry has 26 percent in the harbour.", 26, "percent", ""),
        ("The Halden council went through six drafts of the ferry plan.", 6, "other", "drafts"),
        ("Two dozen more were hurt.", 24, "injured", ""),
    ],
)
def test_a_figure_of_nothing_is_none(told, low, kind, of):
    paper = three(told)
    assert not paper.brief(series=(series(paper, told, low, kind, of),)).figures


def test_a_toll_told_of_another_place_is_not_that_of_the_series():
    here, there = "The ferry fire in Halden killed 30 people.", "A flood in Orsha killed 31 people."
    paper = three(here, there)
    for told, place in ((here, "Halden"), (there, "Orsha")):
        named(paper, told, place)
    a, b = (series(paper, t, n, place="Halden") for t, n in ((here, 30), (there, 31)))
    (count,) = paper.brief(series=(replace(a, points=(*a.points, *b.points)),)).figures
    assert words(count.values) == [here]


def ahead(paper, *tellings, earliest=None, latest=None, certainty="scheduled"):
    told = tuple(
        Telling(f"u{n}", paper.t(w), paper.documents[paper.t(w).document].date, certainty, *when)
        for n, (w, when) in enumerate(tellings)
    )
    return Ahead("e", told[-1].target, "", (), None, earliest, latest, certainty, told, ("d0", "d1"))


def test_a_day_ahead_is_shown_with_words_that_give_it_or_not_at_all():
    dayless = "The Halden council will open the harbour ferry."
    day = "That was the plan for the harbour on May 9 at that stage."
    paper = three(dayless, day)
    event = ahead(
        paper,
        (dayless, (None, None)),
        (day, ("2021-05-09", "2021-05-09")),
        earliest="2021-05-09",
        latest="2021-05-09",
    )
    assert dayless not in words(paper.brief(ahead=(event,)).ahead)


@pytest.mark.parametrize(
    "told",
    [
        "The Halden council is compiling year-end figures for the harbour and the ferry.",
        "A council like that of Halden would be expected to open the harbour to the ferry.",
    ],
)
def test_what_is_usual_and_which_figures_are_meant_is_not_ahead(told):
    paper = three(told)
    event = ahead(paper, (told, ("2021-12-31", "2021-12-31")), earliest="2021-12-31", latest="2021-12-31")
    assert not paper.brief(ahead=(event,)).ahead


def test_one_sentence_tells_of_one_time_once():
    told = "The Halden council may open the harbour on May 9, when the town ferry hands vote."
    paper = three(told)
    days = {"earliest": "2021-05-09", "latest": "2021-05-09"}
    first = ahead(paper, (told, ("2021-05-09", "2021-05-09")), certainty="tentative", **days)
    whole = first.target.whole
    parts = (Span(whole.start, whole.start + 35), Span(whole.start + 53, whole.end))
    events = tuple(
        replace(
            first, id=f"e{n}", target=at(paper.documents["d0"], paper.documents["d0"].text[s.start : s.end])
        )
        for n, s in enumerate(parts)
    )
    assert len(paper.brief(ahead=events).ahead) == 1


def test_an_end_is_not_shown_as_a_span_of_years():
    told = "The Halden council will rebuild the harbour by 2030."
    paper = three(told)
    event = ahead(paper, (told, ("2021-05-01", "2030-12-31")), earliest="2021-05-01", latest="2030-12-31")
    (next_,) = paper.brief(ahead=(event,)).ahead
    assert next_.when == "by 2030"


@pytest.mark.parametrize(
    ("told", "when"),
    [
        (
            "The Halden council closed the harbour before the ferry of the town burned on Saturday.",
            "Saturday",
        ),
        (
            "The Halden council met in the harbour after more than 6,000 people saw the ferry on Saturday.",
            "Saturday",
        ),
        ("On “This Week” the Halden council closed the ferry harbour.", "This Week"),
        ("The Halden council closed the ferry harbour on Sunday.", "Sunday"),
        (
            "The ferry towns to vote on the Halden harbour on Saturday include the council of Orsha.",
            "Saturday",
        ),
    ],
)
def test_a_day_of_another_clause_a_programme_or_the_day_after_dates_nothing(told, when):
    paper = three(told, own=True)
    day = "2021-04-25" if when == "Sunday" else "2021-04-24"
    dated(paper, told, when, day, day)
    assert not paper.brief().past


@pytest.mark.parametrize(
    "told",
    [
        "The Halden harbour council made similar claims about the ferry.",
        "There will be two more ferries in Halden harbour before then.",
        "The decision has closed the Halden harbour for the ferry.",
    ],
)
def test_what_points_back_brings_what_it_points_to_or_is_left_out(told):
    paper = three(told)
    given = (Reason("r", paper.t(told), None, ("d0",)),)
    shown = words(paper.brief(reasons=given).why_now)
    assert told not in shown


def test_an_attack_that_charges_with_nothing_waits_for_no_reply():
    attack = "Anna Weil mocked the Halden harbour council for the ferry."
    charge = "Anna Weil accused Ivo Brandt of hiding the maps and keys of the Halden harbour ferry."
    paper = three(attack, charge)
    gaps = tuple(Gap(f"g{n}", "no-reply", paper.t(w)) for n, w in enumerate((attack, charge)))
    assert words(paper.brief(gaps=gaps).unknown) == [charge]


def test_questions_that_a_text_answers_itself_are_not_open():
    asked = [
        "Will the Halden harbour ferry sail?",
        "Will the council of Halden pay?",
        "Is the harbour of Halden safe?",
    ]
    paper = three(*asked)
    document = paper.documents["d0"]
    lined = document.text.replace("? ", "?\n").replace("quay. Will", "quay.\nWill")
    paper.documents["d0"] = replace(document, text=lined)
    gaps = (Gap("g", "open-question", paper.t(asked[0])),)
    assert not paper.brief(gaps=gaps).unknown


def quoted(paper, told, name, actor):
    """What somebody is quoted with, named in the sentence."""
    source = named(paper, told, name, "person")
    words_ = told[: told.index("”") + 1]
    document = paper.documents[paper.t(told).document]
    content, by = at(document, words_), at(document, name)
    cue = at(document, f"{name} said")
    said = Attribution(target_id("a", content), content, by, cue, source, form="direct")
    paper.add(told, attributions=(said,))
    return (said.id, actor), (source, actor)


def test_a_story_without_issues_shows_what_the_main_actors_say():
    one = "“The Halden council has no money for the harbour or for another ferry,” Anna Weil said."
    two = "“Whoever lives by the Halden harbour knew that the ferry was unsafe,” Ivo Brandt said."
    paper = three(one, two)
    pairs = [quoted(paper, one, "Anna Weil", "w"), quoted(paper, two, "Ivo Brandt", "b")]
    actors = (
        Actor("w", "Anna Weil", "person", mentions=(pairs[0][1][0],)),
        Actor("b", "Ivo Brandt", "person", mentions=(pairs[1][1][0],)),
    )
    linked = {"attributed": tuple(p[0] for p in pairs), "mentioned": tuple(p[1] for p in pairs)}
    (contest,) = paper.brief(actors=actors, **linked).table
    assert {s.name: words(s.lines)[0] for s in contest.stances} == {"Anna Weil": one, "Ivo Brandt": two}


def test_what_somebody_has_seen_is_no_position():
    one = "Anna Weil saw the Halden harbour ferry fire grow."
    two = "Ivo Brandt said the Halden harbour ferry was safe."
    paper = three(one, two)
    found = people(paper, (Actor("w", "Anna Weil", "person"), one), (Actor("b", "Ivo Brandt", "person"), two))
    first, second = paper.found["d0"].attributions
    saw = replace(first, cue=at(paper.documents["d0"], "saw"))
    paper.found["d0"] = replace(paper.found["d0"], attributions=(saw, second))
    held = (
        Position("i", "w", saw.content, saw.id, None, ("d0",)),
        Position("i", "b", second.content, second.id, None, ("d0",)),
    )
    issue = Issue("i", "ferry fire", at(paper.documents["d0"], "ferry fire"), positions=held)
    brief = compose(Evidence(paper.documents, paper.found), Resolution(issues=(issue,), **found), RUN)
    assert not any(s.name == "Anna Weil" for c in brief.table for s in c.stances)


def test_a_people_has_no_position():
    one = "Citizens should turn down the Halden harbour ferry plan."
    two = "Ivo Brandt said the Halden harbour ferry plan was safe."
    three_ = "Anna Weil said the Halden harbour ferry plan was late."
    paper = three(one, two, three_)
    actors = (
        (Actor("c", "Citizens", "population"), one),
        (Actor("b", "Ivo Brandt", "person"), two),
        (Actor("w", "Anna Weil", "person"), three_),
    )
    found = people(paper, *actors)
    held = tuple(
        Position("i", a.id, said.content, said.id, None, ("d0",))
        for (a, _), said in zip(actors, paper.found["d0"].attributions, strict=True)
    )
    issue = Issue("i", "ferry plan", at(paper.documents["d0"], "ferry plan"), positions=held)
    brief = compose(Evidence(paper.documents, paper.found), Resolution(issues=(issue,), **found), RUN)
    assert {s.name for c in brief.table for s in c.stances} == {"Ivo Brandt", "Anna Weil"}


def test_a_pronoun_behind_somebody_of_the_other_sex_is_somebody_else():
    told = "After the ferry fire of Peter Brandt in the Halden harbour she left the council."
    paper = three(told)
    named(paper, told, "Peter Brandt", "person")
    given = (Reason("r", paper.t(told), None, ("d0",)),)
    assert told not in words(paper.brief(reasons=given).why_now)


@pytest.mark.parametrize(("cue", "chains"), [("found", 0), ("said", 1)])
def test_what_a_poll_found_is_not_rejected_by_who_asked(cue, chains):
    one = "Anna Weil asked the Halden harbour council for a new ferry."
    two = f"The Weekly {cue} that it rejects another costly plan for the Halden harbour this year."
    paper = three(one, two)
    found = people(
        paper,
        (Actor("w", "Anna Weil", "person"), one),
        (Actor("p", "The Weekly", "organisation"), two),
    )
    asked, answered = paper.found["d0"].attributions
    answered = replace(answered, cue=at(paper.documents["d0"], cue))
    paper.found["d0"] = replace(paper.found["d0"], attributions=(asked, answered))
    dispute = Dispute("d", asked.content, answered.content, "w", "p", "rejects", True, 0.9)
    brief = compose(Evidence(paper.documents, paper.found), Resolution(disputes=(dispute,), **found), RUN)
    assert len(brief.claims) == chains


@pytest.mark.parametrize(
    ("told", "chains"),
    [
        ("Anna Weil dismissed Peter Brandt as a loser who owns half of the Halden ferries and harbour.", 0),
        ("Anna Weil dismissed what Peter Brandt says of the Halden ferries and the harbour fees.", 1),
    ],
)
def test_who_is_dismissed_as_a_loser_is_not_answered(told, chains):
    paper = three(told)
    found = people(paper, (Actor("w", "Anna Weil", "person"), told))
    named(paper, told, "Peter Brandt", "person")
    content = at(paper.documents["d0"], told.removeprefix("Anna Weil "))
    dispute = Dispute("d", paper.t(NEXT), content, None, "w", "rejects", True, 0.3)
    brief = compose(Evidence(paper.documents, paper.found), Resolution(disputes=(dispute,), **found), RUN)
    assert len(brief.claims) == chains


def test_thousands_that_one_text_speaks_of_are_no_figure():
    told = "Thousands of towns like Halden have a harbour with a council and a ferry."
    paper = three(told)
    whole = paper.t(told)
    figure = Figure("f", whole, Span(whole.start, whole.start + 9), "other", "towns", 2000, 9999)
    paper.add(told, figures=(figure,))
    made = series(paper, told, 2000, "other", "Halden towns")
    point = replace(made.points[0], figure="f", high=9999)
    assert not paper.brief(series=(replace(made, points=(point,)),)).figures


def test_a_nation_is_no_party():
    paper = three("Anna Weil spoke.", "Swedes spoke.")
    found = people(
        paper,
        (Actor("w", "Anna Weil", "person"), "Anna Weil spoke."),
        (Actor("s", "Swedes", "population"), "Swedes spoke."),
    )
    assert [p.name for p in paper.brief(**found).who] == ["Anna Weil"]


def test_beside_two_reports_a_column_gives_no_key_point():
    opinion = "The ferry fire on the Halden quay shames the council and the harbour of the town."
    paper = Paper(
        [opinion],
        ["The ferry burned on the Halden quay in the harbour of the town."],
        ["The council of Halden met on the quay of the ferry harbour."],
    )
    paper.documents["d0"] = replace(paper.documents["d0"], url="https://sample.invalid/opinion/2021/harbour")
    assert opinion not in words(paper.brief().key_points)
    assert len(paper.brief().key_points) == 2


def test_a_place_that_one_text_names_in_passing_gives_way_to_those_of_several():
    texts = ["Ferries sail to Arden, Brock and Calder.", "Boats sail to Arden, Brock, Calder and Dorn, Dorn."]
    paper = three(*texts)
    places = tuple(
        Place(n, n, 0.0, 0.0, None, tuple(named(paper, t, n) for t in texts if n in t), False)
        for n in ("Arden", "Brock", "Calder", "Dorn")
    )
    assert [s.name for s in paper.brief(places=places).where][-1] != "Dorn"
    assert "Dorn" not in [s.name for s in paper.brief(places=places).where]


@pytest.mark.parametrize(
    "told",
    [
        "Ivo Brandt remains unknown to a quarter of the Halden ferry passengers.",
        "Ivo Brandt was unclear when asked about the Halden ferry fire in the harbour.",
    ],
)
def test_who_is_obscure_or_evades_leaves_no_question_open(told):
    paper = three(told)
    gap = Gap("g", "open-question", paper.t(told), None, None)
    assert not paper.brief(gaps=(gap,)).unknown


def reasons(*told):
    """What of the sentences, all of them marked as reasons, stands under why now."""
    paper = Paper([ABOUT, *told[:2]], [NEXT, *told[2:]], ["The harbour council met about it."], own=False)
    found = tuple(Reason(f"r{n}", paper.t(t), None, (f"d{n // 2}",)) for n, t in enumerate(told))
    return words(paper.brief(reasons=found).why_now)


MERELY = "The harbour of Halden is poor because the ferry of the council burns coal."
CAME = "Talks in Halden harbour came in the wake of the ferry fire."


def test_a_mere_because_gives_way_to_what_leads_up():
    other = "In response to the blaze the Halden council sent its ferry inspectors aboard."
    assert reasons(MERELY, CAME) == [CAME, MERELY]
    assert sorted(reasons(MERELY, CAME, other)) == sorted([CAME, other])


@pytest.mark.parametrize(
    "told",
    [
        "Because the council of Halden needs time for the harbour and the ferry on the quay.",
        "The council of Halden did not want to get ahead of the harbour board on the ferry fire.",
        "The harbour council thanked the Halden captain, who left in the wake of the ferry fire.",
        "The harbour council will visit the Halden quay and the ferry ahead of the hearing on the fire.",
    ],
)
def test_what_is_torn_told_of_somebody_or_to_come_is_no_reason(told):
    assert reasons(told) == []
