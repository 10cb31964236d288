"""Answers that no attribution calls a denial, and what an answer with less confidence stands behind."""

from dataclasses import replace

import pytest
from tests.brief.test_to_the_point import dated, three
from tests.brief.test_worth_its_place import RUN, named, people

from atstake.brief.compose import answering, compose
from atstake.brief.compose.claims import _each_line_once, _once
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.dated import is_dated_back
from atstake.model.annotations import Attribution, Mention
from atstake.model.claims import Actor, Dispute, Resolution
from atstake.model.stages import Evidence
from atstake.model.text import Span, Target
from made_documents import at

WEIL = Actor("w", "Anna Weil", "person")
ROE = Actor("r", "Bo Roe", "person")


def kinds(told, content, more=(), **marks):
    """What the page shows of a sentence in which Anna Weil is told to say the content: kinds of its steps."""
    paper = three(told)
    found = people(paper, (WEIL, told))
    (said,) = paper.found["d0"].attributions
    document = paper.documents["d0"]
    said = replace(said, source=at(document, "Anna Weil"), content=at(document, content), **marks)
    paper.found["d0"] = replace(paper.found["d0"], attributions=(said,))
    actors, mentioned = found["actors"], found["mentioned"]
    for actor in more:
        actors, mentioned = (
            (*actors, actor),
            (*mentioned, (named(paper, told, actor.name, "person"), actor.id)),
        )
    found = {"actors": actors, "mentioned": mentioned, "attributed": found["attributed"]}
    brief = compose(Evidence(paper.documents, paper.found), Resolution(**found), RUN)
    return [step.kind for chain in brief.claims for step in chain.steps]


@pytest.mark.parametrize(
    ("told", "content", "kind"),
    [
        (
            "Anna Weil said the report on the Halden ferries was complete garbage.",
            "the report on the Halden ferries was complete garbage",
            "denial",
        ),
        (
            "The claims about the Halden ferries are unsubstantiated and without merit, Anna Weil said.",
            "The claims about the Halden ferries are unsubstantiated and without merit",
            "denial",
        ),
        (
            "Anna Weil called the inquiry into the Halden ferries a political witch hunt.",
            "the inquiry into the Halden ferries a political witch hunt",
            "rejection",
        ),
        (
            "“I disagree with the plan to sell the old Halden ferries,” Anna Weil said.",
            "I disagree with the plan to sell the old Halden ferries",
            "rejection",
        ),
        (
            "Anna Weil, the oldest of the council, brushed off calls to sell the Halden ferries.",
            "calls to sell the Halden ferries",
            "rejection",
        ),
        (
            "Anna Weil (Halden) took issue with the account of the ferry fire in the harbour.",
            "the account of the ferry fire in the harbour",
            "denial",
        ),
        (
            "Anna Weil said it was wrong to describe the Halden ferries as old or unsafe.",
            "it was wrong to describe the Halden ferries as old or unsafe",
            "denial",
        ),
        (
            "“I never sold the old Halden ferries to Brock harbour,” Anna Weil said.",
            "I never sold the old Halden ferries to Brock harbour",
            "denial",
        ),
        (
            "“I am not going to sign any bill that closes the Halden harbour,” Anna Weil said.",
            "I am not going to sign any bill that closes the Halden harbour",
            "rejection",
        ),
        (
            "Anna Weil said that she will not resign over the fire on the Halden ferries.",
            "she will not resign over the fire on the Halden ferries",
            "rejection",
        ),
    ],
)
def test_who_says_in_other_words_that_it_is_not_so_is_shown(told, content, kind):
    assert kinds(told, content) == [kind]


@pytest.mark.parametrize(("had", "shown"), [("", ["rejection"]), ("had earlier ", [])])
def test_what_somebody_had_earlier_turned_down_is_overtaken(had, shown):
    told = f"Anna Weil, who {had}rejected the plan to sell the old Halden ferries, now sees its merit."
    assert kinds(told, "the plan to sell the old Halden ferries", act="rejects") == shown


def test_a_denial_in_words_of_negation_is_one():
    told = "“We did nothing wrong when the Halden ferries were sold,” Anna Weil said."
    content = "We did nothing wrong when the Halden ferries were sold"
    assert kinds(told, content, act="denies", polarity="negative") == ["denial"]


@pytest.mark.parametrize(
    ("told", "content"),
    [
        (
            "“I never thought that the old Halden ferries would burn,” Anna Weil said.",
            "I never thought that the old Halden ferries would burn",
        ),
        (
            "“How did they find him not guilty of the fire on the ferries in Halden,” Anna Weil said.",
            "How did they find him not guilty of the fire on the ferries in Halden",
        ),
        (
            "“We will not pass the old quay on the way to the Halden ferries,” Anna Weil said.",
            "We will not pass the old quay on the way to the Halden ferries",
        ),
        (
            "Anna Weil said that it is very possible that she will not sign the bill on the Halden ferries.",
            "it is very possible that she will not sign the bill on the Halden ferries",
        ),
        (
            "Anna Weil disputes how old the fire has made the ferries of Halden look.",
            "how old the fire has made the ferries of Halden look",
        ),
        (
            "“If we will not sign the bill, the Halden harbour closes in May,” Anna Weil said.",
            "If we will not sign the bill, the Halden harbour closes in May",
        ),
        (
            "“To say, 'no, we will not negotiate on the Halden ferries,' is rude,” Anna Weil said.",
            "To say, 'no, we will not negotiate on the Halden ferries,' is rude",
        ),
        (
            "“Their stance -- we will not negotiate on the Halden ferries -- is rude,” Anna Weil said.",
            "Their stance -- we will not negotiate on the Halden ferries -- is rude",
        ),
        (
            "Anna Weil told of new ways to find false reports about the Halden ferries.",
            "new ways to find false reports about the Halden ferries",
        ),
        (
            "Anna Weil said the false news paper was read on all of the Halden ferries.",
            "the false news paper was read on all of the Halden ferries",
        ),
        (
            "Anna Weil feared that the report on the Halden ferries would be misleading.",
            "the report on the Halden ferries would be misleading",
        ),
        (
            "Anna Weil asked whether the report on the Halden ferries was a hoax.",
            "whether the report on the Halden ferries was a hoax",
        ),
        (
            "Did Anna Weil know that the report on the Halden ferries was a hoax?",
            "the report on the Halden ferries was a hoax",
        ),
        (
            "Anna Weil said the council had failed to end its dispute over the Halden ferries.",
            "the council had failed to end its dispute over the Halden ferries",
        ),
        (
            "Anna Weil said the bill denies the people of Halden their old ferries.",
            "the bill denies the people of Halden their old ferries",
        ),
        (
            "Call the Halden ferries what you will, families will go on board, Anna Weil said.",
            "Call the Halden ferries what you will, families will go on board",
        ),
        (
            "Anna Weil hoped for a fight over the Halden ferries, but it didn't happen.",
            "a fight over the Halden ferries, but it didn't happen",
        ),
        (
            "Anna Weil denied this, which gave the harbour council of Halden a reason to ask again.",
            "this",
        ),
        (
            "Anna Weil disagrees with Bo Roe on the Halden ferries and the new harbour.",
            "the Halden ferries and the new harbour",
        ),
        (
            "Anna Weil declined a request to comment on the sale of the Halden ferries.",
            "the sale of the Halden ferries",
        ),
        (
            "Anna Weil heard children say things that are false about the Halden ferries.",
            "children say things that are false about the Halden ferries",
        ),
        (
            "“I want the report on the Halden ferries to be false,” Anna Weil said.",
            "I want the report on the Halden ferries to be false",
        ),
    ],
)
def test_a_word_of_untruth_or_quarrel_alone_is_no_answer(told, content):
    assert kinds(told, content) == []


def test_what_a_law_denies_is_no_denial_of_who_says_so():
    told = "Anna Weil wrote that the laws on the Halden ferries deny the people their right to sail."
    content = "the laws on the Halden ferries deny the people their right to sail"
    paper = three(told)
    found = people(paper, (WEIL, told))
    (said,) = paper.found["d0"].attributions
    said = replace(said, content=at(paper.documents["d0"], content))
    paper.found["d0"] = replace(paper.found["d0"], attributions=(said,))
    coverage = Coverage(Evidence(paper.documents, paper.found), Resolution(**found))
    assert not answering.is_answer(coverage, paper.t(told), "w")


def test_a_participle_is_of_the_first_named():
    told = "Anna Weil dared Bo Roe to sail, disputing the claim that the Halden ferries are unsafe."
    assert kinds(told, told[:-1], [ROE]) == ["denial"]
    told = told.replace("Anna Weil", "X").replace("Bo Roe", "Anna Weil").replace("X", "Bo Roe")
    assert kinds(told, told[:-1], [ROE]) == []


def test_whose_own_claim_is_called_false_does_not_deny_it():
    told = "Anna Weil's claim that the Halden ferries are safe is not true at all."
    assert kinds(told, told[:-1]) == []


def test_two_who_disagree_about_a_thing_answer_nobody():
    told = "Anna Weil and others disagree about the sale of the old Halden ferries this year."
    assert kinds(told, told[:-1]) == []


def test_what_was_rated_by_another_is_not_who_tells_its():
    told = "Anna Weil noted that Bo Roe had rated the claim about the Halden ferries as “mostly false”."
    content = "Bo Roe had rated the claim about the Halden ferries as “mostly false”"
    assert kinds(told, content, [ROE]) == []


def _in_their_own(paper, actor, told):
    """A mention of an actor in a sentence, and whom it means."""
    where = paper.t(told)
    start = where.start + told.index(actor.name)
    target = Target.of(paper.documents[where.document], Span(start, start + len(actor.name)))
    mention = Mention(f"m-{actor.id}-{start}", target, "name", "person", where.whole)
    paper.add(told, mentions=(mention,))
    return mention.id, actor.id


def steps(said, answer, confidence=0.3, relation="denies", via=False, act="says"):
    """How many steps the page shows of Bo Roe's statement and Anna Weil's answer."""
    paper = three(said, "The harbour of Halden lay still that day in May.", answer)
    found = people(paper, (ROE, said), (WEIL, answer))
    found["mentioned"] = tuple(
        _in_their_own(paper, actor, told) for actor, told in ((ROE, said), (WEIL, answer))
    )
    first, second = paper.found["d0"].attributions
    first = replace(first, act=act)
    if via:
        second = replace(second, via=first.id)
    paper.found["d0"] = replace(paper.found["d0"], attributions=(first, second))
    for told, actor in ((said, WEIL), (answer, ROE)):
        if actor.name in told:
            found["mentioned"] = (*found["mentioned"], _in_their_own(paper, actor, told))
    dispute = Dispute("d", paper.t(said), paper.t(answer), "r", "w", relation, True, confidence)
    brief = compose(Evidence(paper.documents, paper.found), Resolution(disputes=(dispute,), **found), RUN)
    return max((len(c.steps) for c in brief.claims), default=0)


OF_WEIL = "Bo Roe said that Anna Weil had sold the Halden ferries to the harbour of Brock."
OF_NOBODY = "Bo Roe said that the Halden ferries were sold to the harbour of Brock."
DENIED = "Anna Weil denied taking part in the secret loss of ferries to anybody at all."


def test_an_answer_stands_behind_what_is_said_of_its_speaker():
    assert steps(OF_WEIL, DENIED) == 2
    assert steps(OF_NOBODY, DENIED) == 1
    assert steps(OF_WEIL, DENIED, confidence=0.2) == 1


def test_an_answer_stands_behind_whom_it_names():
    assert (
        steps(OF_NOBODY, "Anna Weil disputed the view that Bo Roe took of the sale of the Halden ferries.")
        == 2
    )


def test_an_answer_about_other_things_stands_behind_nothing():
    assert steps(OF_WEIL, "Anna Weil denied that she will stand for mayor of the town again.") == 1


def test_an_answer_stands_behind_whose_words_it_calls_theirs():
    assert steps(OF_NOBODY, "Anna Weil dismissed Bo Roe's concern as the view of an old and angry man.") == 2


def test_what_was_asked_for_is_not_denied():
    assert steps(OF_WEIL, DENIED, act="demands") == 1


def test_who_tells_of_an_answer_is_not_who_it_answers():
    assert steps(OF_WEIL, DENIED, via=True) == 1


def test_a_charge_that_is_only_looked_into_is_nobodys():
    assert steps("Bo Roe is investigating alleged sales of ferries by Anna Weil in Halden.", DENIED) == 1


def test_two_denials_of_one_thing_are_no_pair():
    said = "Bo Roe denied that Anna Weil had sold the Halden ferries to the harbour of Brock."
    assert steps(said, DENIED) == 1


def test_a_thing_is_turned_down_where_it_was_wanted():
    wanted = "Bo Roe asked Anna Weil for the full scrapping of the old Halden ferries."
    assert steps(wanted, "Anna Weil rejected any one-sided scrapping.", 0.6, "rejects") == 2
    assert steps(OF_WEIL, "Anna Weil rejected any one-sided scrapping.", 0.6, "rejects") == 0


def test_two_who_are_one_subject_both_answer():
    answer = "Anna Weil and Bo Roe both denied that the Halden ferries were sold to Brock."
    paper = three("The ferries are gone.", answer)
    found = people(paper, (WEIL, answer))
    found["mentioned"] = (*found["mentioned"], (named(paper, answer, "Bo Roe", "person"), "r"))
    found["actors"] = (*found["actors"], ROE)
    brief = compose(Evidence(paper.documents, paper.found), Resolution(**found), RUN)
    assert [s.name for c in brief.claims for s in c.steps] == ["Anna Weil"]


@pytest.mark.parametrize(
    ("told", "source", "name"),
    [
        (
            "Harbour lawyers denied that the ferries of Halden were sold.",
            "Harbour lawyers",
            "Harbour lawyers",
        ),
        ("On Friday critics denied that the ferries of Halden were sold.", "critics", "Critics"),
        ("On Friday his lawyers denied that the ferries of Halden were sold.", "his lawyers", None),
        (
            "Half of the respondents denied that the ferries of Halden were sold.",
            "Half of the respondents",
            None,
        ),
        ("The duo denied that the ferries of Halden were sold.", "The duo", None),
        ("On Friday others denied that the ferries of Halden were sold.", "others", None),
        ("There is a dispute among critics on who sold the ferries of Halden.", "critics", None),
    ],
)
def test_whoever_is_only_described_denies_by_that_description(told, source, name):
    paper = three(told, own=True)
    document = paper.documents["d0"]
    content = at(document, "the ferries of Halden")
    said = Attribution("a", content, at(document, source), act="denies")
    paper.add(told, attributions=(said,))
    brief = compose(Evidence(paper.documents, paper.found), Resolution(), RUN)
    assert [s.name for c in brief.claims for s in c.steps] == ([name] if name else [])


def test_an_unsure_attribution_is_no_answer():
    told = "Anna Weil said the report on the Halden ferries was complete garbage."
    paper = three(told)
    found = people(paper, (WEIL, told))
    (said,) = paper.found["d0"].attributions
    paper.found["d0"] = replace(paper.found["d0"], attributions=(replace(said, probability=0.6),))
    assert isinstance(said, Attribution)
    assert not compose(Evidence(paper.documents, paper.found), Resolution(**found), RUN).claims


def test_what_stands_in_a_gap_of_a_statement_is_none_of_its_words():
    told = "Anna Weil denies it all again Read more praised the old ferries of Halden."
    paper = three(told)
    found = people(paper, (WEIL, told))
    whole = paper.t(told)
    gap = told.index(" denies"), told.index("praised")
    spans = Span(whole.start, whole.start + gap[0]), Span(whole.start + gap[1], whole.end)
    coverage = Coverage(Evidence(paper.documents, paper.found), Resolution(**found))
    document = paper.documents[whole.document]
    assert answering.is_answer(coverage, Target.of(document, whole.whole), "w")
    assert not answering.is_answer(coverage, Target.of(document, *spans), "w")


def test_a_line_of_a_pair_stands_nowhere_else():
    paper = three(OF_WEIL, "The harbour of Halden lay still that day in May.", DENIED)
    found = people(paper, (ROE, OF_WEIL), (WEIL, DENIED))
    found["mentioned"] = tuple(_in_their_own(paper, *who) for who in ((ROE, OF_WEIL), (WEIL, DENIED)))
    dispute = Dispute("d", paper.t(OF_WEIL), paper.t(DENIED), "r", "w", "denies", True, 0.9)
    brief = compose(Evidence(paper.documents, paper.found), Resolution(disputes=(dispute,), **found), RUN)
    (pair,) = brief.claims
    alone = replace(pair, key="alone", steps=pair.steps[1:])
    assert _each_line_once([pair, alone]) == [pair]
    both = replace(alone, steps=(*alone.steps, replace(alone.steps[0], name="again")))
    assert _once([pair, both]).items == (pair,)


def test_who_denies_together_denies_once():
    told = "Anna Weil and Bo Roe denied that the Halden ferries were unsafe in winter."
    paper = three(told)
    found = people(paper, (WEIL, told))
    (said,) = paper.found["d0"].attributions
    document = paper.documents["d0"]
    said = replace(
        said,
        source=at(document, "Anna Weil and Bo Roe"),
        content=at(document, "that the Halden ferries were unsafe in winter"),
        act="denies",
    )
    both = (said, replace(said, id="joint", joint=said.id))
    paper.found["d0"] = replace(paper.found["d0"], attributions=both)
    found["actors"] = (*found["actors"], ROE)
    found["attributed"] = (*found["attributed"], ("joint", ROE.id))
    brief = compose(Evidence(paper.documents, paper.found), Resolution(**found), RUN)
    assert [step.name for chain in brief.claims for step in chain.steps] == ["Anna Weil"]


@pytest.mark.parametrize(("year", "back"), [("2014", True), ("2021", False)])
def test_that_december_is_of_the_year_told_of_before(year, back):
    before = f"The Halden ferries burnt in {year}."
    told = "That was mended when, that December, Anna Weil rejected the price for the old ferries."
    paper = three(before, told)
    dated(paper, before, year, f"{year}-01-01", f"{year}-12-31")
    coverage = Coverage(Evidence(paper.documents, paper.found), Resolution())
    target = paper.t(told)
    assert is_dated_back(coverage, target, target.start + told.index("rejected")) is back
