from hypothesis import given
from hypothesis import strategies as st

from coursebuilder.checking.likeness import LIKE, alike

WORDS = [f"w{number}" for number in range(14)]


@given(st.lists(st.frozensets(st.sampled_from(WORDS), max_size=13), max_size=12))
def test_it_finds_what_comparing_each_with_each_finds(texts: list[frozenset[str]]) -> None:
    expected = []
    for number, text in enumerate(texts):
        for other in range(number):
            shared, whole = text & texts[other], text | texts[other]
            if shared and len(shared) >= LIKE * len(whole):
                expected.append((number, other))
                break
    assert list(alike(texts)) == expected


def test_ten_words_may_differ_in_none_and_twenty_in_one() -> None:
    ten = frozenset(f"w{number}" for number in range(10))
    twenty = frozenset(f"v{number}" for number in range(19))
    assert list(alike([ten, ten - {"w0"} | {"x"}])) == []
    assert list(alike([twenty | {"a"}, twenty])) == [(1, 0)]
