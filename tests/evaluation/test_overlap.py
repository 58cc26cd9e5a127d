from simak.evaluation.overlap import Words, closeness, dice, normal, overlaps


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not overlaps((0, 5), (5, 9))
    assert overlaps((0, 6), (5, 9))


def test_two_absent_spans_are_the_same_and_one_is_not() -> None:
    assert overlaps(None, None)
    assert not overlaps(None, (0, 1))


def test_words_are_counted_by_position_and_marks_are_no_words() -> None:
    words = Words('Ia berkata, "maju, maju!" lagi')
    assert words.inside([(0, 10)]) == {0, 1}
    assert words.inside([(10, 13)]) == frozenset()
    assert words.inside([(13, 17), (19, 23)]) == {2, 3}
    assert words.inside([(4, 5)]) == {1}


def test_dice() -> None:
    assert dice(frozenset({1, 2, 3, 4}), frozenset({3, 4, 5, 6})) == 0.5
    assert dice(frozenset(), frozenset()) == 0.0
    assert closeness((0, 4), (2, 6)) == 0.5


def test_names_compare_without_case_and_edge_marks() -> None:
    assert normal(" “Bank  Sentral\nRaya”,") == "bank sentral raya"
    assert normal("PT. Maju") == "pt. maju"
