from dataclasses import replace

import pytest
from tests.extract.reading import read

from atstake.extract.coreference import Coreference
from atstake.extract.mentions import Mentions
from atstake.model.annotations import Annotations, Attribution
from atstake.model.provenance import target_id
from atstake.model.text import Span


def sources(text: str, *said: tuple[str, str], published: str = "2014-03-01") -> list[str | None]:
    """For each (source, content) pair the words that its source goes back to, or None."""
    reading = read(text, published)
    at = 0
    attributions = []
    for source, content in said:
        start = text.index(f"{source} ", at)
        begin = text.index(content)
        target = reading.target(Span(begin, begin + len(content)))
        where = reading.target(Span(start, start + len(source)))
        attributions.append(Attribution(target_id("attribution", target), target, where))
        at = start + len(source)
    found = Annotations("d", attributions=tuple(attributions))
    found = found.merged(Mentions()(reading, found))
    found = found.merged(Coreference()(reading, found))
    mentions = {m.id: m for m in found.mentions}
    answers = []
    for attribution in found.attributions:
        mention = mentions.get(attribution.mention or "")
        while mention is not None and mention.antecedent:
            mention = mentions[mention.antecedent]
        answers.append(mention.target.quote if mention and mention.form != "pronoun" else None)
    return answers


def test_he_is_the_last_who_spoke():
    text = "Tomas Brandvold said the port was closed. He added that ships were waiting."
    said = (("Tomas Brandvold", "the port was closed"), ("He", "that ships were waiting"))
    assert sources(text, *said) == ["Tomas Brandvold", "Tomas Brandvold"]


def test_she_is_not_a_man():
    text = "Maria Lindqvist met Peter Ekstrom on Monday. She said the talks were useful."
    assert sources(text, ("She", "the talks were useful")) == ["Maria Lindqvist"]


def test_two_that_fit_as_well_leave_nobody():
    text = "Peter Ekstrom and Tomas Brandvold arrived. He said the talks were useful."
    assert sources(text, ("He", "the talks were useful")) == [None]


def test_who_goes_back_to_the_name_before_it():
    text = "The plan angered Elena Petrakis, who called it a mistake."
    assert sources(text, ("who", "it a mistake")) == ["Elena Petrakis"]


def test_the_title_goes_back_to_who_holds_it():
    text = "Foreign Minister Karin Holm arrived in Bern. The minister said peace was near."
    assert sources(text, ("The minister", "peace was near")) == ["Karin Holm"]


def test_a_spokesman_is_whom_he_speaks_for():
    text = "A spokesman for the Chilean army said the road was open."
    assert sources(text, ("A spokesman for the Chilean army", "the road was open")) == ["the Chilean army"]


def test_who_holds_an_office_of_a_body_is_named_behind_it():
    for who in (
        "The chairman of the Senate, Karin Holm,",
        "U.S. Ambassador to the United Nations Karin Holm",
    ):
        assert sources(f"{who} said the road was open.", (who, "the road was open")) == ["Karin Holm"], who


def test_a_spokesman_of_a_person_is_not_the_person():
    text = "A spokesman for Senate leader Karin Holm said the road was open."
    assert sources(text, ("A spokesman for Senate leader Karin Holm", "the road was open")) != ["Karin Holm"]


def test_a_report_of_ones_own_is_ones_own_words():
    for who in ("Karin Holm's long report", "a letter from Karin Holm"):
        assert sources(f"Then {who} said the road was open.", (who, "the road was open")) == ["Karin Holm"], (
            who
        )


def test_advisers_are_not_the_one_they_advise():
    text = "Some of Brandvold's closest friends said Tomas Brandvold would resign."
    assert sources(text, ("Some of Brandvold's closest friends", "Tomas Brandvold would resign")) == [None]


def test_the_known_holder_of_an_office_at_that_date():
    text = "Merkel spoke in Berlin. The chancellor said the vote would stand."
    assert sources(text, ("The chancellor", "the vote would stand"), published="2010-01-01") == ["Merkel"]


def test_who_is_named_in_a_quotation_does_not_speak_it():
    text = (
        "Senator Paul Brandt spoke. Lawmakers feel ignored by President Jonas Holm. "
        "“It does not hurt Holm to call us,” he said."
    )
    assert sources(text, ("he", "“It does not hurt Holm to call us,”")) == ["Paul Brandt"]
    text = "The states sued. Congress had passed the act. “Congress never meant this,” they wrote."
    assert sources(text, ("they", "“Congress never meant this,”")) in (["The states"], [None])


def cued(text: str, source: str, cue: str, content: str) -> str | None:
    """The words of the mention that is the source, of one attribution with its cue."""
    reading = read(text)
    parts = [reading.target(Span(text.index(w), text.index(w) + len(w))) for w in (content, source, cue)]
    found = Annotations("d", attributions=(Attribution("a", *parts),))
    found = found.merged(Mentions()(reading, found))
    found = found.merged(Coreference()(reading, found))
    mention = next((m for m in found.mentions if m.id == found.attributions[0].mention), None)
    return mention.target.quote if mention else None


def test_a_part_of_the_subject_says_nothing():
    text = "The coverage of the meeting, with pictures of Paul Brandt and others, praised the new dam."
    assert cued(text, "Paul Brandt and others", "praised", "the new dam") is None
    assert cued("Paul Brandt praised the new dam.", "Paul Brandt", "praised", "the new dam") == "Paul Brandt"


def test_a_source_in_another_sentence_than_its_cue_is_not_trusted():
    text = "Paul Brandt was at the dam. The ban was announced on Monday."
    assert cued(text, "Paul Brandt", "was announced", "The ban") is None


def test_a_form_of_address_hides_nobody():
    text = "MS. OKAFOR spoke. MS. OKAFOR : We deny that."
    assert sources(text, ("MS. OKAFOR", "We deny that")) == ["OKAFOR"]


def test_inside_what_an_agency_is_cited_for_the_inner_source_speaks():
    text = "Chad moved two guns on Friday, the Libyan army said, according to Yonhap."
    reading = read(text)
    whole = "Chad moved two guns on Friday, the Libyan army said"
    parts = [
        reading.target(Span(text.index(w), text.index(w) + len(w))) for w in (whole, "Yonhap", "according to")
    ]
    found = Annotations("d", attributions=(Attribution("a", *parts),))
    found = found.merged(Mentions()(reading, found))
    found = found.merged(Coreference()(reading, found))
    inner = next(a for a in found.attributions if a.id != "a")
    mention = next(m for m in found.mentions if m.id == inner.mention)
    assert (mention.target.quote, inner.content.quote) == ("the Libyan army", "Chad moved two guns on Friday")


def test_who_is_named_in_reported_words_before_the_pronoun_is_not_who_says_them():
    text = "Peter Ekstrom was pleased. Tomas Brandvold must explain the plan, he says."
    assert sources(text, ("he", "Tomas Brandvold must explain the plan")) in (["Peter Ekstrom"], [None])


def meant(text: str, published: str = "2014-03-01", **more: object) -> dict[int, str | None]:
    """For each name in a text, by its offset, the name it goes back to; None where it stands alone."""
    reading = read(text, published, **more)
    found = Mentions()(reading, Annotations("d"))
    found = found.merged(Coreference()(reading, found))
    by_id = {m.id: m for m in found.mentions}
    roots = {}
    for mention in found.mentions:
        root = mention
        while root.antecedent:
            root = by_id[root.antecedent]
        if mention.form == "name" and mention.type == "person":
            roots[mention.target.start] = root.target.quote if root is not mention else None
    return roots


def test_the_bare_surname_is_hers_whom_the_text_is_about():
    text = (
        "Anna Holm opened her campaign in Bergstad. Holm spoke for an hour. Holm praised the unions. "
        "Her husband, Thomas Holm, watched. On Friday the unions met. Holm said the fight had begun."
    )
    assert meant(text)[text.rindex("Holm said")] == "Anna Holm"


def test_right_after_the_other_one_acted_a_surname_is_nobodys():
    text = (
        "Anna Holm opened her campaign in Bergstad. Holm spoke for an hour. Holm praised the unions. "
        "Thomas Holm left early. Holm said the fight had begun."
    )
    assert meant(text)[text.rindex("Holm said")] is None


def test_mrs_and_her_tell_two_of_one_surname_apart():
    text = "Thomas Holm and Anna Holm arrived. Mrs. Holm left. Mr. Holm stayed. Holm said she was glad."
    found = meant(text)
    assert found[text.index("Holm left")] == "Anna Holm"
    assert found[text.index("Holm stayed")] == "Thomas Holm"
    assert found[text.index("Holm said")] == "Anna Holm"


def test_a_president_of_the_surname_is_not_whom_the_text_names():
    text = "Lara Bush came to Bergstad. The law was signed by President Bush."
    assert meant(text, "2005-05-01")[text.rindex("Bush")] is None


def test_a_son_is_not_his_father():
    text = "Barack Obama spoke. Barack Obama Jr. listened. Obama Jr. then left. It rained. Obama stayed."
    found = meant(text, "2015-05-01")
    assert found[text.index("Obama Jr. then")] != "Barack Obama"
    assert found[text.rindex("Obama")] == "Barack Obama"


def test_an_initial_that_two_have_is_neither():
    text = "John Brandvold spoke. Jane Brandvold listened. J. Brandvold voted."
    assert meant(text)[text.index("J. Brandvold")] is None


def test_the_wife_of_a_president_is_not_the_president():
    text = "Ida Holm, wife of President Jon Berg, arrived. The president said peace was near."
    assert sources(text, ("The president", "peace was near")) == ["Jon Berg"]


def test_a_name_that_only_describes_does_not_speak():
    text = "A veteran from a Brandvold-led bloc said the vote was lost. Tomas Brandvold smiled."
    assert sources(text, ("A veteran from a Brandvold-led bloc", "the vote was lost")) == ["A veteran"]


def test_a_former_holder_of_an_office_is_not_who_holds_it():
    text = (
        "Vice President Jon Berg spoke. Former Vice President Ida Holm listened. "
        "The former vice president said no."
    )
    assert sources(text, ("The former vice president", "no")) == ["Ida Holm"]
    text = "Vice President Jon Berg spoke in Bergstad. The former vice president said no."
    assert sources(text, ("The former vice president", "no")) != ["Jon Berg"]


def test_a_full_name_inside_a_quotation_introduces_nobody():
    text = "Ida Berg said: “You worked for Thomas Holm, and you know it.” Mr. Holm shook his head."
    assert meant(text)[text.rindex("Holm")] is None


def test_the_name_behind_what_it_is_called_speaks():
    text = "Peru's ally Chile contradicted him, saying that its observers had counted 31."
    assert cued(text, "Peru's ally Chile", "saying", "that its observers had counted 31") == "Chile"


def test_an_office_and_a_rank_before_a_name_hide_nobody():
    text = "Rebels shelled it, Peru's chief of staff, General Oto Lind, said on Thursday."
    assert cued(text, "Peru's chief of staff, General Oto Lind,", "said", "Rebels shelled it") == "Oto Lind"


def test_a_bare_title_is_nobody_where_a_minister_of_another_state_is_spoken_of_too():
    one = "Peru's foreign minister, Alemu Tadesse, spoke on Tuesday. "
    other = "That goes against the account of Kenya's water minister. "
    said = "The minister said no report had been seen."
    assert sources(one + said, ("The minister", "no report had been seen")) == ["Alemu Tadesse"]
    assert sources(one + other + said, ("The minister", "no report had been seen")) != ["Alemu Tadesse"]


def test_a_name_behind_a_comma_is_of_whom_the_description_is():
    for who in (
        "A lawyer for 30 families, Karin Holm,",
        "The head of the mission, Karin Holm,",
        "An economist at the central bank, Karin Holm,",
    ):
        assert sources(f"{who} said the road was open.", (who, "the road was open")) == ["Karin Holm"]


def test_whose_lawyer_it_is_may_be_the_name_behind_the_comma():
    who = "A lawyer for the minister, Karin Holm,"
    assert sources(f"{who} said the road was open.", (who, "the road was open")) == ["A lawyer"]


def test_who_is_described_and_named_at_once_is_no_rival_of_themselves():
    text = 'Its director, Karin Holm, rejected the plan. "We are ready," she said.'
    assert sources(text, ("she", "We are ready")) == ["Karin Holm"]


def test_the_company_is_the_firm_and_no_paper_or_person():
    text = (
        "Norden Foods makes flour. The newspaper Ostland reported that Norden Foods had shut a mill. "
        "The company denied the report."
    )
    assert sources(text, ("The company", "the report")) == ["Norden Foods"]


def test_the_authority_and_the_union_are_those_that_are_called_so():
    text = (
        "The Food Safety Authority met the Millers' Federation. The authority said it was content. "
        "The union said it was not."
    )
    said = (("The authority", "it was content"), ("The union", "it was not"))
    assert sources(text, *said) == ["Food Safety Authority", "Millers' Federation"]


def test_a_port_authority_is_no_government():
    text = "Peru's government met on Monday. The port authority said the quay was open."
    assert sources(text, ("The port authority", "the quay was open")) != ["Peru's government"]


def test_what_a_body_is_stands_before_its_name():
    who = "the supermarket chain Norden Stores"
    text = f"Flour was short, according to {who} ."
    assert sources(text, (who, "Flour was short")) == ["Norden Stores"]


WATCH = "The Arland Observatory for Human Rights said 60 shells fell. "


def test_the_group_is_the_body_that_has_just_spoken():
    for who in ("The group", "The London-based watchdog", "The Britain-based organisation"):
        text = f"{WATCH}{who} said 140 people were hurt."
        said = (("The Arland Observatory for Human Rights", "60 shells fell"), (who, "140 people were hurt"))
        assert sources(text, *said)[1] == "Arland Observatory for Human Rights", who


def test_the_group_is_another_that_came_up_since():
    text = f"{WATCH}A small group of writers met in Bern. The group said 140 people were hurt."
    said = (
        ("The Arland Observatory for Human Rights", "60 shells fell"),
        ("The group", "140 people were hurt"),
    )
    assert sources(text, *said)[1] != "Arland Observatory for Human Rights"


def test_a_clause_without_its_comma_leaves_the_body_its_words():
    who = "The Arland Observatory for Human Rights which counts the dead"
    assert sources(f"{who} said 60 shells fell.", (who, "60 shells fell")) == [
        "Arland Observatory for Human Rights"
    ]


def test_a_monitor_of_the_lead_is_named_behind_it():
    said = (
        ("a monitoring group", "At least 70 people died"),
        ("The Arland Observatory for Human Rights", "60 shells fell"),
    )
    text = f"At least 70 people died, a monitoring group said on Friday. {WATCH}"
    assert sources(text, *said) == ["Arland Observatory for Human Rights"] * 2
    bank = text.replace("The Arland Observatory for Human Rights", "The Arland Trade Bank")
    assert sources(bank, said[0])[0] == "a monitoring group"


def test_he_said_in_the_interview_is_who_gave_it():
    text = (
        "President Peter Ekstrom denied in an interview that shells had fallen.\n\n"
        "Ministers met. President Tomas Brandvold has called on Congress to act.\n\n"
        "There was no shell, he said in the interview."
    )
    assert sources(text, ("he", "There was no shell")) == ["Peter Ekstrom"]
    assert sources(text.replace("in the interview", "on Monday"), ("he", "There was no shell")) == [
        "Tomas Brandvold"
    ]


def test_in_an_interview_of_two_nobody_is_taken():
    text = (
        "Peter Ekstrom and Tomas Brandvold gave an interview on Sunday. Shells fell. "
        "There was no shell, he said in the interview."
    )
    assert sources(text, ("he", "There was no shell")) == [None]


def test_a_word_that_opens_a_sentence_is_nobodys_name():
    text = "The dam needs dredging. Dredging describes how mud is taken out."
    assert sources(text, ("Dredging", "how mud is taken out")) == [None]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Joe said that the dam was full.", "Joe Lindqvist"),
        ("Peter Joe-Lund came. Joe said that the dam was full.", "Joe Lindqvist"),
        ("Joe Berg came. Joe said that the dam was full.", None),
        ("On Morning Joe they said that the dam was full.", None),
        ("His brother Joe said that the dam was full.", None),
        ("Joe and Ada Brandt said that the dam was full.", None),
    ],
)
def test_a_given_name_alone_is_who_was_named_in_full_with_it(line, who):
    reading = read(f"Joe Lindqvist, a minister, left the town. {line}")
    found = Annotations("d").merged(Mentions()(reading, Annotations("d")))
    found = found.merged(Coreference()(reading, found))
    by_id = {m.id: m for m in found.mentions}
    alone = [m for m in found.mentions if m.target.quote == "Joe"]
    assert [by_id[m.antecedent].target.quote if m.antecedent else None for m in alone] == [who]


def test_a_name_that_is_no_word_of_a_name_means_nobody():
    reading = read("Joe Lindqvist left the town.")
    found = Annotations("d").merged(Mentions()(reading, Annotations("d")))
    (joe,) = (m for m in found.mentions if m.type == "person")
    odd = replace(joe, id="odd", target=reading.target(Span(27, 28)))
    found = Coreference()(reading, replace(found, mentions=(*found.mentions, odd)))
    assert next(m for m in found.mentions if m.id == "odd").antecedent is None


def test_officials_of_a_service_are_not_those_of_another_state_named_before():
    said = "the gates were shut"
    text = f"Chilean soldiers left. Peruvian officials waited. Border officials said {said}."
    assert sources(text, ("Border officials", said)) == ["Border officials"]
    text = f"Peruvian officials waited. A bank official left. The official said {said}."
    assert sources(text, ("The official", said)) == ["A bank official"]
    text = f"Peruvian officials waited. An OIP official left. The official said {said}."
    assert sources(text, ("The official", said)) == ["The official"]
    text = f"A Peruvian official waited. The official said {said}."
    assert sources(text, ("The official", said)) == ["A Peruvian official"]


def test_of_two_surnames_that_sound_alike_the_one_so_spelt_is_meant():
    text = "Senator Jon Moncken met Secretary Ivo Mencken. Mencken left. Moncken said that it was late."
    assert sources(text, ("Moncken", "that it was late")) == ["Jon Moncken"]


def test_a_surname_in_front_is_as_well_spelt_as_one_behind():
    text = "Aides said Ada Must Meet Xi soon. Xi Jinping spoke at noon. President Xi said that it was late."
    assert sources(text, ("President Xi", "that it was late")) == ["Xi Jinping"]


def test_who_alone_acts_in_the_sentence_before_is_he_however_often_others_are_named():
    text = (
        "“The port is closed,” said Peter Ekstrom. “Now,” said Ekstrom. “Indeed,” said Ekstrom. Few listened "
        "to Ekstrom. “It is over,” said Ekstrom.\nTomas Brandvold of Halden agreed.\n“It is late,” he said."
    )
    said = (
        ("Peter Ekstrom.", "“The port is closed,”"),
        ("Ekstrom.\nTomas", "“It is over,”"),
        ("he", "“It is late,”"),
    )
    assert sources(text, *said)[-1] == "Tomas Brandvold"


def test_a_body_s_office_is_who_holds_it_in_the_text():
    text = (
        "Rep. Ada Holm, chairwoman of the House Ferry Committee, wrote to Jon Berg. "
        "The House Ferry Committee chairwoman said the port was closed."
    )
    assert sources(text, ("The House Ferry Committee chairwoman", "the port was closed")) == ["Ada Holm"]
    other = text.replace("The House Ferry Committee chairwoman", "The House Harbour Committee chairwoman")
    assert sources(other, ("The House Harbour Committee chairwoman", "the port was closed")) != ["Ada Holm"]


def test_who_sits_in_a_house_is_the_senator_whatever_else_they_lead():
    text = "Sen. Ada Holm, the majority leader, left. The senator said the port was closed."
    assert sources(text, ("The senator", "the port was closed")) == ["Ada Holm"]


@pytest.mark.parametrize("whose", ["attributed to", "signed by", "issued by", "from"])
def test_a_statement_is_whose_it_is_said_to_be(whose: str):
    text = f'"The port is closed," said a translated statement {whose} Ada Holm, Norway\'s minister of trade.'
    source = text[text.index("a translated") : -1]
    reading = read(text, "2014-03-01")
    where, words = (
        reading.target(Span(text.index(w), text.index(w) + len(w))) for w in (source, '"The port is closed,"')
    )
    said = Annotations("d", attributions=(Attribution("a", words, where),))
    found = said.merged(Mentions()(reading, said))
    (only,) = found.merged(Coreference()(reading, found)).attributions
    assert next(m for m in found.mentions if m.id == only.mention).target.quote == "Ada Holm"
