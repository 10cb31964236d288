from atstake.model.annotations import Annotations, Attribution, Mention
from atstake.model.claims import Actor, Resolution
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span
from atstake.resolve.actors import Sides

TEXT = "Lund accused Marra. Marra accused Lund. Olsen praised Lund. Quist spoke."


def _mention(document: Document, words: str, after: int = 0) -> Mention:
    start = document.text.index(words, after)
    target = document_target(document, start, start + len(words))
    return Mention(f"m{start}", target, "name", "person", target.whole)


def document_target(document: Document, start: int, end: int):
    from atstake.model.text import Target

    return Target.of(document, Span(start, end))


def test_accusers_stand_apart_and_praise_joins():
    document = Document("d", TEXT)
    said = [("Lund", "Marra", "accuses"), ("Marra", "Lund", "accuses"), ("Olsen", "Lund", "praises")]
    mentions, attributions, mentioned, attributed = [], [], [], []
    for number, (speaker, other, act) in enumerate(said):
        start = TEXT.index(f"{speaker} {'praised' if act == 'praises' else 'accused'}")
        mention = _mention(document, other, start + len(speaker))
        mentions.append(mention)
        mentioned.append((mention.id, other))
        content = mention.target
        attributions.append(Attribution(f"t{number}", content, act=act))  # type: ignore[arg-type]
        attributed.append((f"t{number}", speaker))
    actors = tuple(Actor(name, name, "person") for name in ("Lund", "Marra", "Olsen", "Quist"))
    evidence = Evidence(
        {"d": document}, {"d": Annotations("d", mentions=tuple(mentions), attributions=tuple(attributions))}
    )
    resolution = Resolution(actors=actors, mentioned=tuple(mentioned), attributed=tuple(attributed))
    side = {a.name: a.side for a in Sides()(evidence, resolution).actors}
    assert side["Lund"] == side["Olsen"] == "Lund"
    assert side["Marra"] == "Marra"
    assert side["Quist"] is None, "nobody is against Quist"
