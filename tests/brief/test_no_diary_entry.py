"""What is told as ahead and has no place among the days to come; ends, and two times in the same words."""

import pytest
from test_to_the_point import ABOUT, NEXT, Paper, three, words

from atstake.brief.compose.undiaried import is_no_entry
from atstake.model.annotations import TimeExpression
from atstake.model.claims import Ahead, Gap, Telling
from atstake.model.provenance import target_id


def event(paper, told, first, last, id="e", certainty="scheduled", who=()):
    target = paper.t(told)
    telling = Telling(f"u{id}", target, "2021-05-01", certainty, first, last)
    return Ahead(
        id, target, "open", who, None, first, last, certainty, (telling,), (f"o{id}",), probability=0.9
    )


def time(paper, told, first, last):
    target = paper.t(told)
    return TimeExpression(target_id("t", target), target, "DATE", first, earliest=first, latest=last)


@pytest.mark.parametrize(
    "told",
    [
        "If elected in June, she will close the Halden harbour on her first day.",
        "All of them have promised to open the Halden quay again if they win.",
        "The guild told the paper that the quay would be sold if Brandt wins.",
        "As mayor, he would close the harbour by July.",
        "Economists in Halden still expect the council and the guild to reach a deal in June.",
        "The question now is whether the council will open the quay in June.",
        "Mr Brandt would not disclose whether he plans to close the quay in June.",
        "Will the council open the quay in June?",
        "There is little reason to expect that the quay will open in June.",
        "He is on the ballot in June as a candidate for re-election.",
    ],
)
def test_a_pledge_a_guess_and_a_question_are_no_entries(told):
    assert is_no_entry(told)


@pytest.mark.parametrize(
    "told",
    [
        "The elected council will open the quay on 3 June.",
        "If neither of them wins on Sunday, a run-off follows on 3 June.",
        "Brandt declined to say whether he was asked, but said he would open the quay on 3 June.",
        "The council expects to open the quay on 3 June, and economists will be there.",
        "The guild will ask the council on 3 June whether the quay is safe.",
    ],
)
def test_what_is_set_stays_an_entry(told):
    assert not is_no_entry(told)


def test_a_name_behind_by_gives_no_end():
    told = "The Halden ferry plan, drafted by Anna Weil, is expected on May 20."
    paper = three(told)
    paper.add(told, times=(time(paper, "May 20", "2021-05-20", "2021-05-20"),))
    (entry,) = paper.brief(ahead=(event(paper, told, "2021-05-01", "2021-05-20"),)).ahead
    assert entry.when == "1–20 May 2021"


def test_the_same_words_tell_of_the_closer_time():
    told = "Without a deal the Halden ferry stops in June, and the harbour closes for 2021."
    paper = three(told)
    found = (
        event(paper, told, "2021-05-01", "2021-12-31", "e"),
        event(paper, told, "2021-06-01", "2021-06-30", "f"),
    )
    assert [n.event for n in paper.brief(ahead=found).ahead] == ["f"]


def test_a_deadline_without_anybody_in_it_is_one_event_in_two_texts():
    one, two = "The ferry list will be out by May 20.", "The list of the ferry crews is due by May 20."
    paper = Paper([ABOUT, one], [NEXT, two], ["The council met."])
    found = (
        event(paper, one, "2021-05-01", "2021-05-20", "e"),
        event(paper, two, "2021-05-02", "2021-05-20", "f"),
    )
    assert len(paper.brief(ahead=found).ahead) == 1


def test_a_week_gives_way_to_the_day_in_it_that_one_who_takes_part_tells():
    one, two = "Weil plans to open the ferry quay this week.", "Weil said the ferry quay opens on May 6."
    paper = Paper([ABOUT, one], [NEXT, two], ["The council met."])
    found = (
        event(paper, one, "2021-05-03", "2021-05-09", "e", who=("w",)),
        event(paper, two, "2021-05-06", "2021-05-06", "f", who=("w",)),
    )
    assert [n.event for n in paper.brief(ahead=found).ahead] == ["f"]


@pytest.mark.parametrize(("certainty", "shown"), [("conditional", 0), ("proposed", 1), ("scheduled", 1)])
def test_what_may_come_of_what_may_never_be_needs_a_day(certainty, shown):
    told = "The council would vote to close the Halden harbour."
    paper = Paper([ABOUT], [NEXT, told], own=True)
    assert len(paper.brief(ahead=(event(paper, told, None, None, "e", certainty),)).ahead) == shown


def test_what_had_been_expected_stands_no_more():
    told = "The council had been expecting that the Halden ferry would sail in June."
    paper = three(told)
    assert not paper.brief(ahead=(event(paper, told, "2021-06-01", "2021-06-30"),)).ahead


def test_what_is_set_leads_what_hangs_on_something():
    one, two = "If it rains the Halden ferry stops on May 9.", "The Halden ferry sails again on May 12."
    paper = three(one, two)
    found = (
        event(paper, one, "2021-05-09", "2021-05-09", "a", "conditional"),
        event(paper, two, "2021-05-12", "2021-05-12", "b"),
    )
    (key,) = [
        k for k in paper.brief(ahead=found).key_points if getattr(k.parts[0], "text", "").startswith("Next")
    ]
    assert two in words([key])


@pytest.mark.parametrize(
    "told",
    [
        "It is a shame that Weil would not answer his question about whether the Halden ferry is safe.",
        "It is not clear to me that the Halden council wants the ferry in the harbour.",
    ],
)
def test_what_one_asks_or_doubts_is_not_what_nobody_knows(told):
    paper = three(told)
    assert not paper.brief(gaps=(Gap("g", "open-question", paper.t(told)),)).unknown


@pytest.mark.parametrize(
    ("told", "shown"),
    [("The council will hold hearings on the harbour.", 1), ("The council will also be kind to Halden.", 0)],
)
def test_what_is_set_for_no_day_has_to_be_an_occasion(told, shown):
    paper = Paper([ABOUT], [NEXT, told], own=True)
    assert len(paper.brief(ahead=(event(paper, told, None, None),)).ahead) == shown
