"""What an editor at a desk struck from pages, and what a page says instead."""

from dataclasses import replace

import pytest
from tests.brief.test_to_the_point import ABOUT, NEXT, Paper, dated, series, three, words
from tests.brief.test_worth_its_place import named

from atstake.brief.compose.ahead import _unrepeated
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.opening.title import asserts
from atstake.brief.compose.overtaken import is_over
from atstake.brief.compose.past import _tells
from atstake.brief.compose.quotable import _is_one_office
from atstake.brief.compose.standing import OPPOSED
from atstake.brief.compose.table import (
    _is_again,
    _is_spoken_of,
    _of_one_thing,
    _says_nothing,
    _without_frills,
)
from atstake.brief.compose.voices import _takes_a_stand
from atstake.model.annotations import Attribution, Mention, Statement, Upcoming
from atstake.model.brief import Contest, Line, Next, Prose, Quote, Stance
from atstake.model.claims import Actor, Ahead, Gap, Place, Reason, Resolution, Telling
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from made_documents import at


@pytest.mark.parametrize(
    ("label", "empty"),
    [
        ("spirit of cooperation", True),
        ("major diplomatic dispute", True),
        ("latest row", True),
        ("contested issue in any debate on harbours", True),
        ("dispute over ferry tolls", False),
        ("trade dispute", False),
        ("significant air strikes", False),
        ("access to the harbour", False),
    ],
)
def test_a_label_has_to_name_a_thing(label, empty):
    assert _says_nothing(label) is empty


def test_a_label_goes_without_adjectives_that_only_judge():
    assert _without_frills("ongoing joint exercises") == "joint exercises"
    assert _without_frills("significant") == "significant"


def test_a_label_is_what_half_of_the_positions_speak_of():
    document = Document("d", "We want the ferry tolls cut. The tolls stay. The mayor is wrong.")

    def stance(told):
        target = at(document, told)
        return Stance(told, told, (Line(told, (Quote(target),)),))

    label = Line("l", (Prose("ferry tolls"),))
    told = ("We want the ferry tolls cut.", "The tolls stay.", "The mayor is wrong.")
    stances = tuple(stance(w) for w in told)
    assert _is_spoken_of("ferry tolls", Contest("i", label, stances, 0, 1))
    assert not _is_spoken_of("spring budget", Contest("i", label, stances, 0, 1))


def test_of_a_contest_those_positions_stay_that_speak_of_its_thing_or_of_the_same_people():
    told = ("Anna Weil is no part of the future of the ferry.", "Anna Weil must go.", "The mayor rejects it.")
    paper = three(*told)
    mentions = ((named(paper, told[0], "Anna Weil", "person"), "w"),)
    where = paper.t(told[1])
    target = Target.of(paper.documents["d0"], Span(where.start, where.start + len("Anna Weil")))
    second = Mention("m2", target, "name", "person", target.whole)
    paper.add(told[1], mentions=(second,))
    resolved = Resolution(actors=(Actor("w", "Anna Weil", "person"),), mentioned=(*mentions, ("m2", "w")))
    coverage = Coverage(Evidence(paper.documents, paper.found), resolved)
    stances = tuple(Stance(w, w, (Line(w, (Quote(paper.t(w)),)),)) for w in told)
    contest = Contest("i", Line("l", (Prose("future of Halden"),)), stances, 0, 1)
    kept = _of_one_thing(coverage, "future of Halden", contest)
    assert kept is not None
    assert [s.actor for s in kept.stances] == list(told[:2])
    assert _of_one_thing(coverage, "spring budget", contest) is None


@pytest.mark.parametrize(
    ("text", "source", "cue", "stands"),
    [
        ("The mayor demanded a new quay.", "The mayor", "demanded", True),
        ("The mayor ordered guards to close the quay.", "The mayor", "ordered", False),
        ("The mayor signed a deal that calls for a new quay.", "The mayor", "calls for", False),
        ("The mayor, while demanding a new quay, left.", "The mayor", "demanding", False),
    ],
)
def test_a_deed_is_nothing_that_somebody_says(text, source, cue, stands):
    document = Document("d", text)
    said = Attribution(
        "a", at(document, "quay"), at(document, source), at(document, cue), act="demands", form="indirect"
    )
    coverage = Coverage(Evidence({"d": document}, {}), Resolution())
    assert _takes_a_stand(coverage, said) is stands


@pytest.mark.parametrize(
    ("told", "happened"),
    [
        ("The mill was still burning on Monday and guards had gone.", False),
        ("The streets were quiet on Monday.", False),
        ("The council closed the mill on Monday.", True),
        ("The mill was sold on Monday.", True),
    ],
)
def test_how_things_stood_is_no_event(told, happened):
    document = Document("d", told)
    assert _tells(Statement("s", at(document, told), 0, 0, True, ())) is happened


@pytest.mark.parametrize("role", ["Leader of the Labour Party", "Opposition leader", "shadow chancellor"])
def test_who_leads_a_party_or_the_opposition_holds_no_office_of_state(role):
    assert OPPOSED.search(role)


def ahead(paper, told, earliest, latest, key, who=(), certainty="scheduled"):
    target = paper.t(told)
    telling = Telling(key, target, paper.documents[target.document].date, certainty, earliest, latest)
    origin = (target.document,)
    return Ahead(key, target, "", who, None, earliest, latest, certainty, (telling,), origin)


def test_the_day_of_what_is_only_named_is_none_of_the_event():
    told = "The council will close the Halden harbour after this week’s hearing on the ferry fire."
    paper = three(told)
    dated(paper, told, "this week", "2021-05-03", "2021-05-09")
    assert not paper.brief(ahead=(ahead(paper, told, "2021-05-03", "2021-05-09", "e"),)).ahead.items


@pytest.mark.parametrize(("day", "over"), [("2021-02-01", True), ("2021-04-20", False)])
def test_what_was_called_for_long_agois_over(day, over):
    told = "In a speech of then she called on the Halden council to close the harbour ferry."
    paper = three(told)
    dated(paper, told, "then", day, day)
    event = ahead(paper, told, None, None, "e", certainty="proposed")
    event = replace(event, tellings=(replace(event.tellings[0], told="2021-05-03"),))
    coverage = Coverage(Evidence(paper.documents, paper.found), Resolution(ahead=(event,)))
    assert is_over(coverage, event) is over


def test_one_day_told_twice_is_one_event():
    one = "The council will open the Halden ferry on May 20."
    two = "On May 20 the Halden ferry will sail again for the council."
    other = "The choir of Orsha will sing on May 20."
    paper = Paper([ABOUT, one], [NEXT, two], [other])
    day = "2021-05-20"
    found = tuple(ahead(paper, w, day, day, w[:3]) for w in (one, two, other))
    assert len(paper.brief(ahead=found).ahead) == 2


def test_one_deadline_told_twice_is_one_event():
    one = "The council is to open the Halden ferry by May 20."
    two = "By May 20 the new ferry must have a captain from the guild."
    paper = Paper([ABOUT, one], [NEXT, two], ["The council met."])
    who = ("c",)
    found = (
        ahead(paper, one, "2021-05-01", "2021-05-20", "e", who),
        ahead(paper, two, "2021-05-02", "2021-05-20", "f", who),
    )
    assert len(paper.brief(ahead=found).ahead) == 1


@pytest.mark.parametrize(
    "told", ["Anna Weil, who is up for re-election in May, will leave the Halden harbour."]
)
def test_when_a_term_ends_is_no_event_of_the_story(told):
    paper = three(told)
    assert not paper.brief(ahead=(ahead(paper, told, "2021-05-10", "2021-05-31", "e"),)).ahead.items


def titled(*titles, publisher="Post", url=""):
    paper = three(own=True)
    for (key, d), title in zip(sorted(paper.documents.items()), titles, strict=True):
        paper.documents[key] = replace(d, title=title, publisher=publisher, url=url if key == "d2" else "")
    return str(paper.brief().title)


def test_the_outlets_name_is_no_part_of_a_title():
    told = titled("Fire shuts Halden harbour for ferry : Post", "A choir sings", "A baker bakes bread")
    assert "Fire shuts Halden harbour for ferry" in told
    assert ": Post" not in told


def test_a_catchword_gives_way_to_a_headline_that_tells():
    told = titled("The ferry scam", "Ferry fire shuts Halden harbour for the council", "A baker bakes bread")
    assert "Ferry fire shuts" in told


def test_a_place_before_a_colon_makes_no_opinion():
    told = titled(
        "Halden: ferry fire shuts harbour", "Choir sings of bread and tea", "Baker bakes bread and tea"
    )
    assert "Halden: ferry fire" in told


def test_who_is_named_in_words_with_my_and_i_did_not_say_them():
    paper = three("“My meeting with Peter Brandt was good,” the mayor wrote.")
    told = "“My meeting with Peter Brandt was good,” the mayor wrote."
    inside = named(paper, told, "Peter Brandt", "person")
    source = named(paper, told, "the mayor", "person", form="title")
    said = Attribution(
        "a", at(paper.documents["d0"], "My meeting with Peter Brandt was good"), mention=source, form="direct"
    )
    paper.add(told, attributions=(said,))
    brandt = Actor("b", "Peter Brandt", "person", mentions=(inside, source))
    resolution = Resolution(
        actors=(brandt,), attributed=(("a", "b"),), mentioned=((inside, "b"), (source, "b"))
    )
    assert "a" not in Coverage(Evidence(paper.documents, paper.found), resolution).attributed


def test_how_the_writer_takes_it_is_no_key_point():
    stance = "Apparently the Halden harbour council threw in one towel after another over the ferry."
    paper = Paper([stance, ABOUT], [NEXT], ["The council met about the harbour."])
    assert stance not in words(paper.brief().key_points)


def test_what_leans_on_the_sentence_before_is_no_key_point():
    leans = "Examples include the Halden harbour ferry fire on the quay for the council."
    paper = Paper([leans, ABOUT], [NEXT], ["The council met about the harbour."])
    assert leans not in words(paper.brief().key_points)


def test_what_only_agrees_is_no_key_point():
    told = "Senator Anna Weil, a Democrat of the Halden harbour council, agreed."
    paper = Paper([told, ABOUT], [NEXT], ["The council met about the harbour."])
    assert told not in words(paper.brief().key_points)


def test_two_leads_with_one_thing_are_one_key_point():
    first = "The captain Anna Weil and three dockers of Halden harbour died in the ferry fire on the quay."
    again = "By the morning captain Anna Weil and three dockers were dead after the ferry burned at the quay."
    paper = Paper([first], [again], ["The harbour council met about the ferry in Halden."])
    told = words(paper.brief().key_points)
    assert (first in told) != (again in told)


def test_a_headline_that_says_what_somebody_is_is_no_title():
    says = "Halden Harbour Council Is a Ferry Tyrant"
    others = "Ferry fire shuts Halden harbour quay", "Baker bakes bread and tea for choir"
    assert says not in titled(says, *others)
    assert asserts(says)
    assert not asserts(f"{says}, Brandt says") and not asserts("Halden council is shutting the harbour")


def test_what_nobody_is_sure_of_is_not_ahead():
    told = "The council is not confident that the Halden harbour will hold."
    paper = three(told)
    assert not paper.brief(ahead=(ahead(paper, told, None, None, "e"),)).ahead.items


def test_the_dead_come_before_the_many_who_fled():
    fled = "The ferry fire in the Halden harbour drove 52,000 people from the quay of the council."
    dead = "The ferry fire in the Halden harbour killed 44 people on the quay of the council."
    paper = three(fled, dead)
    told = (series(paper, fled, 52000, "displaced"), series(paper, dead, 44))
    assert [c.kind for c in paper.brief(series=told).figures] == ["killed", "displaced"]


@pytest.mark.parametrize(
    ("called", "one"),
    [("the president", True), ("The prime minister", True), ("the Democratic senator", False)],
)
def test_only_an_office_of_one_names_who_speaks(called, one):
    document = Document("d", f"“It is late,” said {called}.")
    target = at(document, called)
    assert _is_one_office(Mention("m", target, "title", "person", target.whole)) is one


def test_two_events_of_one_sentence_and_one_time_are_one():
    told = "From June 10 the Halden ferry will sail, and the harbour board will then meet for talks."
    paper = three(told)
    parts = ("From June 10 the Halden ferry will sail", "the harbour board will then meet for talks")
    found = tuple(replace(ahead(paper, p, "2021-06-10", None, f"e{n}")) for n, p in enumerate(parts))
    assert len(paper.brief(ahead=found).ahead) == 1


@pytest.mark.parametrize(
    ("label", "empty"),
    [
        ("Brenian demand", True),
        ("differences with the Council", True),
        ("key agreement with Senator Holm", True),
        ("demand for higher tolls", False),
        ("nuclear agreement", False),
        ("prisoner exchange with Brenia", False),
    ],
)
def test_a_label_says_on_what_somebody_spoke(label, empty):
    assert _says_nothing(label) is empty


def test_under_a_label_stands_nothing_that_says_nothing_of_it():
    told = ("We want the ferry tolls cut.", "The tolls stay.", "Anna Weil meets the mayor on the quay.")
    paper = three(*told)
    coverage = Coverage(Evidence(paper.documents, paper.found), Resolution())
    stances = tuple(Stance(w, w, (Line(w, (Quote(paper.t(w)),)),)) for w in told)
    contest = Contest("i", Line("l", (Prose("ferry tolls"),)), stances, 0, 1)
    kept = _of_one_thing(coverage, "ferry tolls", contest)
    assert kept is not None
    assert [s.actor for s in kept.stances] == list(told[:2])


def test_what_two_outlets_tell_of_one_statement_is_one_position():
    told = (
        "Weil said the Halden harbour was no threat to the ferry any longer.",
        "After the ferry fire Weil said that the Halden harbour was no longer any threat.",
        "Weil wants the quay of Orsha rebuilt by the spring.",
    )
    paper = three(*told)
    one, two, other = (Line(w, (Quote(paper.t(w)),)) for w in told)
    assert _is_again(one, two)
    assert not _is_again(one, other)


def coming(paper, key, told, *days, **more):
    telling = Telling(f"u-{key}", paper.t(told), "2021-05-03", "scheduled", *days)
    return Ahead(key, telling.target, "", (), None, *days, "scheduled", (telling,), ("d0",), **more)


def test_what_was_told_before_what_is_over_is_not_ahead():
    told = "The Halden council said before the ferry trip that it would meet Anna Weil."
    nothing = "The Halden council was invited to meet Anna Weil on the ferry, but it did not accept."
    open_ = "The Halden council said that it would meet Anna Weil on the ferry."
    for words_, shown in ((told, 0), (nothing, 0), (open_, 1)):
        paper = three(words_)
        assert len(paper.brief(ahead=(coming(paper, "e", words_, None, None),)).ahead) == shown


def test_two_tellings_of_one_thing_in_one_week_are_one_entry():
    one = "Talks on the Halden ferry tolls will open in the harbour this week."
    two = "The council and the dockers are to open talks on the ferry tolls this week."
    other = "The dockers are to vote on a strike this week."
    paper = three(one, two, other)
    week = ("2021-05-03", "2021-05-09")
    events = tuple(coming(paper, key, told, *week) for key, told in (("a", one), ("b", two), ("c", other)))
    assert words(paper.brief(ahead=events).ahead) == [one, other]


def test_a_month_gives_way_to_the_week_that_it_holds_told_before_or_behind():
    wide = "The two councils of Halden will hold a ferry summit on the quay in May."
    week = "The ferry summit of the two Halden councils on the quay is set for late May."
    paper = three(wide, week)
    month, late = ("2021-05-01", "2021-05-31"), ("2021-05-24", "2021-05-31")
    for keys in ("ab", "ba"):
        events = (coming(paper, keys[0], wide, *month), coming(paper, keys[1], week, *late))
        assert words(paper.brief(ahead=events).ahead) == [week]


def test_what_was_told_with_a_month_is_held_with_its_day():
    wide = "A panel of the Halden council will hear Anna Weil on the ferry this month."
    day = "The Halden council panel will hear Anna Weil on the ferry on May 2."
    then = "The Halden council panel heard Anna Weil on the ferry on Sunday."
    paper = three(wide, day, then)
    held = coming(paper, "b", day, "2021-05-02", "2021-05-02", afterwards=paper.t(then))
    told = tuple(replace(t, told="2021-05-01") for t in held.tellings)
    other = replace(coming(paper, "a", wide, "2021-05-01", "2021-05-31"), tellings=told)
    (entry,) = paper.brief(ahead=(other, replace(held, tellings=told))).ahead
    assert entry.outcome is not None


def test_what_a_longer_entry_tells_too_is_not_told_again():
    one = "The Halden ferry crews will be kept on the quay for ten days."
    two = "If they fall ill, they will be brought to the harbour hospital."
    paper = three(one, two)
    first, second = paper.t(one), paper.t(two)
    both = Target.of(paper.documents["d0"], Span(first.start, second.end))

    def entry(target):
        return Next(target.quote, Line("k", (Quote(target),)), "", None, None, "scheduled", (), "", "")

    short, whole = entry(first), entry(both)
    assert _unrepeated([short, whole]) == [whole]
    assert _unrepeated([replace(short, when="9 May 2021"), whole]) == [
        replace(short, when="9 May 2021"),
        whole,
    ]


def test_a_reason_that_looks_ahead_to_what_is_over_is_none():
    told = "Days to sign the Halden harbour bill came in the wake of the ferry fire."
    paper = three(told)
    target = paper.t(told)
    reasons = (Reason("r", target, origins=("d0",)),)
    assert words(paper.brief(reasons=reasons).why_now) == [told]
    days = {"earliest": "2021-04-26", "latest": "2021-05-02"}
    paper.add(told, upcoming=(Upcoming("u", target, "sign the Halden harbour bill", **days),))
    assert not paper.brief(reasons=reasons).why_now


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Anna Weil originally planned to open the Halden ferry on May 20, but put it on hold.", 0),
        ("The Halden ferry, originally planned for May 9, will open on May 20 in the harbour.", 1),
    ],
)
def test_what_was_planned_once_is_not_ahead(told, shown):
    paper = three(told)
    event = coming(paper, "e", told, "2021-05-20", "2021-05-20")
    assert len(paper.brief(ahead=(event,)).ahead) == shown


def test_a_condition_whose_day_is_past_has_been_decided():
    told = "If no side wins in Halden on Sunday, the ferry vote will be held again on May 20."
    paper = three(told)
    event = replace(coming(paper, "e", told, "2021-05-20", "2021-05-20"), certainty="conditional")
    assert len(paper.brief(ahead=(event,)).ahead) == 1
    dated(paper, told, "Sunday", "2021-05-02", "2021-05-02")
    assert not paper.brief(ahead=(event,)).ahead


def test_half_of_a_longer_time_is_gone_without_a_word_of_it():
    told = "The Halden council could take up the ferry bill within ten days."
    by = "The Halden council must take up the ferry bill by May 9."
    for words_, shown in ((told, 0), (by, 1)):
        paper = three(words_)
        event = coming(paper, "e", words_, "2021-04-27", "2021-05-06")
        event = replace(event, tellings=tuple(replace(t, told="2021-04-27") for t in event.tellings))
        assert len(paper.brief(ahead=(event,)).ahead) == shown


def test_an_undated_event_is_shown_as_its_newest_telling_has_it():
    old = "The Halden council has cancelled the ferry talks with the harbour."
    new = "The Halden council will hold the ferry talks with the harbour."
    paper = Paper([ABOUT, old], [NEXT], ["The harbour council met about the ferry fire in Halden.", new])
    tellings = (
        Telling("u1", paper.t(old), "2021-05-01", "cancelled", None, None),
        Telling("u2", paper.t(new), "2021-05-03", "scheduled", "2021-05-03", None),
    )
    event = Ahead("e", paper.t(new), "", (), None, "2021-05-03", None, "scheduled", tellings, ("d0", "d2"))
    (entry,) = paper.brief(ahead=(event,)).ahead
    assert (entry.line.quotes[0].target.quote, entry.certainty) == (new, "scheduled")


@pytest.mark.parametrize(
    ("asked", "open_"),
    [
        ("It is unclear whether the Halden council will sign the ferry bill.", False),
        ("It is not yet clear who was on the Halden ferry.", False),
        ("It remains unclear what might come next for the Halden ferry.", False),
        ("It is unclear if the Halden ferry would have time to sail again.", False),
        ("It is unclear how long the Halden ferry truce will last.", True),
        ("It is unclear who was on the Halden ferry when it burned.", True),
    ],
)
def test_a_question_of_what_was_to_come_does_not_outlive_its_time(asked, open_):
    paper = three(asked)
    target = paper.t(asked)
    event = Ahead(
        "e",
        target,
        "",
        (),
        None,
        None,
        None,
        "tentative",
        (Telling("u", target, "2021-05-01", "tentative", None, None),),
        ("d0",),
    )
    events = (event,) if "sign" in asked else ()
    gaps = (Gap("g", "open-question", target),)
    fresh = paper.brief(gaps=gaps, ahead=events).unknown
    last = replace(paper.documents["d2"], published="2021-05-20")
    paper.documents["d2"] = last
    assert (len(fresh), len(paper.brief(gaps=gaps, ahead=events).unknown)) == (1, int(open_))


def test_what_was_asked_and_answered_at_once_is_no_open_question():
    told = "Weil's response to a question about whether the Halden ferry was safe was a nod."
    paper = three(told)
    assert not paper.brief(gaps=(Gap("g", "open-question", paper.t(told)),)).unknown


def test_an_event_was_on_another_day_only_by_words_of_the_same_thing():
    now = "The Halden ferry vote is set for May 9."
    before = "The Halden ferry vote is set for May 6."
    other = "The baker of Orsha will open in spring."
    paper = three(now, before, other)

    def former(told, *days):
        states = (Telling("u", paper.t(told), "2021-04-30", "scheduled", *days),)
        event = replace(coming(paper, "e", now, "2021-05-09", "2021-05-09"), earlier=states)
        (entry,) = paper.brief(ahead=(event,)).ahead
        return entry.before

    assert former(before, "2021-05-06", "2021-05-06").startswith("6 May 2021")
    assert not former(other, "2021-05-06", "2021-05-06")
    assert not former(before, "2021-01-01", "2021-05-06")


def test_one_who_accuses_another_again_and_again_waits_for_one_reply():
    told = (
        "Anna Weil accused the Halden council of hiding the ferry fire.",
        "On the harbour quay Anna Weil accused the council of letting the ferry burn.",
    )
    paper = three(*told)
    actors = (Actor("w", "Anna Weil", "person"), Actor("c", "Halden council", "organisation", sector="GOV"))
    gaps = tuple(Gap(f"g{n}", "no-reply", paper.t(t), "w", "c") for n, t in enumerate(told))
    assert len(paper.brief(gaps=gaps, actors=actors).unknown) == 1


@pytest.mark.parametrize(
    ("now", "shown"),
    [("2021-05-01", True), ("2021-05-06", False)],
)
def test_a_week_that_is_mostly_over_is_not_ahead(now, shown):
    told = "The Halden ferry vote is set for this week."
    paper = three(told)
    paper.documents["d2"] = replace(paper.documents["d2"], published=now)
    event = coming(paper, "e", told, "2021-05-01", "2021-05-07")
    event = replace(event, tellings=(replace(event.tellings[0], told="2021-05-01"),))
    assert bool(paper.brief(ahead=(event,)).ahead) is shown


def test_some_day_behind_another_has_no_day():
    told = "In the days after the ferry burned in Halden on Saturday, the council blamed the harbour."
    paper = three(told, own=True)
    dated(paper, told, "Saturday", "2021-05-01", "2021-05-01")
    assert not paper.brief().past


def test_a_direction_is_no_place():
    told = "The ferry sailed in the North to Arden."
    paper = three(told)
    places = tuple(Place(n, n, 0.0, 0.0, None, (named(paper, told, n),), False) for n in ("North", "Arden"))
    assert [s.name for s in paper.brief(places=places).where] == ["Arden"]
