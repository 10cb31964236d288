"""Words in the wrong mouth, by the kinds found on unseen coverage."""

import re

import pytest
from tests.extract.reading import read

from atstake.extract.coreference import Coreference
from atstake.extract.mentions import Mentions
from atstake.model.annotations import Act, Annotations, Attribution
from atstake.model.claims import Resolution
from atstake.model.reading import Reading
from atstake.model.stages import Evidence
from atstake.model.text import Span, Target
from atstake.resolve.actors.resolver import Actors


def _target(reading: Reading, words: str, near: int = 0) -> Target:
    """The words where they stand as words of their own, nearest to an offset."""
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", reading.text)]
    at = min(found, key=lambda start: abs(start - near))
    return reading.target(Span(at, at + len(words)))


def speakers(
    text: str, *said: tuple[str, str, str], published: str = "2014-03-01", act: Act = "says"
) -> list[str | None]:
    """The actor's name for each (source, cue, content), in text order; ``text`` holds each part once.

    ``act`` is the last one's; the others say.
    """
    reading = read(text, published)
    attributions = tuple(
        Attribution(
            f"a{number}",
            _target(reading, content),
            _target(reading, source, at.start),
            at,
            act=_act(cue, act if number == len(said) - 1 else "says"),
        )
        for number, (source, cue, content) in enumerate(said)
        for at in (_target(reading, cue),)
    )
    found = Annotations("d", attributions=attributions)
    found = found.merged(Mentions()(reading, found))
    found = found.merged(Coreference()(reading, found))
    resolved = Actors()(Evidence({"d": reading.document}, {"d": found}), Resolution())
    names = {actor.id: actor.name for actor in resolved.actors}
    attributed = dict(resolved.attributed)
    return [names.get(attributed.get(a.id, "")) for a in attributions]


def _act(cue: str, act: Act) -> Act:
    return "accuses" if cue == "accused" else act


def denials(text: str, *said: tuple[str, str, str]) -> list[str | None]:
    """The same where the last one denies."""
    return speakers(text, *said, act="denies")


def speaker(text: str, source: str, cue: str, content: str) -> str | None:
    """The actor's name of one attribution."""
    return speakers(text, (source, cue, content))[0]


def test_some_of_a_party_are_not_the_party():
    for who in (
        "Some Republicans",
        "Several House Democrats",
        "Moderate Republicans",
        "Most congressional Republicans",
        "One of the Democrats",
        "Democrats who had voted for it",
        "Multiple Democrats",
        "Members of Congress",
    ):
        assert speaker(f"{who} said the dam was weak.", who, "said", "the dam was weak") is None, who
    assert speaker("Democrats said the dam was weak.", "Democrats", "said", "the dam was weak") == (
        "Democratic Party"
    )


def test_the_half_of_a_chamber_is_a_body_of_its_own():
    for who, name in (
        ("House Republicans", "House Republicans"),
        ("Democratic senators", "Senate Democrats"),
        ("congressional Democrats", "Congressional Democrats"),
    ):
        text = f"On Monday {who} said the dam was weak."
        assert speaker(text, who, "said", "the dam was weak") == name, who


def test_lawmakers_are_not_their_parliament():
    text = "The US Senate met. The lawmakers said the dam was weak."
    assert speaker(text, "The lawmakers", "said", "the dam was weak") == "American lawmakers"
    text = "Chilean lawmakers said the dam was weak."
    assert speaker(text, "Chilean lawmakers", "said", "the dam was weak") == "Chilean lawmakers"
    for who in ("Republican lawmakers", "Some lawmakers", "Two senators"):
        text = f"The US Senate met. {who} said the dam was weak."
        assert speaker(text, who, "said", "the dam was weak") is None, who


def test_some_officials_are_not_the_government():
    who = "Some Chilean officials"
    assert speaker(f"{who} said the dam was weak.", who, "said", "the dam was weak") is None
    who = "Two Chilean officials"
    assert speaker(f"{who} said the dam was weak.", who, "said", "the dam was weak") == "Government of Chile"


def test_whom_officials_spoke_to_does_not_speak():
    who = "two officials who spoke to Reuters"
    text = f"The dam was weak, according to {who}."
    assert speaker(text, who, "according to", "The dam was weak") is None


def test_who_spoke_for_a_body_once_does_not_speak_for_it():
    who = "A former spokesman for the Chilean army"
    assert speaker(f"{who} said the dam was weak.", who, "said", "the dam was weak") is None


def test_a_verb_with_another_subject_is_not_the_sources():
    text = "Mr. Brandt’s letter came a day after Chilean officials said they were leaving."
    assert speaker(text, "Mr. Brandt’s", "said", "they were leaving") is None


def test_who_is_asked_says_nothing():
    text = "Ines Brandt, asked whether the dam was weak, replied, “Today.”"
    assert speaker(text, "Ines Brandt,", "asked", "whether the dam was weak") is None
    assert speaker(text, "Ines Brandt,", "replied", "“Today.”") == "Ines Brandt"
    text = "“It leaks,” the minister, Maria Brandt, told reporters."
    assert speaker(text, "the minister, Maria Brandt,", "told", "“It leaks,”") == "Maria Brandt"


def test_a_people_in_the_name_of_a_body_is_not_the_people():
    who = "Chileans for Fair Roads"
    assert speaker(f"{who} said the dam was weak.", who, "said", "the dam was weak") != "Chileans"


def test_people_in_general_are_not_those_named_before():
    text = "The Chilean people are proud. Back then, people wondered how the dam would hold."
    assert speaker(text, "people", "wondered", "how the dam would hold") is None


def test_critics_are_no_opposition():
    who = "Critics of the Chilean government"
    assert speaker(f"{who} said the dam was weak.", who, "said", "the dam was weak") is None


def test_a_campaign_is_named_by_its_candidate():
    text = "Tomas Brandt ran. The Brandt campaign said the dam was weak."
    assert speaker(text, "The Brandt campaign", "said", "the dam was weak") == "Brandt campaign"


def test_a_body_of_that_name_is_no_person_of_the_story():
    text = (
        "A man of the Norden Center spoke. The Norden Center is old. "
        "A report by the Center for the Study of Roads said the dam was weak."
    )
    who = "A report by the Center for the Study of Roads"
    assert speaker(text, who, "said", "the dam was weak") != "Norden Center"


def test_every_candidate_is_no_candidate():
    text = "Candidate Tomas Brandt spoke. Nearly every candidate said the dam was weak."
    assert speaker(text, "Nearly every candidate", "said", "the dam was weak") is None


def test_the_lawyer_is_the_one_spoken_of_last():
    text = (
        "Tomas Brandt, a lawyer, watched. A lawyer for the town could ask for more. "
        "The lawyer argued that the dam was weak."
    )
    assert speaker(text, "The lawyer", "argued", "that the dam was weak") is None


def test_who_is_named_below_the_pronouns_verb_is_another():
    text = "Judge Maria Brandt spoke to Dzhen Ekstrom, who sat. She also asks Ekstrom if he can pay."
    assert speaker(text, "She", "asks", "if he can pay") == "Maria Brandt"


def test_one_of_two_in_a_sentence_is_left_to_nobody():
    text = "Tomas Brandt attacked Peter Ekstrom after he complained about the dam."
    assert speaker(text, "he", "complained", "the dam") is None
    text = "Tomas Brandt drew an answer from Peter Ekstrom (“The dam is weak,” he said)."
    assert speaker(text, "he", "said", "“The dam is weak,”") is None


def test_who_asked_does_not_reply():
    text = "Tomas Brandt asked Peter Ekstrom about the dam. “Only if it is full,” he replied."
    assert speaker(text, "he", "replied", "“Only if it is full,”") != "Tomas Brandt"


def test_they_are_no_government_named_before():
    text = "Chile closed the road. Drivers waited for days. “We lost it all,” they said."
    assert speaker(text, "they", "said", "“We lost it all,”") is None
    text = "Chilean officials closed the road. They said the dam was weak."
    assert speaker(text, "They", "said", "the dam was weak") == "Government of Chile"


def test_a_photographer_is_not_he():
    text = (
        "Tomas Brandt was asked about the dam.\n\nThe dam at noon (Peter Ekstrom/Reuters).\n\n"
        "“It is full,” he said."
    )
    assert speaker(text, "he", "said", "“It is full,”") == "Tomas Brandt"


def test_a_word_that_opens_the_sentence_is_no_given_name():
    text = "Though Brandt waved, he was out of sight. Tomas Brandt said the dam was weak."
    assert speaker(text, "Tomas Brandt", "said", "the dam was weak") == "Tomas Brandt"


def test_a_double_name_is_kept_whole():
    text = "Maria Miller-Brandt came. “The dam is weak,” Miller-Brandt said."
    assert speaker(text, "Miller-Brandt", "said", "“The dam is weak,”") == "Maria Miller-Brandt"


def test_the_second_name_behind_a_lost_comma_is_what_is_spoken_of():
    text = "According to the Red Cross NATO has lost ten men."
    assert speaker(text, "the Red Cross NATO", "According to", "has lost ten men") == (
        "International Committee of the Red Cross"
    )


def test_a_source_that_holds_places_alone_is_nobody():
    text = "According to maps of Oslo and Nairobi the road is closed."
    assert speaker(text, "maps of Oslo and Nairobi", "According to", "the road is closed") is None


def test_a_company_is_not_the_body_named_right_before_it():
    text = "In a filing with the Securities and Exchange Commission, the company said the dam was weak."
    assert speaker(text, "the company", "said", "the dam was weak") is None


def test_two_companies_of_a_state_are_not_one():
    text = "An American company said the dam was weak."
    assert speaker(text, "An American company", "said", "the dam was weak") is None
    text = "American companies said the dam was weak."
    assert speaker(text, "American companies", "said", "the dam was weak") == "American companies"
    text = "The Chilean army said the dam was weak."
    assert speaker(text, "The Chilean army", "said", "the dam was weak") == "Chilean army"


def test_the_president_of_a_union_is_not_the_president():
    for who in ("The president of Chile’s largest union", "The president of the union"):
        text = f"President Sebastián Piñera of Chile arrived. {who} said the dam was weak."
        assert speaker(text, who, "said", "the dam was weak") is None, who


def test_what_somebody_seems_to_mean_or_must_do_is_not_said():
    for cue in (
        "seems to think",
        "must decide",
        "are trying to blame",
        "could argue",
        "will have to show",
        "should ask",
    ):
        text = f"Tomas Brandt {cue} whether the dam is weak."
        assert speaker(text, "Tomas Brandt", cue, "whether the dam is weak") is None, cue
    text = "Tomas Brandt could not say whether the dam is weak."
    assert speaker(text, "Tomas Brandt", "could not say", "whether the dam is weak") == "Tomas Brandt"


def test_somebody_of_a_paper_is_not_the_paper():
    who = "Fox News’ Chad Ekstromer"
    assert speaker(f"{who} said the dam was weak.", who, "said", "the dam was weak") != "Fox News"


def test_leaders_of_a_party_or_a_chamber_are_their_party_there_not_the_government():
    for who, party in (("GOP leaders", "Republican Party"), ("House GOP leaders", "House Republicans")):
        assert speaker(f"{who} said the dam was weak.", who, "said", "the dam was weak") == party


def test_the_subject_of_both_halves_is_he():
    text = "Tomas Brandt could oust Peter Ekstrom, and he said the dam was weak."
    assert speaker(text, "he", "said", "the dam was weak") == "Tomas Brandt"


def test_one_union_is_not_the_unions_of_the_land():
    text = "American unions met. A union of Norden voted. The union said the dam was weak."
    assert speaker(text, "The union", "said", "the dam was weak") is None


def test_two_names_behind_the_are_no_person():
    text = (
        "Maria Brandt came. “The dam is weak,” Ms. Brandt said, the Norden Herald reported. "
        "“It leaks,” she added."
    )
    assert speaker(text, "she", "added", "“It leaks,”") == "Maria Brandt"


def test_somebody_without_a_name_who_acted_last_is_he():
    text = "Tomas Brandt was angry. The shooter was a regular at the dam. He said the dam was weak."
    assert speaker(text, "He", "said", "the dam was weak") is None


def test_who_is_told_of_before_the_verb_does_not_tell_it():
    text = (
        "Peter Ekstrom studies dams. “They leak,” he adds. "
        "By contrast, Tomas Brandt is talking about things “such as bridges,” he says."
    )
    said = (("he", "adds", "“They leak,”"), ("he", "says", "“such as bridges,”"))
    assert speakers(text, *said) == ["Peter Ekstrom", None]
    text = "Tomas Brandt had praise for the dam: “It never leaks,” he said."
    assert speaker(text, "he", "said", "“It never leaks,”") == "Tomas Brandt"


def test_residents_of_a_town_are_not_the_people_of_the_state():
    for who in ("Santiago residents", "People in Chile", "Residents of Santiago"):
        assert speaker(f"{who} said the dam was weak.", who, "said", "the dam was weak") is None, who
    for who in ("Chilean voters", "The people of Chile"):
        assert speaker(f"{who} said the dam was weak.", who, "said", "the dam was weak") is not None, who


def test_what_only_describes_a_body_does_not_speak():
    told = "Republicans met. The GOP-controlled legislature refused to open the dam."
    assert speakers(told, ("The GOP-controlled legislature", "refused", "to open the dam")) == [None]


def test_the_senator_of_a_region_is_nobody_whose_region_is_not_told():
    told = (
        "Senator John McCain met Ted Cruz in Iowa. The Texas senator said that he would not attack anybody."
    )
    assert (
        speakers(told, ("The Texas senator", "said", "that he would not attack anybody"))[0] != "John McCain"
    )


def test_who_asked_or_wrote_of_somebody_is_not_who_denies_it():
    for before, who in (
        (
            "Lena Holm, who was interviewed by the reporter Adele Vance, has been accused of it.",
            "Lena Holm",
        ),
        (
            "Lena Holm, according to a report by Adele Vance in the Norden Lens, met them twice.",
            "Lena Holm",
        ),
        ("Lena Holm was pressed by the television host Adele Vance about the villa.", "Lena Holm"),
        ("Lena Holm sat down for an hour with the journalist Adele Vance.", "Lena Holm"),
        ("The reporter Adele Vance wrote that Lena Holm had met them twice.", "Lena Holm"),
        ("Adele Vance accused Lena Holm of theft.", "Lena Holm"),
    ):
        said = {
            "according to": ("Adele Vance", "according to", "met them twice"),
            "wrote": ("The reporter Adele Vance", "wrote", "that Lena Holm had met them twice"),
            "of theft": ("Adele Vance", "accused", "Lena Holm of theft"),
        }
        told = [s for words, s in said.items() if words in before]
        text = f"{before} She denied that the villa was theirs."
        denied = denials(text, *told, ("She", "denied", "that the villa was theirs"))
        assert denied[-1] == who, before


def test_whose_account_is_denied_by_whom_is_open_where_either_could_be():
    text = "Adele Vance said that Lena Holm had met them. She denied that the villa was theirs."
    told = ("Adele Vance", "said", "that Lena Holm had met them")
    assert denials(text, told, ("She", "denied", "that the villa was theirs"))[-1] is None


def test_a_reporter_who_acts_alone_still_speaks():
    text = "The reporter Adele Vance left the hall. She said the villa was theirs."
    assert speaker(text, "She", "said", "the villa was theirs") == "Adele Vance"


def test_a_given_name_before_who_is_a_person():
    text = "Marta Okafor, who was there, said the dam was weak."
    assert speaker(text, "Marta Okafor, who was there,", "said", "the dam was weak") == "Marta Okafor"


def test_an_office_is_not_the_relatives_who_is_named_too():
    text = (
        "Silda Brandt, wife of Governor Oskar Brandt, left on Monday. Gov. Brandt said the port was open. "
        "The Brandts went home."
    )
    assert speaker(text, "Gov. Brandt", "said", "the port was open") == "Oskar Brandt"
    text = "Silda Brandt, the wife of a pilot, left on Monday. Gov. Brandt said the port was open."
    assert speaker(text, "Gov. Brandt", "said", "the port was open") != "Silda Brandt"
    text = "Jeb Bush said that he would run. President Bush said the war was right."
    assert speaker(text, "President Bush", "said", "the war was right") is None


def test_a_title_glued_to_a_name_is_a_title():
    text = "Eric Brandt, son of President Oskar Brandt, was there. PresidentBrandt said the port was open."
    assert speaker(text, "PresidentBrandt", "said", "the port was open") == "Oskar Brandt"


def test_whom_it_was_done_to_says_nothing():
    for cue in ("was criticised for", "has been accused of", "was urged to explain"):
        text = f"Ada Holm {cue} her words on the dam."
        assert speaker(text, "Ada Holm", cue, "her words on the dam") is None, cue


def test_what_is_only_supposed_is_not_said():
    text = "If Ada Holm agrees that the dam is weak, the town will leave."
    assert speaker(text, "Ada Holm", "agrees", "that the dam is weak") is None
    text = "Ada Holm agrees that the dam is weak, if the town will leave."
    assert speaker(text, "Ada Holm", "agrees", "that the dam is weak") == "Ada Holm"


def test_reported_words_of_a_later_sentence_are_not_the_last_speakers():
    text = "Ada Holm also spoke up on Monday. It was not clear if anyone had left."
    assert speaker(text, "Ada Holm", "also spoke up", "if anyone had left") is None


def test_of_whom_an_agency_quotes_the_words_are():
    text = "On Monday AFP quoted Ada Holm as saying that the dam was weak. Ada Holm left."
    assert speaker(text, "AFP", "quoted", "Ada Holm as saying that the dam was weak") == "Ada Holm"


def test_the_president_is_the_one_just_called_so():
    text = (
        "President Oskar Brek ruled long ago. Brek built the dam. Brek fell in the war. Brek is loved. The "
        "picture of Brek hangs in the room of President Tomas Brandt. The president said the dam was weak."
    )
    assert speaker(text, "The president", "said", "the dam was weak") == "Tomas Brandt"


def test_officials_of_no_state_serve_one_that_was_just_told():
    text = (
        "Chilean officials met on Monday. "
        + "It rained in the hills. " * 6
        + "Officials said the dam was weak."
    )
    assert speaker(text, "Officials", "said", "the dam was weak") is None
    text = "The Chilean government met on Monday. Local officials said the dam was weak."
    assert speaker(text, "Local officials", "said", "the dam was weak") is None


def test_some_named_or_counted_of_a_party_are_not_the_party():
    for who in ("Republicans like Ada Holm", "Republicans (60 percent)", "Republicans such as Ada Holm"):
        assert speaker(f"On Monday {who} said the dam was weak.", who, "said", "the dam was weak") is None, (
            who
        )
    text = "Republicans, including Ada Holm, said the dam was weak."
    said = ("Republicans, including Ada Holm,", "said", "the dam was weak")
    assert speaker(text, *said) == "Republican Party"


def test_what_somebody_would_say_is_not_said():
    text = "Ada Holm would argue that the dam was weak."
    assert speaker(text, "Ada Holm", "would argue", "that the dam was weak") is None
    text = "Ada Holm would say that the dam was weak."
    assert speaker(text, "Ada Holm", "would say", "that the dam was weak") == "Ada Holm"


def test_as_he_told_is_of_whom_the_clause_is():
    text = "Peter Roe was there with Paul Brandt. Was Adam Holm afraid of the dam, as he told the court?"
    assert speaker(text, "he", "told", "Was Adam Holm afraid of the dam") == "Adam Holm"


def test_a_body_that_is_no_outlet_tells_whom_it_quotes():
    text = "The Dockers' Federation quoted Ada Holm as saying that the dam was weak. Ada Holm left."
    said = ("The Dockers' Federation", "quoted", "Ada Holm as saying that the dam was weak")
    assert speaker(text, *said) != "Ada Holm"


def test_a_heading_that_ran_into_the_text_is_not_who_speaks():
    told = "The road was closed on Monday. Retort The Chilean government said the road was open."
    assert speaker(told, "Retort", "said", "the road was open") == "Government of Chile"
    assert speaker(
        told.replace("Retort The", "The"), "The Chilean government", "said", "the road was open"
    ) == ("Government of Chile")


def test_whose_ally_speaks_does_not_speak():
    source = "Trump ally Ada Holm, Republican chairman of the council,"
    text = f"Donald Trump spoke. {source} wrote that the dam was weak."
    assert speaker(text, source, "wrote", "that the dam was weak") == "Ada Holm"


def test_troops_of_whom_no_text_says_which_are_the_military():
    text = "The Chilean troops said the dam was weak."
    assert speaker(text, "The Chilean troops", "said", "the dam was weak") == "Chilean military"


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Peru accused Chile of shelling the town.", "Government of Chile"),
        ("Talks were put off over raids which Peru blamed on Chile.", "Government of Chile"),
    ],
)
def test_it_denies_is_not_who_accuses(before, who):
    text = f"{before} It denied that its guns were near the town."
    said = ("It", "denied", "that its guns were near the town")
    assert denials(text, said) == [who]


def test_it_denies_is_not_who_has_just_told_what_another_did():
    text = "Peru said Chile had shelled the town. It denied that its guns were near the town."
    told = ("Peru", "said", "Chile had shelled the town")
    assert denials(text, told, ("It", "denied", "that its guns were near the town"))[-1] is None


def test_a_firm_of_two_names_is_not_whoever_bears_one():
    text = "Boris Holm spoke. Holm & Holm has denied that the dam was weak."
    assert denials(text, ("Holm & Holm", "denied", "that the dam was weak")) != ["Boris Holm"]


def test_companies_are_no_one_firm():
    text = "The company Google paid. Google is a company of note. Technology companies balked at the rule."
    assert speaker(text, "Technology companies", "balked at", "the rule") is None


def test_of_whom_something_is_said_says_nothing():
    text = "The flood was long foreseen, with Tomas Brandt among those reported to have warned of it."
    assert speaker(text, "Tomas Brandt", "reported to have warned", "of it") is None
    text = "Tomas Brandt is said to have sold the dam."
    assert speaker(text, "Tomas Brandt", "is said", "to have sold the dam") is None
    text = "The dam is believed to be full, but Tomas Brandt left."
    assert speaker(text, "Tomas Brandt", "is believed", "to be full") is None
    text = "The dam is believed by Tomas Brandt to be full."
    assert speaker(text, "Tomas Brandt", "is believed by", "to be full") == "Tomas Brandt"


def test_whose_words_are_criticised_does_not_criticise():
    text = "The council had sharply criticized remarks by Tomas Brandt that the dam was weak."
    assert speaker(text, "Tomas Brandt", "had sharply criticized", "that the dam was weak") is None
    text = "Tomas Brandt has said that the dam was weak."
    assert speaker(text, "Tomas Brandt", "has said", "that the dam was weak") == "Tomas Brandt"


def test_a_plural_behind_a_name_is_nobody_named():
    text = (
        "According to Commissioner Ray Dolan, the brothers' goal may have been another city. "
        "The brothers told friends that they had no goal."
    )
    said = (("The brothers", "told", "that they had no goal"),)
    assert speakers(text, *said) == [None]
    reading = read(text)
    found = Mentions()(reading, Annotations("d"))
    found = found.merged(Coreference()(reading, found))
    brothers = [m for m in found.mentions if m.target.quote.lower() == "the brothers"]
    assert brothers[0].antecedent is None


def test_who_is_no_town():
    text = "Syrian protesters in Ankara who say the vote was rigged blocked roads. Later they left."
    assert speakers(text, ("who", "say", "the vote was rigged")) == ["Syrian protesters"]


def test_a_surname_with_a_womans_ending_is_hers():
    text = (
        "Ivan Rohev came with Maria Roheva. Petr Rohev stayed at home. "
        "Roheva said the trip was long. Mr Rohev was silent."
    )
    assert speakers(text, ("Roheva", "said", "the trip was long")) == ["Maria Roheva"]


def test_a_given_name_of_two_parts_is_whole():
    text = '"They must do something," Yuk-ling Lau, a student, told the paper. Others agreed.'
    said = (("Yuk-ling Lau, a student,", "told", "They must do something"),)
    assert speakers(text, *said) == ["Yuk-ling Lau"]


def test_an_embassy_is_its_states_and_not_its_hosts():
    text = (
        "The U.S. Embassy in Cairo condemned the film. A crowd went to the embassy in Cairo on Tuesday. "
        "The embassy said that nobody was hurt."
    )
    said = (("The embassy", "said", "nobody was hurt"),)
    assert speakers(text, *said, published="2012-09-14") == ["US embassy in Cairo"]


def test_who_holds_an_office_of_a_body_with_its_short_form_speaks():
    text = (
        "The dispute cannot be settled, said former Organization for Security and Cooperation in Europe "
        "(OSCE) Parliamentary Assembly President Christine Brandt."
    )
    source = text[text.index("former") : -1]
    assert speakers(text, (source, "said", "The dispute cannot be settled")) == ["Christine Brandt"]


def test_a_last_president_is_called_by_his_surname_before_a_quotation_has_his_name():
    text = (
        "President Trump spoke of Obama's line. President Obama promised to act in Syria. The paper wrote: "
        '"The government of Bashar al-Assad was warned. President Barack Obama had called it a red line. '
        'When Assad crossed it, Obama sent no ships. But Obama waited." '
        "Later Obama had second thoughts. The president said he had no appetite for it."
    )
    said = (("The president", "said", "he had no appetite for it"),)
    assert speakers(text, *said, published="2018-04-08") == ["Barack Obama"]


def test_the_government_is_that_of_the_state_in_which_a_sentence_is_set():
    text = (
        "The United States moved its embassy. In South Africa, thousands marched and the government said "
        "that it would recall an envoy."
    )
    said = (("the government", "said", "that it would recall an envoy"),)
    assert speakers(text, *said, published="2018-05-16") == [None]


def joint_speakers(text: str, source: str, cue: str, content: str) -> set[str | None]:
    """The actors of an attribution and of those that say it with its first source."""
    reading = read(text, "2014-03-01")
    at = _target(reading, cue)
    said = Attribution("a0", _target(reading, content), _target(reading, source, at.start), at)
    found = Annotations("d", attributions=(said,))
    found = found.merged(Mentions()(reading, found))
    found = found.merged(Coreference()(reading, found))
    resolved = Actors()(Evidence({"d": reading.document}, {"d": found}), Resolution())
    names = {actor.id: actor.name for actor in resolved.actors}
    assert all(a.content == said.content and a.joint in (None, "a0") for a in found.attributions)
    return {names[actor] for _, actor in resolved.attributed}


def test_all_who_speak_together_have_the_words():
    said = "the dam was weak"
    for who, names in (
        ("Brazil, Chile and Peru", {f"Government of {state}" for state in ("Brazil", "Chile", "Peru")}),
        ("Ada Holm and Tomas Brandt", {"Ada Holm", "Tomas Brandt"}),
        ("Halden Mayor Ada Holm and Norden Mayor Tomas Brandt", {"Ada Holm", "Tomas Brandt"}),
        ("Ada Holm and six other officials", {"Ada Holm"}),
        ("Ada Holm, head of Norden Bank and a friend of Tomas Brandt,", {"Ada Holm"}),
    ):
        assert joint_speakers(f"{who} said {said}.", who, "said", said) == names, who


def test_who_is_named_among_those_who_speak_has_the_words():
    said = "the dam was weak"
    for who, names in (
        (
            "Members of both parties, including Sen. Ada Holm (R-Maine), Rep. Jon Berg and others,",
            {"Ada Holm", "Jon Berg"},
        ),
        ("Analysts, including Ada Holm of the Harbour Institute,", {"Ada Holm"}),
        ("Three people, not including Ada Holm,", set()),
        ("A group of judges including Ada Holm's brother", set()),
        ("Critics, including some of those who worked with Ada Holm,", set()),
    ):
        assert joint_speakers(f"{who} said {said}.", who, "said", said) == names, who


def test_neither_of_two_has_said_it():
    assert (
        joint_speakers(
            "Neither Brazil nor Chile said it fell.", "Neither Brazil nor Chile", "said", "it fell"
        )
        == set()
    )


def test_a_relative_is_named_in_full_and_the_bare_surname_is_the_others():
    text = "Joe Holm and his son Hunter Holm owned the dam. Holm, a candidate, denied any wrongdoing."
    assert denials(text, ("Holm, a candidate,", "denied", "any wrongdoing")) == ["Joe Holm"]


def test_of_two_of_a_surname_the_one_who_acted_in_the_last_sentences():
    text = (
        "An adviser of Tomas Brandt spoke. It rained in Halden. It rained in Norden too. "
        "In a statement, Ada Brandt thanked her friends. Brandt also announced that she would go."
    )
    assert speaker(text, "Brandt", "announced", "that she would go") == "Ada Brandt"


def test_a_title_at_a_distance_is_that_of_the_name_between_commas():
    text = (
        "Secretary of State John Kerry defended it. "
        "The Secretary of State at that time, Hillary Clinton, said the dam was weak."
    )
    who = "The Secretary of State at that time"
    assert speaker(text, who, "said", "the dam was weak") == "Hillary Clinton"


def test_a_letter_is_by_whom_it_is_said_to_be_from():
    text = "A letter from Holm campaign manager Tomas Brandt reached them. “The dam is weak,” he wrote."
    assert speaker(text, "he", "wrote", "“The dam is weak,”") == "Tomas Brandt"


def test_the_statement_is_of_who_has_just_made_one():
    said = "the dam was weak"
    for lead, name in (
        ("The Salvation Army issued a statement on Monday.", "Salvation Army"),
        ("A White House statement reached us on Monday.", "US Presidency"),
        ("Ada Holm released a long statement.", "Ada Holm"),
        ("It rained in Halden.", None),
    ):
        text = f"{lead} The statement said {said}."
        assert speaker(text, "The statement", "said", said) == name, lead


def test_a_candidates_campaign_is_a_body_of_its_own():
    text = "Ada Holm's campaign said it fell. Tomas Brandt's campaign denied it. The campaign repeated that."
    said = (
        ("Ada Holm's campaign", "said", "it fell"),
        ("Tomas Brandt's campaign", "denied", "it"),
        ("The campaign", "repeated", "that"),
    )
    assert speakers(text, *said) == ["Holm campaign", "Brandt campaign", "Brandt campaign"]


@pytest.mark.parametrize(
    "lead", ["Ada Holm, R-Ariz., met him.", "Ada Holm (R-AZ) met him.", "Ada Holm was there."]
)
def test_the_arizona_republican_is_who_sits_for_arizona(lead: str):
    text = f"{lead} The Arizona Republican said the dam was weak."
    name = None if "was there" in lead else "Ada Holm"
    assert speaker(text, "The Arizona Republican", "said", "the dam was weak") == name


def test_the_arizona_republican_is_who_has_just_spoken_and_nobody_from_elsewhere():
    for tag, name in (("", "Ada Holm"), (", R-Texas,", None)):
        text = f"Ada Holm{tag} said it rained. “The dam is weak,” the Arizona Republican added."
        said = (
            (f"Ada Holm{tag}".strip(","), "said", "it rained"),
            ("the Arizona Republican", "added", "“The dam is weak,”"),
        )
        assert speakers(text, *said)[1] == name, tag


def test_two_titles_before_a_name_are_one_persons():
    who = "Halden lawyer and former prosecutor Ada Holm"
    assert joint_speakers(f"{who} said the dam was weak.", who, "said", "the dam was weak") == {"Ada Holm"}


def test_an_unnamed_ambassador_speaks_for_the_government_a_former_one_does_not():
    for who, name in (
        ("The Chilean ambassador", "Government of Chile"),
        ("Chile’s ambassador", "Government of Chile"),
        ("A former Chilean ambassador", None),
    ):
        assert speaker(f"{who} said the dam was weak.", who, "said", "the dam was weak") == name, who


def test_an_observatory_is_the_body_of_that_name_not_the_last_that_spoke():
    text = (
        "The Syrian Observatory for Human Rights counted them. The White Helmets said it rained. "
        "The observatory added that the dam was weak."
    )
    said = ("The White Helmets", "said", "it rained"), ("The observatory", "added", "that the dam was weak")
    assert speakers(text, *said)[1] == "Syrian Observatory for Human Rights"


def test_a_bodys_name_may_go_on_behind_what_is_known_of_it():
    who = "Israel’s Shin Bet Security Services"
    assert speaker(f"{who} said the dam was weak.", who, "said", "the dam was weak") == "Shin Bet"


def test_whose_age_is_told_is_a_person():
    who = "Halden Shimada, a 20-year-old student"
    assert speaker(f"“The dam is weak,” said {who}.", who, "said", "“The dam is weak,”") == "Halden Shimada"


def test_an_abbreviated_rank_ends_no_sentence():
    text = "President Obama, in his first words since Sgt. Tomas Brandt was freed, said the dam was weak."
    assert speaker(text, "President Obama", "said", "the dam was weak") == "Barack Obama"


def test_an_entry_of_a_list_is_not_said_by_whom_it_is_on():
    for lead, name in (("9. ", None), ("", "Ada Holm")):
        reading = read(f"The list.\n\n{lead}Ada Holm: The dam is weak.", "2014-03-01")
        colon = reading.text.index(":")
        cue = reading.target(Span(colon, colon + 1))
        said = Attribution("a0", _target(reading, "The dam is weak"), _target(reading, "Ada Holm"), cue)
        found = Annotations("d", attributions=(said,))
        found = found.merged(Mentions()(reading, found))
        found = found.merged(Coreference()(reading, found))
        resolved = Actors()(Evidence({"d": reading.document}, {"d": found}), Resolution())
        names = {actor.id: actor.name for actor in resolved.actors}
        assert [names[actor] for _, actor in resolved.attributed] == [name][: name is not None], lead


def test_what_will_be_said_is_not_said_but_who_will_reject_has_a_stand():
    assert (
        speaker("Ada Holm will argue that the dam is weak.", "Ada Holm", "will argue", "that the dam is weak")
        is None
    )
    assert speaker("Ada Holm will reject the plan.", "Ada Holm", "will reject", "the plan") == "Ada Holm"


def test_a_regime_and_states_of_no_name_are_no_government_of_the_text():
    text = "The U.S. government said it would talk. This vile regime claims that it rained."
    assert speakers(text, ("This vile regime", "claims", "that it rained")) == [None]
    text = "The U.S. government spoke. States with old laws said the dam was weak."
    assert speaker(text, "States with old laws", "said", "the dam was weak") is None


def test_an_office_before_a_comma_is_not_that_of_who_speaks_behind_it():
    text = "Of Tomas Brandt as defense secretary, Ada Holm said he was weak. The defense secretary denied it."
    assert denials(text, ("The defense secretary", "denied", "it")) != ["Ada Holm"]


def test_he_behind_a_clause_on_two_may_be_either():
    text = (
        "The talks come after a week in which his lawyer Tomas Brandt accused President Obama. "
        "He went to Norden. He said the dam was weak."
    )
    assert speaker(text, "He", "said", "the dam was weak") is None


def test_an_office_is_often_told_without_the_committee():
    text = "House Harbour Chairwoman Ada Holm left. The House Harbour Committee chairwoman said the dam fell."
    assert speaker(text, "The House Harbour Committee chairwoman", "said", "the dam fell") == "Ada Holm"


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Democrats met. Republicans met.", {"Democratic Party", "Republican Party"}),
        (
            "The Republican National Committee met Democrats and Republicans.",
            {"Democratic Party", "Republican Party"},
        ),
        ("Democrats met.", set()),
        ("Democrats, Republicans and Likud met.", set()),
        ("Democrats and Republicans met. " + "It rained in Halden for days. " * 20, set()),
    ],
)
def test_both_parties_are_the_two_of_the_text(before: str, who: set[str]):
    said = "the dam was weak"
    assert joint_speakers(f"{before} Both parties said {said}.", "Both parties", "said", said) == who


def test_one_aide_of_a_party_is_not_the_party():
    said = "the dam was weak"
    for who, name in (
        ("A Republican aide", None),
        ("One Senate GOP aide", None),
        ("Democratic Party officials", "Democratic Party"),
        ("A spokesman for the Republican Party", "Republican Party"),
    ):
        assert speaker(f"{who} said {said}.", who, "said", said) == name, who


def test_members_of_both_parties_are_not_the_parties():
    said = "the dam was weak"
    text = f"Democrats and Republicans met. Members of both parties said {said}."
    assert joint_speakers(text, "Members of both parties", "said", said) == set()


def test_who_is_told_of_behind_a_thing_is_not_opposed_to_it():
    text = "Ada Holm has been vocally opposed to the bill, which Senator Jon Berg wrote."
    said = ("Senator Jon Berg", "has been vocally opposed to", "the bill")
    assert speaker(text, *said) == "Ada Holm"


def test_a_body_named_by_its_number_speaks_and_the_first_word_alone_is_it():
    text = "The Gang of Eight said it was late. The Gang denied that."
    said = ("The Gang of Eight", "said", "it was late"), ("The Gang", "denied", "that")
    assert speakers(text, *said) == ["Gang of Eight", "Gang of Eight"]


def test_whom_a_state_sends_to_congress_is_a_body_of_its_own():
    for who, name in (
        ("Ohio’s all-Democratic congressional delegation", "Ohio congressional delegation"),
        ("The Ohio congressional delegation", "Ohio congressional delegation"),
        ("A delegation from Ohio", None),
    ):
        assert speaker(f"{who} said that the dam was weak.", who, "said", "that the dam was weak") == name, (
            who
        )
