from atstake.extract.parse import Parser
from atstake.extract.places import PlaceMentions
from atstake.model.annotations import Annotations
from atstake.model.text import Document


def names(text):
    document = Document(id="d", text=text)
    found = PlaceMentions()(Parser()(document), Annotations("d"))
    assert all(text[m.target.start : m.target.end] == m.target.quotes[0] for m in found.mentions)
    return [m.target.quote for m in found.mentions]


def test_towns_of_the_gazetteer_are_mentions():
    assert names("Shelling was heard in Salzburg and near Innsbruck on Friday.") == ["Salzburg", "Innsbruck"]


def test_what_is_not_in_the_gazetteer_is_none():
    assert names("He lives in Qxyztown with his dog.") == []
