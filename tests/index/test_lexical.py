from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.lexical import LexicalIndex

TEXTS = [
    "Virksomhederne ansatte fleksjobbere i alle fire kommuner.",
    "Mentorordningen blev evalueret af en ekstern konsulent.",
    "Forankringen sikres af kommunernes egne jobcentre.",
]


def test_the_text_that_holds_the_words_comes_first() -> None:
    index = LexicalIndex.of(TEXTS)
    assert index.search("Hvem evaluerede ordningen for mentorer?", 5)[0][0] == 1
    assert [number for number, _ in index.search("kommune", 5)] == [2, 0] or len(index.search("kommune", 5)) == 2
    assert len(index.search("kommunernes virksomheder", 1)) == 1


def test_nothing_is_found_where_no_word_is() -> None:
    assert LexicalIndex.of(TEXTS).search("Hvad kostede satellitten?", 5) == []
    assert LexicalIndex.of(TEXTS).search("hvad er der?", 5) == []
    assert LexicalIndex.of([]).search("kommune", 5) == []
    assert LexicalIndex.of(["", "og"]).search("kommune", 5) == []


@given(st.lists(st.text("abcæø .1", max_size=30), max_size=5), st.text("abcæø ?1", max_size=20))
def test_scores_fall_and_are_above_nought(texts: list[str], query: str) -> None:
    found = LexicalIndex.of(texts).search(query, 3)
    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)
    assert len({number for number, _ in found}) == len(found) <= 3
