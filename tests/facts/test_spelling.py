import pytest

from atstake.facts.spelling import parts, same_given_names, sound, surname_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey", "Sergei"),
        ("Mohammed", "Muhammad"),
        ("Yevgeny", "Yevgeni"),
        ("Dmitry", "Dmitri"),
        ("Hussein", "Husein"),
    ],
)
def test_romanisations_sound_alike(one: str, other: str):
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("Ivanov", "Ivanko"), ("Karimov", "Karzai"), ("Saleh", "Salman")])
def test_other_names_do_not(one: str, other: str):
    assert sound(one) != sound(other)


def test_articles_and_order_of_names():
    assert surname_of("Nuri al-Maliki") == surname_of("Maliki") == surname_of("al-Maliki")
    assert surname_of("Hu Jintao") == surname_of("Hu")
    assert surname_of("Sarah Hu") == surname_of("Hu")


def test_given_names():
    assert same_given_names("Mike Novak", "Michael Novak")
    assert same_given_names("M. Novak", "Michael Novak")
    assert not same_given_names("Omar M. Novak", "Michael Novak")
    assert same_given_names("Novak", "Michael Novak")
    assert not same_given_names("Anna Novak", "Michael Novak")
    assert not same_given_names("Ali bin Rashid", "Omar bin Rashid"), "a particle is no given name"


def test_a_name_that_is_compared_again_is_not_cut_up_again() -> None:
    names = [f"Vardan Ostrel{n}" for n in "abc"]
    before = parts.cache_info().misses
    for _ in range(3):
        for one in names:
            for other in names:
                same_given_names(one, other)
    assert parts.cache_info().misses - before == len(names)
