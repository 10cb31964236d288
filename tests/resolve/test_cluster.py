"""The clustering depends on what is there, never on how it came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from atstake.resolve.blocking import Blocks, pair
from atstake.resolve.cluster import DIFFERENT, Clustering, Constraint, Scheme, cluster

Item = tuple[int, int]


def _score(a: Item, b: Item) -> float | None:
    """Alike by the first number; odd and even second numbers of one first are known to differ."""
    if a[0] == b[0] and (a[1] - b[1]) % 5 == 3:
        return DIFFERENT
    gap = abs(a[0] - b[0]) + abs(a[1] - b[1]) / 10
    return None if gap > 4 else 1 - gap / 4


def _blocks(item: Item) -> list[str]:
    return [str(item[0] // 3), f"n{item[1] // 4}"]


items = st.dictionaries(
    st.integers(0, 40).map(lambda n: f"k{n:02}"),
    st.tuples(st.integers(0, 12), st.integers(0, 12)),
    max_size=25,
)
schemes = st.builds(
    Scheme[Item],
    blocks=st.just(_blocks),
    score=st.just(_score),
    threshold=st.sampled_from([0.3, 0.6, 0.9]),
    cohesion=st.sampled_from([0.0, 0.5, 0.7]),
    window=st.sampled_from([1, 2, 3, 50]),
    order=st.just(lambda item: f"{item[1]:02}"),
)
keys = st.integers(0, 40).map(lambda n: f"k{n:02}")
constraint_lists = st.lists(
    st.builds(
        Constraint,
        first=keys,
        second=keys,
        together=st.booleans(),
        rank=st.tuples(st.sampled_from("123"), st.sampled_from("ab")),
    ).filter(lambda c: c.first != c.second),
    max_size=8,
)


@given(items, schemes, constraint_lists, st.randoms(use_true_random=False))
def test_one_by_one_in_any_order_equals_all_at_once(found, scheme, constraints, random):
    expected = cluster(found, scheme, constraints)
    order = list(found)
    random.shuffle(order)
    running = Clustering(scheme, constraints)
    for key in order:
        running.add({key: found[key]})
        if random.random() < 0.5:
            running.clusters()
    assert running.clusters() == expected
    assert sorted(k for group in expected for k in group) == sorted(found)


@given(items, schemes, constraint_lists, constraint_lists)
def test_judge_then_undo_gives_the_same_clusters(found, scheme, before, more):
    running = Clustering(scheme, before)
    running.add(found)
    expected = running.clusters()
    running.constrain([*before, *more])
    judged = running.clusters()
    assert judged == cluster(found, scheme, [*before, *more])
    running.constrain(before)
    assert running.clusters() == expected


@given(items, items, schemes, constraint_lists)
def test_removing_what_was_added_changes_nothing(found, extra, scheme, constraints):
    extra = {f"x{key}": item for key, item in extra.items()}
    running = Clustering(scheme, constraints)
    running.add(found)
    running.add(extra)
    running.clusters()
    running.remove(extra)
    assert running.clusters() == cluster(found, scheme, constraints)


@given(items, schemes, constraint_lists)
def test_every_constraint_that_is_not_overridden_holds(found, scheme, constraints):
    running = Clustering(scheme, constraints)
    running.add(found)
    held = set(constraints) - set(running.overridden)
    for c in held:
        if c.first in found and c.second in found:
            assert (running.cluster_of(c.first) == running.cluster_of(c.second)) == c.together


@given(items, schemes)
def test_items_known_to_differ_are_never_together(found, scheme):
    whole = Scheme(_blocks, _score, scheme.threshold, scheme.cohesion, window=100)
    for group in cluster(found, whole):
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                if set(_blocks(found[a])) & set(_blocks(found[b])):
                    assert _score(found[a], found[b]) != DIFFERENT


def test_the_newer_of_two_contradicting_judgements_holds():
    scheme = Scheme[str](blocks=lambda s: [s[0]], score=lambda a, b: 1.0 if a == b else 0.0)
    found = {"1": "ann", "2": "ann", "3": "bob"}
    split = Constraint("1", "2", together=False, rank=("2020", "j1"))
    merge = Constraint("1", "2", together=True, rank=("2021", "j2"))
    assert cluster(found, scheme) == (("1", "2"), ("3",))
    assert cluster(found, scheme, [split]) == (("1",), ("2",), ("3",))
    assert cluster(found, scheme, [merge, split]) == (("1", "2"), ("3",))
    running = Clustering(scheme, [split, merge])
    assert running.overridden == (split,)


def test_a_parted_item_carries_nothing_off():
    scheme = Scheme[str](blocks=lambda s: ["x"], score=lambda a, b: 1.0)
    found = {k: k for k in "abcdef"}
    parted = [Constraint("f", "a", together=False), Constraint("f", "b", together=False)]
    assert cluster(found, scheme, parted) == (("a", "b"), ("c", "d", "e", "f"))


def test_a_split_frees_an_item_from_older_merges():
    scheme = Scheme[str](blocks=lambda s: ["x"], score=lambda a, b: 0.0)
    found = {k: k for k in "abc"}
    merged = [Constraint("b", "c", together=True, rank=("1", "")), Constraint("a", "b", True, ("1", ""))]
    parted = Constraint("a", "c", together=False, rank=("2", "j"), judgement="j")
    assert cluster(found, scheme, merged) == (("a", "b", "c"),)
    assert cluster(found, scheme, [*merged, parted]) == (("a", "b"), ("c",))
    both = [parted, Constraint("a", "b", together=False, rank=("2", "j"), judgement="j")]
    assert cluster(found, scheme, [*merged, *both]) == (("a",), ("b", "c"))


@given(items, st.sampled_from([1, 2, 3]), st.lists(keys), st.integers(0, 25))
def test_candidates_are_the_neighbours_in_each_block(found, window, gone, first):
    blocks = Blocks(window)
    blocked = [(key, str(item[1]), _blocks(item)) for key, item in found.items()]
    blocks.fill(blocked[:first])
    for each in blocked[first:]:
        blocks.insert(*each)
    for key in dict.fromkeys(gone):
        if key in found:
            blocks.remove(key, str(found[key][1]), _blocks(found.pop(key)))
    expected = set()
    for block in {block for item in found.values() for block in _blocks(item)}:
        members = sorted((str(item[1]), key) for key, item in found.items() if block in _blocks(item))
        for i, (_, a) in enumerate(members):
            expected |= {pair(a, b) for _, b in members[i + 1 : i + 1 + window]}
    everything = {pair(a, b) for a in found for b in found if a != b}
    assert {candidate for candidate in everything if candidate in blocks} == expected


def test_an_overfull_block_is_never_compared_all_with_all():
    calls = 0

    def counted(a: int, b: int) -> float:
        nonlocal calls
        calls += 1
        return 1.0 if a // 4 == b // 4 else 0.0

    scheme = Scheme[int](lambda n: ["all"], counted, window=8, order=lambda n: f"{n:04}")
    groups = cluster({f"k{n:04}": n for n in range(1000)}, scheme)
    assert len(groups) == 250
    assert calls <= 1000 * 8


def test_adding_one_item_scores_only_its_own_block():
    seen: list[tuple[str, str]] = []

    def score(a: str, b: str) -> float:
        seen.append((a, b))
        return 1.0

    running = Clustering(Scheme[str](lambda s: [s[0]], score))
    running.add({name: name for name in ["a1", "a2", "b1", "b2", "b3"]})
    running.clusters()
    seen.clear()
    running.add({"a3": "a3"})
    assert running.cluster_of("a3") == ("a1", "a2", "a3")
    assert sorted(seen) == [("a1", "a3"), ("a2", "a3")]


def test_cohesion_breaks_a_chain():
    near = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.1}
    scheme = Scheme[str](lambda s: ["x"], lambda a, b: near[a, b], threshold=0.5)
    found = {k: k for k in "abc"}
    assert cluster(found, scheme) == (("a", "b", "c"),)
    strict = Scheme[str](scheme.blocks, scheme.score, threshold=0.5, cohesion=0.5)
    assert cluster(found, strict) == (("a", "b"), ("c",))
