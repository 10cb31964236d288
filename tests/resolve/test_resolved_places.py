from atstake.model.annotations import Annotations, Mention
from atstake.model.claims import Resolution
from atstake.model.provenance import target_id
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span
from atstake.resolve.places import Places


def evidence(*texts):
    """Each text's capitalised words behind @ are mentions of places; those behind ! act as governments."""
    documents, annotations = {}, {}
    for n, marked in enumerate(texts):
        plain, spans = "", []
        for word in marked.split(" "):
            name = word.strip("@!")
            if word[0] in "@!":
                spans.append((len(plain), len(plain) + len(name), word[0] == "!"))
            plain += name + " "
        document = Document(id=f"d{n}", text=plain)
        targets = [(Span(s, e), acts) for s, e, acts in spans]
        documents[document.id] = document
        annotations[document.id] = Annotations(
            document.id,
            mentions=tuple(
                Mention(
                    target_id("mention", t := _target(document, span)), t, "name", "place", span, metonym=acts
                )
                for span, acts in targets
            ),
        )
    return Evidence(documents, annotations)


def _target(document, span):
    from atstake.model.text import Target

    return Target.of(document, span)


def test_places_are_counted_by_documents_and_have_coordinates():
    found = Places()(
        evidence("in @Vienna today", "near @Vienna and @Graz", "in @Graz and @Vienna"), Resolution()
    )
    assert [p.name for p in found.places] == ["Vienna", "Graz"]
    vienna = found.places[0]
    assert (round(vienna.lat), round(vienna.lon), vienna.country) == (48, 16, "AUT")
    assert len(vienna.mentions) == 3


def test_a_capital_that_acts_is_no_place():
    assert Places()(evidence("!Moscow denied it"), Resolution()).places == ()


def test_disputed_places_have_no_country():
    (place,) = Places()(evidence("in @Sevastopol today"), Resolution()).places
    assert place.disputed
    assert place.country is None


def test_order_of_documents_changes_nothing():
    given = evidence("in @Graz", "in @Vienna", "in @Linz")
    turned = Evidence(dict(reversed(given.documents.items())), dict(reversed(given.annotations.items())))
    assert Places()(given, Resolution()) == Places()(turned, Resolution())


def test_the_seat_of_a_member_is_no_place_of_the_story():
    def named(text):
        document = Document(id="d", text=text)
        at = text.index("Maine")
        target = _target(document, Span(at, at + 5))
        mention = Mention("m", target, "name", "place", target.whole)
        given = Evidence({"d": document}, {"d": Annotations("d", mentions=(mention,))})
        return [p.name for p in Places()(given, Resolution()).places]

    assert named("Storms in Maine went on.") == ["Maine"]
    assert named("Rep. Hale (R-Maine) spoke.") == []


def test_a_town_lies_in_the_state_that_is_said_behind_it():
    told = "in @Manchester , New Hampshire. They came from @London and @Leeds and @Oxford"
    found = Places()(evidence(told, "from @London to @Leeds"), Resolution())
    where = {p.name: p.country for p in found.places}
    assert where["Manchester"] == "USA"
    assert where["Leeds"] == "GBR"


def test_a_name_of_two_countries_is_that_of_the_story():
    (ohio, georgia) = Places()(evidence("in @Ohio and in @Georgia", "in @Ohio"), Resolution()).places
    assert (ohio.country, georgia.country) == ("USA", "USA")
    (georgia,) = Places()(evidence("in @Georgia today"), Resolution()).places
    assert georgia.country == "GEO"
