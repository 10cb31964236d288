"""Which answers a page may show without what they answer."""

from dataclasses import replace

import pytest
from tests.brief.test_to_the_point import NEXT, three
from tests.brief.test_worth_its_place import RUN, named, people

from atstake.brief.compose import compose
from atstake.brief.compose.answering import refers
from atstake.model.annotations import Attribution, TimeExpression
from atstake.model.claims import Actor, Dispute, Resolution
from atstake.model.stages import Evidence
from made_documents import at


def shown(told, name="Anna Weil", kind="person", content="", when="", relation="denies"):
    """Whether the page shows the sentence as an answer of who is named in it."""
    paper = three(told)
    found = people(paper, (Actor("w", name, kind), told))
    if content:
        (said,) = paper.found["d0"].attributions
        said = Attribution(said.id, at(paper.documents["d0"], content), mention=said.mention)
        paper.found["d0"] = replace(paper.found["d0"], attributions=(said,))
    if when:
        target = at(paper.documents["d0"], when)
        year = when[-4:]
        time = TimeExpression("t", target, "DATE", year, "", f"{year}-01-01", f"{year}-12-31")
        paper.add(told, times=(time,))
    dispute = Dispute("d", paper.t(NEXT), paper.t(told), None, "w", relation, True, 0.3)
    brief = compose(Evidence(paper.documents, paper.found), Resolution(disputes=(dispute,), **found), RUN)
    return len(brief.claims) == 1


@pytest.mark.parametrize(
    "told",
    [
        "Anna Weil denied that the Halden ferries were ever sold to Brock harbour.",
        "Anna Weil has repeatedly rejected calls to vote on the Halden ferries this year.",
        "Anna Weil is pushing back, insisting that no inquiry into the Halden ferries is needed.",
        "Anna Weil refused to accept the price that Halden asked for its ferries.",
        "Anna Weil refused to bow to the demand for a cheaper ferry to Halden harbour.",
        "Anna Weil has refused the council's demand for a cheaper ferry to Halden.",
        "Anna Weil flatly declined to comply with the request for cheaper ferries to Halden.",
        "Anna Weil has pleaded not guilty to setting fire to the Halden ferries.",
        "Anna Weil also contests the council's claim that the Halden ferries are unsafe.",
        "The ferries run as ever, Anna Weil said, dismissing the talk of a sale in Halden harbour.",
        "Anna Weil contradicted the account that the Halden council gave of the ferry fire.",
        "Anna Weil disputed the notion that the Halden ferries are late more often than before.",
        "When Anna Weil denied that the ferries were sold, the Halden council laughed aloud.",
        "Anna Weil was quick to dismiss the claims that the Halden ferries are unsafe.",
    ],
)
def test_who_answers_in_a_whole_sentence_is_shown_alone(told):
    assert shown(told)


@pytest.mark.parametrize(
    "told",
    [
        "The Halden council would close the harbour if Anna Weil rejects the ferry price it wants.",
        "Anna Weil would probably not be willing to reject the ferry price of Halden harbour.",
        "Anna Weil may reject the price that the Halden council asks for its ferries.",
        "Bo Roe suggests that Anna Weil reject the demand for cheaper ferries to Halden.",
        "It was this belief that let Anna Weil dismiss the claims about the Halden ferries.",
        "Anna Weil has not denied that the Halden ferries were sold to Brock harbour.",
        "Anna Weil was refused a ferry licence by the Halden council, so moved to Brock harbour.",
        "Anna Weil was denied the ferry licence that the Halden harbour council gives.",
        "Anna Weil denied the Halden ferries access to the harbour in Brock for a week.",
        "Anna Weil refused to surrender her ferry seat to the mayor of Halden harbour.",
        "Anna Weil refused to provide any clarity on the Halden ferries in the harbour.",
        "Anna Weil never disclosed whether the Halden ferries had been checked in the harbour.",
        "The denial by Anna Weil made the Halden council and the harbour ferries shudder.",
        "Anna Weil opposes the sale of the Halden ferries to the Brock harbour council.",
        "Anna Weil often rejects requests for new ferries from the Halden harbour council.",
        "Anna Weil implicitly rejected the ferries that the Halden harbour council signed for.",
        "Anna Weil almost contradicted the account that the Halden council gave of the fire.",
        "Anna Weil and others argue that Peter Brandt's plan denies the Halden ferries due process.",
        "Anna Weil rejected the appeal of the Halden ferries against the harbour council.",
        "Anna Weil would not confirm or deny that the Halden ferries were sold to Brock harbour.",
        "Anna Weil has refused to back down in the long quarrel of the Halden harbour ferries.",
        "Anna Weil dismissed the Halden ferries as a collection of old and rusty barges.",
        "Anna Weil rejected the use of the Halden ferries, and sailed a boat of her own.",
        "The Halden council noted that those who deny the ferry fire are like Anna Weil.",
        "A judge in Halden dismissed the complaints about the ferries, but Anna Weil hopes for more.",
        "Skippers who know Anna Weil well have rejected the offer for the Halden ferries.",
        "Anna Weil rejected nearly 400 of the ferries that were built in the Halden harbour.",
    ],
)
def test_a_word_of_denial_alone_is_no_answer(told):
    assert not shown(told, relation="rejects")


@pytest.mark.parametrize(
    ("told", "points"),
    [
        ("Anna Weil said that was false.", True),
        ("Anna Weil rejected that plan.", True),
        ("Anna Weil rejected that.", True),
        ("Anna Weil denied that the storm made her leave.", False),
        ("Anna Weil denied that plans for the quay were hers.", False),
    ],
)
def test_that_points_at_something_said_but_opens_a_clause_too(told, points):
    assert refers(told) is points


def test_what_a_speaker_says_of_others_is_no_answer_of_theirs():
    told = "It is wrong that the council has refused to accept the Halden ferry price, said Anna Weil."
    assert not shown(
        told, content="It is wrong that the council has refused to accept the Halden ferry price"
    )
    own = "I refuse to accept the Halden ferry price in the harbour, said Anna Weil."
    assert shown(own, content="I refuse to accept the Halden ferry price in the harbour")


@pytest.mark.parametrize(
    ("told", "content", "alone"),
    [
        ("Anna Weil called the ferry report nonsense.", "the ferry report nonsense", True),
        ("Anna Weil called the ferry harbour absurd.", "the ferry harbour absurd", False),
        ("Anna Weil said the claims are entirely baseless.", "the claims are entirely baseless", True),
        ("Anna Weil heard of false ferry claims.", "false ferry claims", False),
        ("Anna Weil said the ferry account is laughable.", "the ferry account is laughable", True),
        ("Anna Weil said of it, that is a lie.", "that is a lie", True),
        ("For Anna Weil to claim so is a lie.", "so is a lie", False),
        ("Anna Weil replied that she was not involved in the ferry sale.", "she was not involved", True),
        (
            "Anna Weil said Bo Roe thinks the claims are baseless.",
            "Bo Roe thinks the claims are baseless",
            False,
        ),
        ("Anna Weil said she thinks the claims are baseless.", "she thinks the claims are baseless", True),
        ("Anna Weil wrote: What Bo Roe claims is a lie.", "What Bo Roe claims is a lie", True),
    ],
)
def test_who_calls_a_claim_false_or_clears_themselves_answers(told, content, alone):
    told = told[:-1] + " to the Halden council in the Brock harbour."
    assert shown(told, content=told[told.index(content) : -1]) is alone


def test_a_nation_answers_nobody():
    told = "Anna Weil denied that the Halden ferries were ever sold to Brock harbour."
    assert not shown(told, kind="population")


@pytest.mark.parametrize(
    ("told", "alone"),
    [
        ("In 2014 Anna Weil rejected the demand for cheaper ferries to Halden harbour.", False),
        ("Anna Weil denied that she sold the Halden ferries to Brock harbour in 2014.", True),
    ],
)
def test_an_answer_of_long_ago_is_history_but_one_about_long_ago_is_not(told, alone):
    assert shown(told, when="2014") is alone


def test_two_values_of_one_text_are_of_two_known_sides():
    paper = three("Some 300 ferries lay in Halden harbour.", "Some 900 ferries lay in Halden harbour.")
    a, b = (paper.t(f"Some {n} ferries lay in Halden harbour.") for n in (300, 900))
    dispute = Dispute("d", a, b, "(outlet)", "(outlet)", "differs-in-figure", False, 0.9)
    assert not compose(Evidence(paper.documents, paper.found), Resolution(disputes=(dispute,)), RUN).claims


SAID = "Bo Roe said that the Halden ferries had been sold to Brock harbour."


@pytest.mark.parametrize(
    ("told", "pairs"),
    [
        ("Anna Weil denied this.", 1),
        ("Anna Weil called that absurd.", 1),
        ("Anna Weil, who said it is absurd, dismissed those claims.", 1),
        ("Anna Weil did not like that sale of the old Halden ferries.", 0),
        ("Anna Weil opposes that.", 1),
        ("Anna Weil rejected that plan for the old quay.", 1),
        ("Anna Weil, an old foe, opposes the new ferries.", 0),
        ("Anna Weil rebuffed requests from Carl Oster about the ferries.", 0),
        ("Anna Weil rebuffed requests from Bo Roe about the ferries.", 1),
        ("Anna Weil dismissed Carl Oster's claims about the ferries.", 0),
    ],
)
def test_an_answer_stands_behind_a_statement_by_its_own_words_and_behind_nobody_elses(told, pairs):
    paper = three(SAID, told, "Carl Oster wrote to the Halden council.")
    every = (
        (Actor("r", "Bo Roe", "person"), SAID),
        (Actor("w", "Anna Weil", "person"), told),
        (Actor("o", "Carl Oster", "person"), "Carl Oster wrote to the Halden council."),
    )
    found = people(paper, *every)
    for name, actor in (("Bo Roe", "r"), ("Carl Oster", "o")):
        if name in told:
            found["mentioned"] = (*found["mentioned"], (named(paper, told, name, "person"), actor))
    dispute = Dispute("d", paper.t(SAID), paper.t(told), "r", "w", "denies", True, 0.9)
    brief = compose(Evidence(paper.documents, paper.found), Resolution(disputes=(dispute,), **found), RUN)
    assert sum(len(c.steps) == 2 for c in brief.claims) == pairs


@pytest.mark.parametrize(
    ("told", "pairs"),
    [
        ("Anna Weil disagreed with that description of the old ferries.", 0),
        ("Anna Weil rejected that demand for the old ferries.", 1),
    ],
)
def test_a_description_that_is_turned_down_is_no_demand(told, pairs):
    paper = three(SAID, told)
    found = people(paper, (Actor("r", "Bo Roe", "person"), SAID), (Actor("w", "Anna Weil", "person"), told))
    first, *others = paper.found["d0"].attributions
    paper.found["d0"] = replace(paper.found["d0"], attributions=(replace(first, act="demands"), *others))
    dispute = Dispute("d", paper.t(SAID), paper.t(told), "r", "w", "rejects", True, 0.3)
    brief = compose(Evidence(paper.documents, paper.found), Resolution(disputes=(dispute,), **found), RUN)
    assert sum(len(c.steps) == 2 for c in brief.claims) == pairs


@pytest.mark.parametrize("behind", ["", " of Brock", " (R-Brock)"])
def test_a_seat_behind_a_name_and_a_parenthesis_do_not_part_it_from_its_verb(behind):
    told = (
        f"Anna Weil{behind}, part of the Dockers, denied that the Halden ferries were sold to Brock harbour."
    )
    paper = three(told, "Dockers met.")
    dockers = Actor("b", "Dockers", "organisation")
    found = people(paper, (Actor("w", "Anna Weil", "person"), told), (dockers, "Dockers met."))
    found["mentioned"] = (*found["mentioned"], (named(paper, told, "Dockers", "organisation"), "b"))
    dispute = Dispute("d", paper.t(NEXT), paper.t(told), None, "w", "denies", True, 0.3)
    brief = compose(Evidence(paper.documents, paper.found), Resolution(disputes=(dispute,), **found), RUN)
    assert len(brief.claims) == 1
