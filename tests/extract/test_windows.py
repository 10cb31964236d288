"""Words and windows: everything is read once, in order, within the limit, whatever the text."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from atstake.extract.encode import WEIGHTS
from atstake.extract.windows import Pieces, pack, words_of

PIECES = Pieces(Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")))
LIMIT = 64

texts = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            [
                "“Yes,” he said. ",
                "\n\n",
                "لافروف ",
                "王毅说：",
                "🇷🇺👩‍👩‍👧 ",
                "Mr. Smith went. ",
                "a" * 300,
                " ",
            ]
        ),
    ),
    max_size=30,
).map("".join)


@given(texts)
@settings(max_examples=150, deadline=None)
def test_windows_hold_every_word_once(text: str) -> None:
    words = words_of(text)
    windows = pack(words, PIECES, LIMIT)
    held = [w for window in windows for w in range(window.start, window.start + len(window.first))]
    assert held == list(range(len(words)))
    for window in windows:
        assert len(window.ids) == len(window.shapes) <= LIMIT
        assert window.ids[0] == PIECES.cls
        assert window.ids[-1] == PIECES.sep


@given(texts)
@settings(max_examples=100, deadline=None)
def test_words_have_exact_places(text: str) -> None:
    words = words_of(text)
    assert all(form == text[s:e] and form for form, (s, e) in zip(words.forms(), words.spans, strict=True))


def test_a_paragraph_that_fits_is_not_cut() -> None:
    text = "\n\n".join(["Ten words stand in this short paragraph of the text."] * 20)
    words = words_of(text)
    for window in pack(words, PIECES, LIMIT):
        last = window.start + len(window.first) - 1
        assert window.start == 0 or words.paragraphs[window.start] != words.paragraphs[window.start - 1]
        assert last + 1 == len(words) or words.paragraphs[last] != words.paragraphs[last + 1]


def test_without_line_breaks_windows_begin_with_sentences() -> None:
    text = "The minister spoke to the press on Tuesday. " * 40
    words = words_of(text)
    assert all(words.opens[window.start] for window in pack(words, PIECES, LIMIT))


def test_abbreviations_do_not_open_sentences() -> None:
    words = words_of("Gen. Smith met Mr. Lavrov. They spoke.")
    opened = [form for form, opens in zip(words.forms(), words.opens, strict=True) if opens]
    assert opened == ["Gen", "They"]
