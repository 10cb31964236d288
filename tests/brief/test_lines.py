"""Which statements become lines, and how: on a few sentences of one document."""

import pytest

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.model.annotations import Annotations, Attribution, Mention, Statement
from atstake.model.brief import Prose
from atstake.model.claims import Actor, Resolution
from atstake.model.provenance import target_id
from atstake.model.stages import Evidence
from atstake.model.text import Document, Furniture
from made_documents import at


class Paper:
    """One document with its sentences given one by one."""

    def __init__(self, *sentences, furniture=(), clip=280):
        text = " ".join(sentences)
        self.document = Document("d", text, publisher="Sample", published="2021-05-04")
        spans = tuple(Furniture(at(self.document, f).whole, "other") for f in furniture)
        self.document = Document("d", text, publisher="Sample", published="2021-05-04", furniture=spans)
        told = [at(self.document, s) for s in sentences]
        self.statements = tuple(Statement(target_id("s", t), t, 0, n) for n, t in enumerate(told))
        self.mentions, self.said, self.clip = [], [], clip

    def mention(self, words, actor, form="pronoun", back=None):
        t = at(self.document, words)
        m = Mention(target_id("m", t), t, form, "person", t.whole, antecedent=back)
        self.mentions.append((m, actor))
        return m.id

    def attribute(self, source, cue, content, actor, form="indirect"):
        parts = [at(self.document, w) if w else None for w in (content, source, cue)]
        self.said.append((Attribution(target_id("a", parts[0]), *parts, form=form), actor))

    def line(self, words, **more):
        found = Annotations(
            "d",
            tuple(m for m, _ in self.mentions),
            tuple(a for a, _ in self.said),
            statements=self.statements,
        )
        actors = (Actor("weil", "Anna Weil", "person"), Actor("brandt", "Ivo Brandt", "person"))
        resolution = Resolution(
            actors=actors,
            attributed=tuple((a.id, who) for a, who in self.said if who),
            mentioned=tuple((m.id, who) for m, who in self.mentions if who),
        )
        coverage = Coverage(Evidence({"d": self.document}, {"d": found}), resolution, self.clip)
        return lines.make(coverage, "x", at(self.document, words), **more)


def said(line):
    shown = lambda q: "".join(p if isinstance(p, str) else f" [{p.text}]" for p in q.pieces())  # noqa: E731
    return "".join(p.text if isinstance(p, Prose) else f"“{shown(p)}”" for p in line.parts)


def test_a_clause_grows_to_its_sentence():
    paper = Paper("The dam is high.", "Arland says that the dam must be lowered.", "It rained.")
    assert said(paper.line("the dam must be lowered")) == "“Arland says that the dam must be lowered.”"


@pytest.mark.parametrize("opening", ["It", "This", "They", "She"])
def test_a_pronoun_that_nobody_can_place_brings_the_sentence_before(opening):
    paper = Paper("Anna Weil built the dam.", f"{opening} changed the river for good.")
    paper.mention("Anna Weil", "weil", "name")
    assert (
        said(paper.line("changed the river"))
        == f"“Anna Weil built the dam. {opening} changed the river for good.”"
    )


def test_without_a_sentence_before_there_is_no_line():
    assert Paper("It changed the river for good.").line("changed the river") is None


def test_it_of_a_clause_that_follows_stands_alone():
    assert Paper("It is not clear whether Borland will attend.").line("Borland will attend") is not None


def test_a_known_pronoun_gets_a_bracket_and_a_leading_one_becomes_the_name():
    paper = Paper("Talks failed.", "Arland insists that he must resign.", "She is to meet the president.")
    paper.mention("he", "brandt")
    paper.mention("She", "weil")
    assert said(paper.line("he must resign")) == "“Arland insists that he [Ivo Brandt] must resign.”"
    assert said(paper.line("is to meet")) == "Anna Weil “is to meet the president.”"


def test_a_pronoun_before_its_name_needs_no_bracket():
    paper = Paper("In his speech, Ivo Brandt denied the charge.")
    paper.mention("his", "weil")
    paper.mention("Ivo Brandt", "brandt", "name")
    assert said(paper.line("denied the charge")) == "“In his speech, Ivo Brandt denied the charge.”"


def test_a_pronoun_in_a_phrase_inside_a_sentence_may_be_whoever_follows():
    paper = Paper("Some fear that, following his runaway win, a lopsided Ivo Brandt win would end it.")
    paper.mention("his", "weil")
    paper.mention("Ivo Brandt", "brandt", "name")
    assert "[" not in said(paper.line("would end it"))


def test_nobody_calls_himself_he():
    paper = Paper("“He knew of it, and he said so to us,” Ivo Brandt said.")
    paper.mention("He", "brandt")
    paper.attribute("Ivo Brandt", "said", "He knew of it, and he said so to us,", "brandt", form="direct")
    line = paper.line("knew of it", speaker="brandt", answers=True)
    assert not line.quotes[0].notes


def test_words_whose_speaker_stands_elsewhere_are_led_by_the_name_or_left_out():
    paper = Paper("Ivo Brandt spoke.", "“The gates will stay closed for weeks.”")
    paper.attribute("Ivo Brandt", "spoke", "“The gates will stay closed for weeks.”", "brandt", form="direct")
    assert said(paper.line("gates will stay")).startswith("Ivo Brandt says: ")
    unknown = Paper("A man spoke.", "“The gates will stay closed for weeks.”")
    unknown.attribute("A man", "spoke", "“The gates will stay closed for weeks.”", None, form="direct")
    assert unknown.line("gates will stay") is None


def test_no_words_go_to_one_speaker_where_the_sentence_names_another():
    paper = Paper("Ivo Brandt arrived early.", "Anna Weil said that the dam must go.")
    paper.mention("Anna Weil", "weil", "name")
    paper.attribute("Ivo Brandt", "said", "that the dam must go", "brandt")
    assert paper.line("the dam must go", speaker="brandt") is None


def test_furniture_inside_a_sentence_is_not_quoted():
    paper = Paper("The dam CLICK HERE FOR MORE is high and old.", furniture=("CLICK HERE FOR MORE",))
    target = paper.line("is high and old").quotes[0].target
    assert target.quotes == ("The dam", "is high and old.")


def test_a_quotation_left_open_takes_in_the_sentence_that_closes_it():
    paper = Paper("“We did not open the gates.", "We never would,” Ivo Brandt said.")
    paper.attribute(
        "Ivo Brandt", "said", "“We did not open the gates. We never would,”", "brandt", form="direct"
    )
    assert paper.line("We never would").quotes[0].target.quote.startswith("“We did not")


def test_a_long_sentence_is_cut_to_the_clause_and_says_so():
    paper = Paper(
        "Arland, " + "which has waited for a very long time, " * 4 + "says that the dam must go now.", clip=60
    )
    quote = paper.line("says that the dam must go now").quotes[0]
    assert (quote.target.quote, quote.cut_before, quote.cut_after) == (
        "says that the dam must go now.",
        True,
        False,
    )


def test_a_pronoun_ahead_of_its_name_needs_no_bracket_behind_several_commas():
    told = "Angered by a leak, an affair of which she had warned for years, Anna Weil left."
    paper = Paper("Ivo Brandt spoke.", told)
    paper.mention("she", "brandt")
    paper.mention("Anna Weil", "weil", "name")
    assert said(paper.line("Anna Weil left")) == f"“{told}”"


def test_who_stands_nearer_to_a_pronoun_than_a_name_is_not_bracketed_away():
    told = "The clinic let one of two nurses travel after she fell ill."
    paper = Paper("Anna Weil spoke.", told)
    paper.mention("she", "weil")
    line = paper.line("The clinic let")
    assert line is None or said(line) == f"“{told}”"
