"""Figures on sentences written for these tests."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atstake.extract.figures import FigureExtractor
from atstake.extract.parse import Parser
from atstake.extract.times import Times
from atstake.model.annotations import Annotations, Attribution, TimeExpression
from atstake.model.text import Document, Span
from atstake.text.numbers.numerals import numerals
from atstake.text.numbers.quantities import quantities


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def values(text):
    return [(q.low, q.high) for q in quantities(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("more than 1,400 people", 1400, None),
        ("at least six villagers", 6, None),
        ("up to 300 fighters", None, 300),
        ("hundreds of homes", 200, 999),
        ("dozens of arrests", 24, 99),
        ("tens of thousands fled", 20_000, 99_999),
        ("between 5 and 7 dead", 5, 7),
        ("3000 to 5000 farmers", 3000, 5000),
        ("9,000+ have died", 9000, None),
        ("$34 billion of goods", 34_000_000_000, 34_000_000_000),
        ("2.5m people", 2_500_000, 2_500_000),
        ("two hundred and six men", 206, 206),
        ("5 to 7 million tonnes", 5_000_000, 7_000_000),
        ("from 500 to well over 1,000 people", 500, None),
        ("They cannot afford to lose more than 21 seats.", None, 21),
        ("They could lose more than 21 seats.", 21, None),
        ("They could not afford the more than 21 seats that it takes.", 21, None),
        ("She is short of the 2,383 delegates that she needs.", 2383, 2383),
        ("a half-billion dollars", 500_000_000, 500_000_000),
        ("half a million voters", 500_000, 500_000),
        ("40 or more tents", 40, None),
        ("nearly 40 raids", None, 40),
        ("about 80 boats", 80, 80),
    ],
)
def test_bounds(text, low, high):
    assert values(text)[0] == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "on 21 August 2013",
        "Aug. 21 was hot",
        "in 1988 the war ended",
        "Resolution 2118 passed",
        "at 12:30 p.m. sharp",
        "on the 21st floor",
        "the S-300 battery",
        "no one came",
        "Anna Berg, 34, said",
        "the 1950-53 war",
        "call 24/7",
    ],
)
def test_what_names_is_no_quantity(text):
    assert values(text) == []


def figures(parser, text, **layers):
    document = Document(id="d", text=text, published="2015-12-15")
    found = Annotations(document="d", **layers)
    return FigureExtractor()(parser(document), found).figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shelling in Harran killed at least six civilians and wounded dozens more.",
            [("killed", 6, None), ("injured", 24, 99)],
        ),
        ("The attack left 4 people dead and 12 injured.", [("killed", 4, 4), ("injured", 12, 12)]),
        ("Hundreds of people were killed or wounded.", [("casualties", 200, 999)]),
        ("More than 2 million people have fled their homes.", [("displaced", 2_000_000, None)]),
        ("Police arrested 40 protesters in the square.", [("detained", 40, 40)]),
        ("The country keeps 28,500 troops in the south.", [("troops", 28_500, 28_500)]),
        ("Jets carried out 60 air strikes on the town.", [("strikes", 60, 60)]),
        ("Support fell from 40 percent to 36 percent.", [("percent", 40, 40), ("percent", 36, 36)]),
        ("The Senate voted 88-11 for the motion.", [("votes", 88, 88), ("votes", 11, 11)]),
        ("The two leaders met for three days.", []),
        ("It took about 20 minutes and two meetings.", []),
        ("Twelve children and 11 fighters were among the dead.", [("killed", 12, 12), ("killed", 11, 11)]),
        ("The raid on Koro killed about 70 people sheltering in cellars.", [("killed", 70, 70)]),
        ("At least 86 members of the forces, who include a militia, were killed.", [("killed", 86, None)]),
        ("It was bigger than the 59 cruise missiles Mr. Roh launched.", [("strikes", 59, 59)]),
        (
            "Seventy were arrested and 26 people were taken to hospitals.",
            [("detained", 70, 70), ("injured", 26, 26)],
        ),
        ("Brenia expelled the envoys in 2014; now 60 diplomats must go.", [("other", 60, 60)]),
        ("Two officials and three diplomats said so.", []),
    ],
)
def test_kinds_and_choice(parser, text, expected):
    assert [(f.kind, f.low, f.high) for f in figures(parser, text)] == expected


def test_a_value_that_is_said_not_to_be_so_is_none(parser):
    assert [f.low for f in figures(parser, "Observers had counted 31 dead in the town, not 63.")] == [31]


@pytest.mark.parametrize(
    ("content", "theirs"),
    [
        ("that rebels carried out the attack that killed more than 1,000 civilians", False),
        ("that the attack, in which 30 people died, was a crime", False),
        ("nothing after the ferry fire in which 30 people died in the harbour", False),
        ("that the attacks that had left 30 people dead were linked", False),
        ("the riots, which killed 30 people and closed the port", False),
        ("that 30 people who were in the market died", True),
        ("that the attack killed 30 people", True),
    ],
)
def test_what_is_told_about_a_thing_in_reported_words_is_nobodys(parser, content, theirs):
    document = Document(id="d", text=f"Peru said {content}.", published="2015-12-15")
    reading = parser(document)
    said = Attribution("said", reading.target(Span(10, 10 + len(content))), form="indirect")
    (found,) = FigureExtractor()(reading, Annotations("d", attributions=(said,))).figures
    assert (found.attribution == "said") is theirs


def test_attribution_date_and_place_come_from_the_text(parser):
    text = "The monitoring group said on Monday that 15 people were killed in Karsa."
    document = Document(id="d", text=text, published="2015-12-15")
    content = text.index("that")
    said = Attribution(
        id="a1",
        content=parser(document).target(Span(content, len(text) - 1)),
        source=parser(document).target(Span(0, 20)),
    )
    at = text.index("Monday")
    monday = TimeExpression(
        id="t1",
        target=parser(document).target(Span(at, at + 6)),
        type="DATE",
        value="2015-12-14",
        earliest="2015-12-14",
        latest="2015-12-14",
    )
    (figure,) = figures(parser, text, attributions=(said,), times=(monday,))
    assert figure.attribution == "a1"
    assert figure.as_of == "2015-12-14"
    assert figure.place == "Karsa"
    assert figure.of == "people"


def test_the_day_of_what_a_value_rose_from_is_not_its_own(parser):
    text = "It gives her 31 percent, up from 22 percent in October."
    at = text.index("October")
    target = parser(Document(id="d", text=text, published="2015-12-15")).target(Span(at, at + len("October")))
    time = TimeExpression("t", target, "DATE", "2015-10", earliest="2015-10-01", latest="2015-10-31")
    assert {f.low: f.as_of for f in figures(parser, text, times=(time,))} == {31: None, 22: "2015-10-31"}


@pytest.mark.parametrize(
    ("text", "when", "as_of"),
    [
        ("Voters reject a loan of $16 million for the dam, which the council bought in 2010.", "2010", None),
        ("The council borrowed $16 million in 2010.", "2010", "2010-12-31"),
    ],
)
def test_a_day_of_something_else_is_not_that_of_the_value(parser, text, when, as_of):
    at = text.index(when)
    target = parser(Document(id="d", text=text, published="2015-12-15")).target(Span(at, at + len(when)))
    time = TimeExpression(
        id="t", target=target, type="DATE", value=when, earliest=f"{when}-01-01", latest=f"{when}-12-31"
    )
    (figure,) = figures(parser, text, times=(time,))
    assert figure.as_of == as_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The council in Karsa paused to remember the 30 people who were killed.", None),
        ("A blast in Karsa killed 30 people.", "Karsa"),
        ("More than 900 people were killed in the war, which drew in fighters from Karsa.", None),
        ("It set aside $40 million in the Paris agreement.", None),
        ("Some 30 people were killed in Karsa province.", "Karsa"),
        ("A day after it struck, killing 30 Syrian soldiers, Israel denied it.", None),
        ("The trial of Jon Berg, the rebel responsible for killing 200 villagers, was moved to Arden.", None),
        ("They will meet in Vienna to discuss the remains of 700 people killed in the war.", None),
        ("A blast that killed 30 people tore through a market in Kabul.", "Kabul"),
        ("Fighters swept into Iraq from Syria and killed 30 people.", "Iraq"),
    ],
)
def test_a_place_is_that_of_what_is_counted(parser, text, place):
    (figure,) = [f for f in figures(parser, text) if f.kind in ("killed", "money")]
    assert figure.place == place


@pytest.mark.parametrize(
    "text", ["He leads a three-ring circus of a party.", "They were hit by 40mm rounds of rubber."]
)
def test_what_only_describes_a_noun_is_no_figure(parser, text):
    assert not figures(parser, text)


def test_who_kills_is_not_killed(parser):
    found = figures(parser, "Five armed men hunted and killed the mayor on a road.")
    assert "killed" not in {f.kind for f in found}
    (dead,) = figures(parser, "Five armed men were killed on a road.")
    assert dead.kind == "killed"


def test_dead_and_hurt_with_numbers_of_their_own_are_two(parser):
    found = figures(parser, "A blast in Karsa left nine dead and injured dozens.")
    assert [f.kind for f in found] == ["killed", "injured"]
    found = figures(
        parser, "Hours later, a mass shooting in Orsha, Karsa, left nine dead and injured dozens."
    )
    assert [f.kind for f in found] == ["killed", "injured"]
    (both,) = figures(parser, "Nine dead and injured people were found in Karsa.")
    assert both.kind == "casualties"


def test_a_word_that_describes_a_thing_befalls_nobody(parser):
    (crowd,) = figures(parser, "His dying words moved 3,000 marchers in Karsa.")
    assert crowd.kind == "other"


def test_what_befell_people_is_not_ahead(parser):
    text = "The attack killed 30 people in March."
    at = text.index("March")
    march = parser(Document(id="d", text=text)).target(Span(at, at + 5))
    time = TimeExpression("t1", march, "DATE", "2016-03", earliest="2016-03-01", latest="2016-03-31")
    (dead,) = figures(parser, text, times=(time,))
    assert dead.as_of is None


def test_a_value_told_twice_by_nobody_is_one_figure(parser):
    text = "Blast kills 32.\n\nAt least 32 people were killed in the blast in Orsha on Friday."
    found = figures(parser, text)
    assert [(f.kind, f.low, f.high) for f in found] == [("killed", 32, None)]


@settings(deadline=None)
@given(st.text(alphabet="0123456789.,-– $%+andtohuredsmilo/\n ", max_size=60))
def test_spans_stand_in_the_text_and_low_is_not_above_high(text):
    for q in quantities(text, 0, len(text)):
        assert 0 <= q.span.start <= q.number.start < q.number.end
        assert max(q.span.end, q.number.end) <= len(text)
        assert q.low is None or q.high is None or q.low <= q.high


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=10**9))
def test_digits_with_commas_round_trip(number):
    text = f"{number:,}"
    assert [(n.low, n.span) for n in numerals(text)] == [(float(number), Span(0, len(text)))]


def test_what_was_only_sought_on_a_day_was_not_there_on_it(parser):
    text = "Senators met on Monday to discuss a path to getting 60 votes for the bill."
    at = text.index("Monday")
    target = parser(Document(id="d", text=text, published="2015-12-15")).target(Span(at, at + 6))
    day = TimeExpression("t", target, "DATE", "2015-12-14", earliest="2015-12-14", latest="2015-12-14")
    (figure,) = figures(parser, text, times=(day,))
    assert (figure.low, figure.as_of) == (60, None)


def test_where_people_vote_is_no_vote(parser):
    won, whole = figures(parser, "She won 13 of the 14 counties where voting took place.")
    assert (won.kind, won.of, whole.kind, whole.of) == ("other", "counties", "other", "counties")


def test_a_share_of_what_somebody_owns_is_of_that(parser):
    (found,) = figures(parser, "Only 11% of the state's electorate was under 30.")[:1]
    assert found.of == "state's electorate"


def test_what_is_taken_as_known_is_nobodys_claim(parser):
    for text, theirs in (
        ("Lind wants to grow the 20 percent of the vote she received in Karsa.", False),
        ("Lind said she won 20 percent of the vote in Karsa.", True),
    ):
        reading = parser(Document(id="d", text=text, published="2015-12-15"))
        said = Attribution("said", reading.target(Span(10, len(text) - 1)), form="indirect")
        (found,) = FigureExtractor()(reading, Annotations("d", attributions=(said,))).figures
        assert (found.attribution == "said") is theirs


def test_of_how_many_is_no_toll(parser):
    found = figures(parser, "Two of the 40 passengers died.")
    assert [(f.kind, f.low) for f in found if f.kind == "killed"] == [("killed", 2)]
    (seats, _) = figures(parser, "The party now holds 66 of its 100 seats in the chamber.")
    assert (seats.kind, seats.of) == ("other", "seats")


def test_a_further_verb_with_a_number_befalls_its_own(parser):
    found = figures(
        parser, "The outbreak has sickened more than 110,000 people and killed almost 4,000 globally."
    )
    assert [(f.kind, f.low or f.high) for f in found] == [("other", 110000), ("killed", 4000)]
    found = figures(parser, "A sniper shot 14 people, killing five officers, in Bern late on Thursday.")
    assert [(f.kind, f.low) for f in found] == [("other", 14), ("killed", 5)]


def test_a_number_behind_what_it_counts(parser):
    found = figures(parser, "The bomb hit an office in Bern, injuring four people, one of them seriously.")
    assert [(f.kind, f.low, f.of) for f in found] == [("injured", 4, "people"), ("injured", 1, "people")]


def test_who_is_one_of_many_voters_is_no_vote_of_their_own(parser):
    found = figures(parser, "Holm was one of 11 Liberal senators who voted no on the bill.")
    assert [(f.kind, f.low) for f in found] == [("votes", 11)]


@pytest.mark.parametrize(
    "text",
    [
        "The party won 17 seats, giving it a say on the districts in 2020.",
        "The tax will bring the state $30 billion over the next decade.",
        "The mayor asked 20 of the more than 200 members to come on May 3, 2016.",
    ],
)
def test_a_day_to_come_of_another_verb_is_not_that_of_a_value(parser, text):
    reading = parser(Document(id="d", text=text, published="2015-12-15"))
    times = Times()(reading, Annotations("d")).times
    found = FigureExtractor()(reading, Annotations("d", times=times)).figures
    assert [f.as_of for f in found if f.low not in (2020, 20)] == [None]


def test_another_s_number_is_of_what_was_counted_before(parser):
    text = "About 3,000 people marched in Karsa on Monday. Organisers put the number at 15,000."
    first, second = FigureExtractor()(parser(Document("d", text)), Annotations("d")).figures
    assert (second.low, second.of, second.place) == (15_000, first.of, first.place)


def test_a_number_of_nothing_counted_before_is_none(parser):
    text = "The march went on. Organisers put the number at 15,000."
    assert not FigureExtractor()(parser(Document("d", text)), Annotations("d")).figures


def test_what_had_been_counted_earlier_is_no_other_s_number(parser):
    text = "At least 44 people were killed in Karsa. Two days earlier the network had put the number at 31."
    figures = FigureExtractor()(parser(Document("d", text)), Annotations("d")).figures
    assert [f.low for f in figures] == [44]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The law will not bring back the 17 lives lost in the fire.", "killed"),
        ("The flood claimed at least 17 lives in Orsha.", "killed"),
        ("The new ward changed 17 lives in Orsha.", "other"),
        ("They left after claiming 17 lives were saved in Orsha.", "other"),
        ("The feud continues to claim thousands of lives in Orsha.", "other"),
    ],
)
def test_lives_that_were_lost_are_people_killed(parser, text, kind):
    assert [f.kind for f in figures(parser, text) if f.low == 17] in ([kind], [])
    assert kind == "other" or any(f.kind == kind for f in figures(parser, text))


def test_a_toll_that_has_a_number_of_its_own_is_not_that_of_the_one_before(parser):
    text = "The case count of the fever neared 220,000 on Monday and the death toll exceeded 5,500."
    assert [f.low for f in figures(parser, text) if f.kind == "killed"] == [5500]


def test_a_number_in_a_name_counts_nothing(parser):
    assert not figures(parser, "The centre describes the Order of Nine Angles as a small group of believers.")
    assert figures(parser, "The fire killed nine monks in Orsha.")
    blog = "Separately, 18 North, a blog, wrote on Orsha. 18 North clarifies that the dam is safe."
    assert not figures(parser, blog)


def test_pounds_weigh_where_no_text_tells_of_that_money(parser):
    assert not [f for f in figures(parser, "The load went up from 1,100 pounds to a ton.") if f.unit]
    assert [f.unit for f in figures(parser, "The British council paid 1,100 pounds for it.")] == ["GBP"]


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("So far this year the council has counted 350 fires.", "2015-12-15"),
        ("The council will need to win 350 seats this year.", "2015-12-31"),
    ],
)
def test_what_is_counted_so_far_is_counted_up_to_now(parser, text, as_of):
    at = text.index("this year")
    target = parser(Document(id="d", text=text, published="2015-12-15")).target(Span(at, at + 9))
    time = TimeExpression("t", target, "DATE", "2015", earliest="2015-01-01", latest="2015-12-31")
    (figure,) = figures(parser, text, times=(time,))
    assert figure.as_of == as_of


def test_how_strong_a_group_is_does_not_name_it(parser):
    assert "caravan" in [f.of for f in figures(parser, "Migrants left the 1,500-strong caravan in Orsha.")]


def test_who_still_lies_in_hospital_does_so_when_it_is_told(parser):
    day = "Monday"
    for text, as_of in (
        ("Some 58 people remain in hospital from Monday's blast.", None),
        ("Some 58 people were hurt in Monday's blast.", "2015-12-14"),
    ):
        target = parser(Document(id="d", text=text, published="2015-12-15")).target(
            Span(text.index(day), text.index(day) + len(day))
        )
        time = TimeExpression("t", target, "DATE", "2015-12-14", earliest="2015-12-14", latest="2015-12-14")
        (figure,) = figures(parser, text, times=(time,))
        assert figure.as_of == as_of


@pytest.mark.parametrize(
    ("text", "cue", "content", "theirs"),
    [
        (
            "Holm criticized the mayor's words about the storm after it killed 40 people in Karsa.",
            "criticized",
            "the mayor's words about the storm after it killed 40 people in Karsa",
            False,
        ),
        (
            "Holm said the plane crashed after it had killed 40 people in Karsa.",
            "said",
            "the plane crashed after it had killed 40 people in Karsa",
            True,
        ),
        (
            "The two will meet to discuss the case of 40 people missing in Karsa.",
            "discuss",
            "the case of 40 people missing in Karsa",
            False,
        ),
        (
            "Holm rejected a call by the mayor to free 40 prisoners.",
            "rejected",
            "a call by the mayor to free 40 prisoners",
            False,
        ),
    ],
)
def test_a_clause_on_the_verb_of_saying_is_the_reporters(parser, text, cue, content, theirs):
    reading = parser(Document(id="d", text=text, published="2015-12-15"))

    def at(words):
        return reading.target(Span(text.index(words), text.index(words) + len(words)))

    said = Attribution("said", at(content), cue=at(cue), form="indirect")
    (found,) = FigureExtractor()(reading, Annotations("d", attributions=(said,))).figures
    assert (found.attribution == "said") is theirs


def test_a_value_behind_where_is_of_the_place_before_it(parser):
    text = "Over 6,000 people died in New Jersey, the worst toll after New York, where it killed over 22,000."
    assert [(f.low, f.place) for f in figures(parser, text)] == [(6000, "New Jersey"), (22000, "New York")]


@pytest.mark.parametrize(
    "text",
    [
        "The fire killed scores of people on the country's deadliest day since the fall of Brazil.",
        "Because of the unrest in Brazil and Chile, the company has sold 4,000 barrels.",
    ],
)
def test_a_place_that_tells_since_when_or_why_is_not_where(parser, text):
    assert [f.place for f in figures(parser, text)] == [None]


@pytest.mark.parametrize(
    ("text", "kind", "of"),
    [
        (
            "The clinic stopped sending patients abroad and told hundreds of doctors to leave.",
            "other",
            "doctors",
        ),
        ("The virus held tens of thousands of computers hostage.", "other", "computers"),
        ("The group took 12 people hostage.", "detained", "people"),
        ("The clinic treated 3,600 patients.", "injured", "patients"),
        ("They hold 30 hostages in the town.", "detained", "hostages"),
    ],
)
def test_patients_and_hostages_are_counted_themselves(parser, text, kind, of):
    assert [(f.kind, f.of) for f in figures(parser, text)] == [(kind, of)]


def test_how_long_after_a_toll_somebody_speaks_is_the_reporters_to_tell(parser):
    text = "The minister said he would resign, a day after more than 40 people were killed."
    reading = parser(Document("d", text))
    start = text.index("he would")
    said = Attribution(
        "a",
        reading.target(Span(start, len(text) - 1)),
        reading.target(Span(0, 12)),
        reading.target(Span(13, 17)),
        form="indirect",
    )
    (figure,) = FigureExtractor()(reading, Annotations("d", attributions=(said,))).figures
    assert figure.attribution is None


def test_what_befell_the_counted_is_told_behind_who(parser):
    text = "The speech honoured 40 who died in the fire and 3,000 more who lost their homes."
    assert [f.low for f in figures(parser, text) if f.kind == "killed"] == [40]


@pytest.mark.parametrize(
    "text",
    [
        "The fire in the hills, 90 miles north of Denver, has killed 42 people.",
        "The president summoned 100 senators for a briefing on Brazil.",
    ],
)
def test_how_far_off_or_what_about_is_not_where(parser, text):
    assert [f.place for f in figures(parser, text)] == [None]


def test_a_toll_of_the_one_day_long_past_is_of_that_day(parser):
    text = "Forty-six people died in a flurry of fires that swept the hills in October 2017."
    reading = parser(Document("d", text, published="2018-11-13"))
    times = Times()(reading, Annotations("d"))
    (figure,) = FigureExtractor()(reading, times).figures
    assert figure.as_of == "2017-10-31"


def test_several_hundred_million_is_one_number():
    assert values("several hundred million dollars") == [(200_000_000, 999_999_999)]


def test_each_of_two_numbers_has_its_own_fate(parser):
    text = "The war has left more than 110,000 Syrians dead and several million more homeless."
    assert [f.kind for f in figures(parser, text)] == ["killed", "displaced"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the war 90 people have been killed and 300 more displaced.",
            [("killed", 90), ("displaced", 300)],
        ),
        ("With cases near 900 and deaths passing 50, the town shut its schools.", [("killed", 900)]),
    ],
)
def test_each_number_has_its_own_fate(parser, text, expected):
    found = [(f.kind, f.high or f.low) for f in figures(parser, text)]
    if len(expected) > 1:
        assert found == expected
    else:
        assert not set(expected) & set(found)


@pytest.mark.parametrize(
    ("text", "when", "as_of"),
    [
        # Counted till now, whenever the gas was used.
        ("The army used gas in 2010 in a war in which 700 people have been killed.", "2010", None),
        ("In 2010 the war had killed 700 people.", "2010", "2010-12-31"),
        ("She set out the $16 million target of her 2010 plan.", "2010", None),
    ],
)
def test_a_day_of_another_verb_is_not_that_of_the_value(parser, text, when, as_of):
    at = text.index(when)
    target = parser(Document(id="d", text=text, published="2015-12-15")).target(Span(at, at + len(when)))
    time = TimeExpression(
        id="t", target=target, type="DATE", value=when, earliest=f"{when}-01-01", latest=f"{when}-12-31"
    )
    (figure,) = figures(parser, text, times=(time,))
    assert figure.as_of == as_of


def test_where_somebody_is_from_is_not_where_it_is_counted(parser):
    (found,) = figures(parser, "She has 55 supporters, among them Ada Holm of Kenya and Jon Berg of Peru.")
    assert found.place is None


def test_what_somebody_did_not_say_is_not_counted_by_them(parser):
    content = "what would happen to the 475 managers"
    text = f"The ministry did not say {content}."
    reading = parser(Document(id="d", text=text, published="2015-12-15"))
    start = text.index(content)
    said = Attribution(
        "said", reading.target(Span(start, start + len(content))), source=reading.target(Span(0, 12))
    )
    (found,) = figures(parser, text, attributions=(said,))
    assert found.attribution is None


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        # The verb has those whom it befell beside it, and the counted do something else.
        ("In the town where the brothers were killed, 900 people came out and sang.", "killed", 900),
        ("They said that 109 people were detained out of the 325,000 who travelled.", "detained", 325_000),
    ],
)
def test_who_stands_beside_those_whom_it_befell_is_not_among_them(parser, text, kind, value):
    assert (kind, value) not in [(f.kind, f.high) for f in figures(parser, text)]


def test_a_place_in_the_name_of_a_body_is_not_where_it_is_counted(parser):
    text = "The men who killed 12 people belong to the Labour Party in the Arabian Peninsula."
    (found,) = [f for f in figures(parser, text) if f.kind == "killed"]
    assert found.place is None


def test_who_had_part_in_a_killing_and_mass_killings_are_not_the_killed(parser):
    for text in (
        "Three men involved in the killing of Holm were charged.",
        "After each of three other mass killings the mayor called for new laws.",
    ):
        assert not any(f.kind == "killed" for f in figures(parser, text)), text
    assert [f.kind for f in figures(parser, "Three men were killed in Koro.")] == ["killed"]
