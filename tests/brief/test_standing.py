"""Where somebody stands, by role: leading a house, heading a body, with the press, beside the story."""

from dataclasses import replace

import pytest
from tests.brief.test_to_the_point import RUN, Paper, three
from tests.brief.test_worth_its_place import named, people

from atstake.brief.compose import compose
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.opening.articles import is_column
from atstake.brief.compose.press import reports
from atstake.brief.compose.standing import heads_a_body
from atstake.model.annotations import Attribution
from atstake.model.claims import Actor, Resolution, Role
from atstake.model.stages import Evidence


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("vice president of the Halden Trade Council", True),
        ("executive director of the Dockers' Union", True),
        ("president of the Coalition for Clean Ports of Brenia", True),
        ("president of the Weil County Fishing Club in Brenia", True),
        ("head of the Department for Trade Unions", False),
        ("President of Brenia", False),
        ("director of the Harbour Agency", False),
        ("vice president", False),
    ],
)
def test_who_heads_a_body_is_in_no_office_of_a_state(title, heads):
    assert heads_a_body(title) is heads


def role_of(paper: Paper, told: str, *roles: Role) -> str:
    found = people(paper, (Actor("w", "Anna Weil", "person", roles=roles), told))
    brief = compose(Evidence(paper.documents, paper.found), Resolution(**found), RUN)
    return next(p.role for p in brief.who if p.name == "Anna Weil")


def test_who_leads_a_house_is_called_so_and_not_by_the_seat():
    told = "Anna Weil spoke of the ferry fire in the harbour."
    paper = three(told)
    seat, leads = (
        Role("Brenian senator", None, None),
        Role("Senate Majority Leader", "2021-05-01", "2021-05-01", paper.t(told)),
    )
    assert role_of(paper, told, seat, leads) == "Senate Majority Leader"
    assert role_of(three(told), told, seat) == "Brenian senator"


def test_a_party_before_an_office_does_not_hide_whose_office_it_is():
    told = "Republican President Anna Weil spoke of the ferry fire in the harbour."
    paper = three(told)
    said = Role("Republican President", None, None, paper.t(told))
    table = Role("President of Brenia", None, None)
    assert role_of(paper, told, said, table) == "President of Brenia"
    assert role_of(three(told), told, said, Role("Brenian senator", None, None)) == "Republican President"


def test_whoever_is_asked_about_a_story_by_one_text_is_no_party():
    parties = [f"P{n} Weil told of the ferry." for n in range(6)]
    asked = "Ida Holm told of the ferry."
    paper = three(*parties, asked)
    actors = [
        (Actor(f"p{n}", f"P{n} Weil", "person", roles=(Role("deputy mayor", None, None),)), told)
        for n, told in enumerate(parties)
    ]
    expert = Actor("h", "Ida Holm", "person", roles=(Role("professor of law", None, None),))
    brief = paper.brief(**people(paper, *actors, (expert, asked)))
    assert len(brief.who) == 6 and all(p.name != "Ida Holm" for p in brief.who)


def test_a_given_name_alone_is_nobody_beside_its_full_name():
    told = "Anna Weil spoke of the ferry.", "They thanked chancellor Anna for the ferry."
    paper = three(*told)
    short = named(paper, told[1], "Anna", "person")
    found = people(paper, (Actor("w", "Anna Weil", "person"), told[0]))
    again = Actor("a", "Anna", "person", roles=(Role("chancellor", None, None),), mentions=(short,))
    found = {**found, "actors": (*found["actors"], again), "mentioned": (*found["mentioned"], (short, "a"))}
    assert [p.name for p in paper.brief(**found).who] == ["Anna Weil"]


def test_the_last_word_of_an_outlets_name_is_that_outlet():
    paper = three("The Echo wrote of the ferry.")
    paper.documents["d1"] = replace(paper.documents["d1"], publisher="Halden Echo")
    actors = (Actor("e", "Echo", "organisation"), Actor("u", "Union", "organisation"))
    coverage = Coverage(Evidence(paper.documents, paper.found), Resolution(actors=actors))
    assert coverage.is_outlet("e")
    assert not coverage.is_outlet("u")


def test_a_text_that_reports_nobody_is_a_column():
    paper = Paper([f"The ferry of Halden burned for {n} hours." for n in range(12)])
    coverage = Coverage(Evidence(paper.documents, paper.found), Resolution())
    assert is_column(coverage, paper.documents["d0"])
    for n in range(4):
        content = paper.t(f"The ferry of Halden burned for {n} hours.")
        paper.add(content.quote, attributions=(Attribution(f"a{n}", content),))
    coverage = Coverage(Evidence(paper.documents, paper.found), Resolution())
    assert not is_column(coverage, paper.documents["d0"])


def test_who_is_named_with_an_outlet_reports():
    told = "The Echo’s Ida Holm notes that the ferry burned."
    paper = three(told)
    echo = named(paper, told, "Echo", "organisation")
    holm = named(paper, told, "Ida Holm", "person")
    actors = (
        Actor("e", "Echo", "organisation", sector="MED", mentions=(echo,)),
        Actor("h", "Ida Holm", "person", mentions=(holm,)),
    )
    resolved = Resolution(actors=actors, mentioned=((echo, "e"), (holm, "h")))
    coverage = Coverage(Evidence(paper.documents, paper.found), resolved)
    assert reports(coverage, "h")


def test_an_office_that_another_text_calls_over_is_over():
    told = "Anna Weil spoke of the ferry fire in the harbour."
    paper = three(told)
    now = Role("Gov.", "2021-05-03", "2021-05-03", paper.t(told))
    past = Role("former Halden governor", "2021-05-01", "2021-05-01", paper.t(told))
    assert role_of(paper, told, now, past) == "former Halden governor"
    assert role_of(three(told), told, now, replace(past, title="former mayor")) == "Governor"


@pytest.mark.parametrize(
    ("acts", "shown"), [("", {"Anna Weil"}), ("Ida M. Holm left.", {"Anna Weil", "Ida Holm"})]
)
def test_who_only_tells_whom_another_served_is_no_party(acts, shown):
    served = "An old aide under President Ida Holm spoke of the ferry."
    told = "Anna Weil told of the ferry."
    paper = three(served, told, *([acts] if acts else []))
    mentions = [named(paper, served, "Ida Holm", "person")]
    mentions += [named(paper, acts, "Ida M. Holm", "person")] if acts else []
    holm = Actor("h", "Ida Holm", "person", roles=(Role("governor", None, None),), mentions=tuple(mentions))
    weil = Actor("w", "Anna Weil", "person", roles=(Role("mayor", None, None),))
    weil = replace(weil, mentions=(named(paper, told, "Anna Weil", "person"),))
    linked = tuple((m, a.id) for a in (holm, weil) for m in a.mentions)
    assert {p.name for p in paper.brief(actors=(holm, weil), mentioned=linked).who} == shown


def test_the_leader_of_a_party_is_called_by_the_house_where_a_text_says_it():
    told = "Anna Weil spoke of the ferry fire in the harbour."
    paper = three(told)
    party = Role("Republican leader", "2021-05-03", "2021-05-03", paper.t(told))
    house = Role("Senate Minority Leader", "2021-05-01", "2021-05-01", paper.t(told))
    assert role_of(paper, told, party, house) == "Senate Minority Leader"
    assert role_of(three(told), told, party) == "Republican leader"
