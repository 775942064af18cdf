"""Breaking paragraphs into lines, pictured as the lines themselves."""

from one_em import lines_of


def test_a_line_takes_all_that_fits():
    assert lines_of("一二三四五六七八", 3) == ["一二三", "四五六", "七八"]


def test_the_first_line_has_its_own_measure():
    assert lines_of("一二三四五六七八", 5, first=3) == ["一二三", "四五六七八"]


def test_a_mark_hangs_after_a_full_line():
    assert lines_of("一二三四，五六", 4) == ["一二三四，", "五六"]


def test_only_one_mark_hangs():
    assert lines_of("他说：“好。”对", 5) == ["他说：", "“好。”对"]


def test_a_closing_bracket_does_not_hang_but_takes_its_word_along():
    assert lines_of("一二（三四）五", 5) == ["一二（三", "四）五"]


def test_an_opening_mark_goes_to_the_next_line():
    assert lines_of("一二三《四五》", 4) == ["一二三", "《四五》"]


def test_a_mark_after_western_text_does_not_hang():
    assert lines_of("一二12，三", 3) == ["一二", "12，三"]


def test_numbers_with_their_signs_stay_whole():
    assert lines_of("增长了12.5%左右", 4) == ["增长了", "12.5%左", "右"]


def test_dashes_and_ellipses_stay_whole():
    assert lines_of("一二三——四", 4) == ["一二三", "——四"]
    assert lines_of("一二三……四", 4) == ["一二三", "……四"]


def test_words_stay_whole_and_spaces_end_their_line():
    assert lines_of("use the official form", 5) == ["use the", "official", "form"]


def test_a_word_longer_than_the_line_is_cut():
    assert lines_of("abcdefghij", 2) == ["abcd", "efgh", "ij"]


def test_an_address_breaks_after_a_slash():
    assert lines_of("见https://www.gov.cn/zhengce", 9) == ["见https://", "www.gov.cn/zhengce"]


def test_forced_breaks_end_their_lines():
    assert lines_of("一二三四五", 9, forced=(2,)) == ["一二", "三四五"]


def test_the_gap_between_han_and_digits_takes_room():
    assert lines_of("一12二", 3) == ["一12二"]
    assert lines_of("一12二", 3, gap_em=0.2) == ["一12", "二"]


def test_no_gap_is_counted_at_a_line_start():
    assert lines_of("一二三12二", 3, gap_em=0.2) == ["一二三", "12二"]


def test_an_empty_paragraph_is_one_empty_line():
    assert lines_of("", 4) == [""]


def test_nothing_but_marks_still_ends():
    assert "".join(lines_of("。" * 50, 4)) == "。" * 50
