"""Replacements act on the raw text, before all else, full and half width alike."""

import pytest

from govdocs.errors import UsageError
from govdocs.inputs.reading import read_with_findings

FOREIGN = "开云·(中国)官网"


def test_each_place_is_reported_with_its_line_and_column():
    text = f"{FOREIGN}2017年度报告\n一、概述\n由{FOREIGN}政府负责。\n上一条:{FOREIGN}财政局\n"
    reading = read_with_findings(text, replace={FOREIGN: "黑山县"})
    places = [(f.line, f.column) for f in reading.findings if f.id == "replaced"]
    assert places == [(1, 1), (3, 2), (4, 5)]
    assert reading.document.main_part.title == "黑山县2017年度报告"
    assert reading.navigation[0].text == "黑山县财政局"


@pytest.mark.parametrize("written", ["开云·(中国)官网", "开云·（中国）官网", "开云·（中国)官网"])
@pytest.mark.parametrize("old", ["开云·(中国)官网", "开云·（中国）官网"])
def test_full_and_half_width_are_alike(written, old):
    reading = read_with_findings(f"{written}2017年度报告\n一、概述\n", replace={old: "黑山县"})
    assert reading.document.main_part.title == "黑山县2017年度报告"


def test_a_replacement_that_finds_nothing_is_a_warning():
    reading = read_with_findings("全年平稳。", replace={"没有": "有"})
    (finding,) = [f for f in reading.findings if f.id == "replace-unmatched"]
    assert finding.severity == "warning"


def test_what_was_put_in_is_not_replaced_again():
    reading = read_with_findings("甲乙丙丁。", replace={"甲": "乙", "乙": "甲", "乙丙": "戊"})
    assert reading.document.main_part.body[0].content[0].text == "乙戊丁。"


def test_the_callers_replacement_wins_over_the_front_matters():
    text = "---\nreplace: {甲: 乙}\n---\n甲县平稳。\n"
    reading = read_with_findings(text, replace={"甲": "丙"})
    assert reading.document.main_part.body[0].content[0].text == "丙县平稳。"


@pytest.mark.parametrize("replace", [{"": "a"}, {" ": "a"}, {1: "a"}, {"a": None}])
def test_nonsense_is_a_usage_error(replace):
    with pytest.raises(UsageError):
        read_with_findings("全年平稳。", replace=replace)


def test_control_characters_put_in_are_removed_like_any():
    reading = read_with_findings("甲县平稳。", replace={"甲": "乙\x00"})
    assert reading.document.main_part.body[0].content[0].text == "乙县平稳。"


@pytest.mark.parametrize("replace", [["甲=乙"], "甲=乙", 5, {1: "乙"}, {"甲": None}])
def test_what_is_no_mapping_of_texts_is_a_usage_error(replace):
    with pytest.raises(UsageError):
        read_with_findings("甲。\n", replace=replace)
