from dataclasses import replace

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.joined import LINES, joined
from atstake.model.brief import Chain, Line, Quote, Step
from atstake.model.text import Document, Span, Target
from made_story import Story

FIRST = "Borland denied opening the flood gates at night."
AGAIN = "Mr Brandt has denied that the gates were opened during the flood."
ELSE = "Borland denied that prisoners had been moved to Port Sel."


def coverage():
    """The made-up story, where the two belong to one side."""
    story = Story()
    sides = {"brandt": "borland"}
    actors = tuple(replace(a, side=sides.get(a.id, a.side)) for a in story.resolution.actors)
    return Coverage(story.evidence, replace(story.resolution, actors=actors))


def denial(words, actor, number=0, relation="denies"):
    document = Document(f"d-{number}", words)
    quote = Quote(Target.of(document, Span(0, len(words))))
    line = Line(f"l-{number}", (quote,), (actor,))
    return Chain(f"c-{number}", (Step("denial", actor, actor, line),), relation, (f"o-{number}",), 0.5)


def said(chain):
    return [s.line.quotes[0].target.quote for s in chain.steps]


def test_one_side_s_denials_of_one_thing_are_one_entry_with_the_words_of_each():
    (entry,) = joined(coverage(), [denial(FIRST, "borland", 1), denial(AGAIN, "brandt", 2)])
    assert said(entry) == [FIRST, AGAIN]
    assert (entry.key, entry.origins) == ("c-1", ("o-1", "o-2"))


def test_what_another_side_denies_or_what_is_another_thing_stays_apart():
    made = [denial(FIRST, "borland", 1), denial(AGAIN, "arland", 2), denial(ELSE, "borland", 3)]
    assert joined(coverage(), made) == made


def test_a_rejection_is_no_denial():
    made = [denial(FIRST, "borland", 1), denial(AGAIN, "brandt", 2, relation="rejects")]
    assert joined(coverage(), made) == made


def test_an_answer_still_points_at_what_it_answers():
    accusation = replace(denial("The gates were opened in the flood, Arland says.", "arland", 3).steps[0])
    pair = denial(AGAIN, "brandt", 2)
    pair = replace(pair, steps=(replace(accusation, kind="accusation"), replace(pair.steps[0], answers=0)))
    (entry,) = joined(coverage(), [denial(FIRST, "borland", 1), pair])
    assert [s.answers for s in entry.steps] == [None, None, 1]


def test_there_is_an_end_to_one_entry_and_what_is_told_again_counts_alone():
    told = (
        FIRST,
        FIRST,
        "The flood gates stayed shut, Borland insisted, denying it all.",
        "Borland's ministry denied that anybody touched the gates before the flood came.",
        "A spokesman in Port Sel denied a role of the flood gates.",
        "Engineers sent by Borland deny gates had caused any flood downstream.",
    )
    (entry,) = joined(coverage(), [denial(words, "borland", n) for n, words in enumerate(told)])
    assert said(entry) == [FIRST, *told[2:5]]
    assert len(entry.steps) == LINES and len(entry.origins) == len(told)


def accused(words, accuser, answer, actor):
    """An accusation and the denial that answers it."""
    charge = replace(denial(words, accuser, 8).steps[0], kind="accusation")
    reply = denial(answer, actor, 9)
    return replace(reply, steps=(charge, replace(reply.steps[0], answers=0)))


def test_who_denies_the_allegations_again_denies_what_they_have_denied():
    entry = accused("Arland accused Borland of moving prisoners.", "arland", "Borland denied it.", "borland")
    bare = denial("On air Borland called the accusations against it wrong.", "borland", 1)
    named = denial("Borland pushed back on what Arland told the court.", "borland", 2)
    (made,) = joined(coverage(), [entry, bare, named])
    assert said(made)[2:] == said(bare) + said(named)


def test_of_two_things_that_somebody_denies_the_allegations_are_neither():
    entry = accused("Arland accused Borland of moving prisoners.", "arland", "Borland denied it.", "borland")
    bare = denial("Borland called the accusations wrong.", "borland", 1)
    other = denial("Borland denied that grain had been sold.", "borland", 3)
    assert len(joined(coverage(), [entry, other, bare])) == 3
    told = denial("Borland denied the claim that grain had been sold.", "borland", 4)
    assert len(joined(coverage(), [entry, told])) == 2
