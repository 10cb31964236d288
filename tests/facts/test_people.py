from atstake.facts.people import holders, named, one_surnamed, people, surnamed


def test_office_by_date_and_country():
    assert [p.name for p in holders("president", "USA", "2016-06-01")] == ["Barack Obama"]
    assert [p.name for p in holders("president", "USA", "2018-06-01")] == ["Donald Trump"]
    assert [p.name for p in holders("the French foreign minister", "FRA", "2010-01-01")] == []
    assert [p.name for p in holders("foreign minister", "FRA", "2009-01-01")] == ["Bernard Kouchner"]
    assert not holders("president", "USA", None), "no date, no holder"


def test_secretary_of_state_is_the_foreign_minister_of_that_state():
    assert [p.name for p in holders("secretary of state", "USA", "2002-01-01")] == ["Colin Powell"]


def test_spellings_give_one_person():
    assert named("Sergei Lavrov") is named("Sergey Lavrov") is not None
    assert named("Bush") is None, "a surname alone is nobody"


def test_two_presidents_of_one_name_are_told_by_date():
    assert [p.name for p in surnamed("Bush", "1990-05-01")] == ["George H. W. Bush"]
    assert one_surnamed("Bush", "1990-05-01") == named("George H. W. Bush")
    assert one_surnamed("Bush", "1890-05-01") is None
    assert [p.name for p in surnamed("Bush", "2005-05-01")] == ["George W. Bush"]


def test_every_tenure_is_in_order():
    for person in people().values():
        for tenure in person.tenures:
            assert not (tenure.first and tenure.last) or tenure.first <= tenure.last, (person.name, tenure)
