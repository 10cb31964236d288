from dataclasses import replace

import pytest
from tests.extract.reading import read

from atstake.extract.coreference import Coreference
from atstake.extract.mentions import Mentions
from atstake.model.annotations import Annotations, Attribution
from atstake.model.claims import Actor, Resolution
from atstake.model.provenance import Judgement
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from atstake.resolve.actors import Actors


def evidence(*texts: str, published: str = "2014-03-01", judgements: tuple[Judgement, ...] = ()) -> Evidence:
    documents: dict[str, Document] = {}
    annotations: dict[str, Annotations] = {}
    for number, text in enumerate(texts):
        reading = read(text, published)
        document = replace(reading.document, id=f"d{number}")
        reading = replace(reading, document=document)
        found = Mentions()(reading, Annotations(document.id))
        documents[document.id] = document
        annotations[document.id] = found.merged(Coreference()(reading, found))
    return Evidence(documents, annotations, judgements)


def actors(*texts: str, **more: object) -> list[Actor]:
    return list(Actors()(evidence(*texts, **more), Resolution()).actors)  # type: ignore[arg-type]


def test_one_actor_for_all_spellings():
    found = actors("Sergei Lavrov spoke.", "Sergey Lavrov listened.", "Lavrov left Geneva.")
    assert [a.name for a in found if a.kind == "person"] == ["Sergey Lavrov"]
    assert {alias.text for alias in found[0].aliases} >= {"Sergei Lavrov", "Sergey Lavrov", "Lavrov"}


def test_two_people_of_one_surname_stay_two():
    found = actors("Anna Brandvold spoke.", "Tomas Brandvold listened.", "Anna Brandvold left.")
    assert sorted(a.name for a in found if a.kind == "person") == ["Anna Brandvold", "Tomas Brandvold"]


def test_a_surname_that_two_have_is_given_to_neither():
    found = actors("Anna Brandvold spoke.", "Tomas Brandvold listened.", "Brandvold left the room.")
    assert not any(alias.text == "Brandvold" for a in found for alias in a.aliases)


def test_mr_gives_a_surname_that_two_have_to_the_man():
    found = actors("Anna Brandvold spoke.", "Thomas Brandvold listened.", "Mr Brandvold left the room.")
    assert [a.name for a in found if "Brandvold" in {x.text for x in a.aliases}] == ["Thomas Brandvold"]


def test_presidents_by_date():
    early = actors("President Bush signed the law.", published="1990-06-01")
    late = actors("President Bush signed the law.", published="2006-06-01")
    assert early[0].name == "George H. W. Bush"
    assert late[0].name == "George W. Bush"


def test_capital_state_and_officials_are_one_government():
    found = actors("Santiago refused. Chile accused Peru. Chilean officials denied the report.")
    chile = next(a for a in found if a.country == "CHL")
    assert (chile.name, chile.kind, chile.sector) == ("Government of Chile", "government", "GOV")
    assert {a.text for a in chile.aliases} == {"Santiago", "Chile", "Chilean officials"}


def test_a_literal_place_is_no_government():
    assert not actors("The train from Lima to Cusco was late in Peru.")


def test_roles_have_the_days_on_which_they_were_said():
    found = actors("Kenyan Foreign Minister Amina Odhiambo spoke.", "Foreign Minister Amina Odhiambo left.")
    person = next(a for a in found if a.kind == "person")
    assert (person.country, person.sector) == ("KEN", "GOV")
    assert all(role.first == role.last == "2014-03-01" for role in person.roles)


def test_any_order_gives_the_same():
    texts = ("Sergei Lavrov spoke.", "Anna Brandvold met Lavrov.", "Chile thanked Brandvold.")
    whole = evidence(*texts)
    turned = Evidence(dict(reversed(whole.documents.items())), dict(reversed(whole.annotations.items())))
    assert Actors()(whole, Resolution()) == Actors()(turned, Resolution())


def test_editors_merge_and_take_it_back():
    texts = ("Anna Brandvold spoke.", "Tomas Brandvold listened.")
    plain = evidence(*texts)
    targets: tuple[Target, ...] = tuple(
        next(m.target for m in found.mentions) for found in plain.annotations.values()
    )
    merge = Judgement("j1", "merge", "actor", targets, at="2020-01-01")
    undo = Judgement("j2", "undo", "actor", at="2020-01-02", undoes="j1")
    merged = Actors()(replace(plain, judgements=(merge,)), Resolution())
    again = Actors()(replace(plain, judgements=(merge, undo)), Resolution())
    assert len(merged.actors) == 1
    assert again == Actors()(plain, Resolution())


def test_what_somebody_is_to_another_is_no_role_and_a_bare_title_is_told_with_its_state():
    found = actors(
        "Kenyan Foreign Minister Amina Odhiambo met her counterpart Petra Novak.", "President Odhiambo left."
    )
    roles = {a.name: [r.title for r in a.roles] for a in found if a.kind == "person"}
    assert roles["Petra Novak"] == []
    assert "President" not in roles["Amina Odhiambo"]
    found = actors("Foreign Minister Karin Holm spoke.", "Swedish Foreign Minister Karin Holm left.")
    assert [r.title for a in found if a.kind == "person" for r in a.roles] == ["Swedish Foreign Minister"]


def test_joins_say_why():
    found = actors(
        "Sergei Lavrov spoke.", "Sergey Lavrov listened.", "Anna Brandvold met Lavrov. Brandvold left."
    )
    joins = {j.spelling: j for a in found for j in a.joins}
    assert joins["Sergei Lavrov"].reason == "a name in the table of office holders"
    assert "surname" in joins["Lavrov"].reason
    assert sum(j.documents for a in found if a.name == "Sergey Lavrov" for j in a.joins) == 3


def test_how_an_outlet_finds_somebody_is_no_role():
    found = actors(
        "The mercurial Norwegian leader Karin Holm spoke.", "The deputy Norwegian minister Jan Moe left."
    )
    roles = {a.name: [r.title for r in a.roles] for a in found if a.kind == "person"}
    assert roles == {"Karin Holm": ["Norwegian leader"], "Jan Moe": ["deputy Norwegian minister"]}


def test_a_surname_alone_is_the_one_of_two_whom_the_story_is_about():
    many = "Anna Brandvold spoke. Brandvold left. Brandvold came back. Brandvold sat down. Brandvold sang."
    found = actors(many, "Tomas Brandvold listened.", "Senator Brandvold left.")
    anna = next(a for a in found if a.name == "Anna Brandvold")
    assert {a.text: a.count for a in anna.aliases}["Brandvold"] == 5


def test_a_full_name_is_not_the_president_of_that_surname():
    found = actors(
        "Lara Trump spoke. Lara Trump, wife of President Trump's son, left.", published="2018-05-01"
    )
    assert not any(
        alias.text == "Lara Trump" for a in found if a.name == "Donald Trump" for alias in a.aliases
    )
    assert "Lara Trump" in {a.name for a in found}


def test_a_governor_is_of_no_country():
    found = actors("Governor Ida Holm of Texas spoke to American officials.")
    assert [r.title for a in found for r in a.roles if a.kind == "person"] == ["Governor"]


def test_a_surname_taken_for_a_body_is_the_one_person_of_that_name():
    texts = (
        "Kenya's foreign minister, Ana Koro, told reporters so.",
        'Koro demanded an answer. "That is a fairy tale," Koro said.',
    )
    found = actors(*texts)
    assert [a.name for a in found if "Koro" in a.name] == ["Ana Koro"]
    assert {x.text for x in found[0].aliases} >= {"Ana Koro", "Koro"}


def test_a_town_of_the_story_is_nobody():
    found = actors(
        "They shelled the border town of Goris.", "The shelling of Goris was carried out by rebels."
    )
    assert not any("Goris" in a.name for a in found)


def test_the_role_of_several_and_what_somebody_is_to_a_reader_are_no_roles():
    found = actors(
        "The rivals, Brenian opposition leaders Karin Holm and Jan Moe, spoke.",
        "Secretary Karin Holm left. Another candidate, Petra Novak, and former colleague of mine Ada Bo ate.",
    )
    roles = {a.name: [r.title for r in a.roles] for a in found if a.kind == "person"}
    assert roles["Karin Holm"] == []
    assert not any(
        t.casefold().endswith("mine") or t.startswith("another") for ts in roles.values() for t in ts
    )


def test_what_tells_of_an_office_goes_before_whose_wife_somebody_is():
    found = actors(
        "The minister's wife, Karin Holm, came. His wife, Karin Holm, spoke.",
        "Swedish Foreign Minister Karin Holm left.",
    )
    (titles,) = [[r.title for r in a.roles] for a in found if a.name == "Karin Holm"]
    assert titles[0] == "Swedish Foreign Minister"


def test_the_campaigns_of_two_rivals_are_not_one_actor():
    found = actors("The U.S. campaign denied it. The American campaign said so.")
    assert not any("campaign" in a.name for a in found)


def test_the_house_is_not_the_white_house():
    found = actors("The White House said it would wait. The House will vote, and the House said so.")
    names = {a.name: {x.text for x in a.aliases} for a in found}
    assert names == {
        "US Presidency": {"White House"},
        "US House of Representatives": {"The House", "the House"},
    }


def test_an_office_of_then_is_none_of_now():
    found = actors("In 2007, then-Sen. Karin Holm told an audience that the dam was safe.")
    (titles,) = [[r.title for r in a.roles] for a in found if a.name == "Karin Holm"]
    assert titles == []


def test_a_title_that_another_holds_by_the_table_is_of_the_past():
    found = actors(
        "The rules are those of French President Paul Doumer's time.", "France's President Paul Doumer ruled."
    )
    assert all(r.title != "President (France)" for a in found for r in a.roles)


def test_a_given_name_of_the_story_is_no_office_holder():
    found = actors(
        "Merkel Holm and her brother Ivo Holm left. They said that Merkel was tired.", published="2014-03-01"
    )
    assert "Angela Merkel" not in {a.name for a in found}


def test_of_roles_said_as_often_the_fuller_comes_first():
    found = actors("Democratic Sen. Ida Holm spoke. Democratic State Sen. Ida Holm left.")
    (person,) = [a for a in found if a.kind == "person"]
    assert person.roles[0].title == "Democratic State Sen."


@pytest.mark.parametrize(
    ("author", "day", "name"),
    [
        ("Secretary Pompeo", "2019-09-14", "Mike Pompeo"),
        ("Secretary Pompeo", "2012-09-14", "Secretary Pompeo"),
        ("Harbour Pompeo", "2019-09-14", "Harbour Pompeo"),
    ],
)
def test_an_account_of_an_office_is_its_holders(author, day, name):
    text = "We call on all nations to help."
    post = Document("p", text, kind="post", author=author, handle="sec", published=day)
    found = Actors()(Evidence({"p": post}, {"p": Annotations("p")}), Resolution())
    assert [a.name for a in found.actors] == [name]


def test_a_people_without_an_adjective_gives_its_place():
    names = {a.name for a in actors("Hong Kong protesters blocked a road. The Hong Kong protesters left.")}
    assert "Hong Kong protesters" in names


def test_the_headline_gives_the_given_name_of_a_surname_that_stands_alone():
    made = evidence("“You have no pulse,” said Wallace.", published="2019-11-15")
    document = replace(made.documents["d0"], title="Chris Wallace on the hearing: no pulse")
    found = Actors()(replace(made, documents={"d0": document}), Resolution()).actors
    assert [a.name for a in found if a.kind == "person"] == ["Chris Wallace"]


def test_a_minister_of_a_state_that_nobody_tells_of_is_not_meant_by_a_surname():
    told = "The British government spoke. “You have no pulse,” said Wallace."
    assert "Ben Wallace" in {a.name for a in actors(told, published="2019-11-15")}
    assert "Ben Wallace" not in {a.name for a in actors("“No pulse,” said Wallace.", published="2019-11-15")}


def test_every_post_of_an_account_is_its_own():
    words = ("The dam is weak.", "The dam is strong.")
    posts = {
        f"p{n}": Document(f"p{n}", text, "post", author="Ada Holm", handle="@adaholm")
        for n, text in enumerate(words)
    }
    said = {
        id: Annotations(
            id,
            attributions=(Attribution(f"a-{id}", Target.of(post, Span(0, len(post.text))), channel="post"),),
        )
        for id, post in posts.items()
    }
    found = Actors()(Evidence(posts, said), Resolution())
    assert sorted(said for said, _ in found.attributed) == ["a-p0", "a-p1"]
    assert len({actor for _, actor in found.attributed}) == 1


def test_an_embassy_is_one_by_where_it_is():
    found = actors(
        "The U.S. Embassy in Cairo said so. The American embassy in Tripoli closed.",
        "The Russian embassy in Oslo left.",
    )
    missions = {a.name for a in found if a.kind == "organisation"}
    assert missions == {"US embassy in Cairo", "US embassy in Tripoli", "Russian embassy in Oslo"}


def test_an_embassy_without_a_place_is_the_one_of_the_story():
    found = actors("The U.S. Embassy in Cairo said so.", "The American embassy closed.")
    assert [a.name for a in found if a.kind == "organisation"] == ["US embassy in Cairo"]


def test_a_seat_behind_an_office_is_no_part_of_the_role():
    found = actors("House Harbour Chairman Rep. Ida Holm spoke. State Sen. Bo Weil spoke.")
    titles = {a.name: [r.title for r in a.roles] for a in found if a.kind == "person"}
    assert titles == {"Ida Holm": ["House Harbour Chairman"], "Bo Weil": ["State Sen."]}
