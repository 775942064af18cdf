"""Right official pages pass every clause; a page that breaks one clause fails that clause alone."""

import official_sheet
import pytest

from govdocs.certify import Verdict, certify
from govdocs.certify.data import clause_ids, clauses

PROFILES = {"official": "official", "upward": "official", "letter": "letter", "order": "order",
            "minutes": "minutes"}  # fmt: skip
WRONG = [(form, id) for form, breaks in official_sheet.BREAKS.items() for id in breaks]


def failing(table):
    return {row.id: row.measured.zh for row in table.fails}


@pytest.mark.parametrize("form", official_sheet.FORMS)
def test_a_right_sheet_passes_all_that_it_has(form):
    table = certify(official_sheet.draw(form))
    assert failing(table) == {}
    assert table.profile == PROFILES[form]
    assert not [row.id for row in table.rows if row.verdict is Verdict.NOT_MEASURABLE]
    shown = {row.id for row in table.rows if row.verdict is Verdict.PASSES}
    assert set(official_sheet.BREAKS[form]) <= shown


@pytest.mark.parametrize(("form", "id"), WRONG, ids=[f"{form}-{id}" for form, id in WRONG])
def test_a_wrong_sheet_fails_its_clause_and_no_other(form, id):
    table = certify(official_sheet.draw(form, broken=id))
    assert list(failing(table)) == [id]
    assert table.profile == PROFILES[form]
    assert not table.passes


def test_every_clause_that_is_measured_is_broken_by_some_sheet():
    assert {id for _, id in WRONG} == set(clause_ids())


def test_every_clause_belongs_to_a_profile_and_ids_are_unique():
    listed = {clause.id for profile in set(PROFILES.values()) for clause in clauses(profile)}
    assert listed == set(clause_ids())
    assert len(clause_ids()) == len(set(clause_ids()))


@pytest.mark.parametrize("form", ["official", "upward", "letter", "order", "minutes"])
def test_a_sheet_measured_against_its_own_format_is_the_same(form):
    data = official_sheet.draw(form)
    asked = certify(data, profile=PROFILES[form])
    assert asked.rows == certify(data).rows
    assert not asked.is_recognised


def test_another_format_asks_for_other_places():
    letter = official_sheet.draw("letter")
    assert {"mark-top", "rule-length"} <= set(failing(certify(letter, profile="official")))
    order = official_sheet.draw("order")
    assert "mark-top" in failing(certify(order, profile="minutes"))


def test_a_black_and_white_scan_of_a_head_that_is_asked_for_is_missing_its_red():
    sheet = official_sheet.draw(mark_ink=official_sheet.BLACK, rule_ink=official_sheet.BLACK)
    assert set(failing(certify(sheet, profile="official"))) == {"mark-colour", "rule-colour"}


@pytest.mark.parametrize(
    ("changes", "id"),
    [
        ({"date": "二〇一八年一月九日"}, "date-form"),
        ({"number": "青政发[2018]3号"}, "number-form"),
        ({"number": "青政发〔18〕3号"}, "number-form"),
        ({"number": "青政发〔2018〕3"}, "number-form"),
        ({"secrecy_face": "song"}, "secrecy"),
        ({"copied": "抄送：县委办公室，县人大常委会办公室"}, "copied-to"),
        ({"printing": ("青禾县人民政府办公室", "2018年01月10日印发")}, "printing"),
        ({"page_dash": "～"}, "page-number-form"),
        ({"remark": "(此件公开发布)"}, "remark"),
        ({"note": ("附件：1.工作分工表。", "2.报送情况表")}, "attachment-note"),
        ({"note": ("附件：1.工作分工表", "3.报送情况表")}, "attachment-note"),
        ({"labels": ("附件1", "附件3")}, "attachment-match"),
        ({"imprint_widths": (0.35, 0.6, 0.35)}, "imprint-rule-width"),
        ({"title_size": 26}, "title-face"),
        ({"title_blank": 3}, "title-gap"),
        ({"number_blank": 3}, "number-gap"),
        ({"pitch": 30 / official_sheet.MM, "a_page": 21}, "lines"),
        ({"body_size": 15}, "body-face"),
        ({"mark_top": 36}, "mark-top"),
        ({"rule_gap": 5}, "rule-gap"),
        ({"page_drop": 7.9}, "page-number-drop"),
    ],
)  # fmt: skip
def test_other_ways_to_break_a_clause_are_seen_too(changes, id):
    assert id in failing(certify(official_sheet.draw(**changes)))


@pytest.mark.parametrize(
    "changes",
    [
        {"mark_top": 35.4},
        {"rule_gap": 4.3},
        {"dx": 0.8},
        {"dy": -0.8},
        {"pitch": 29.62 / official_sheet.MM, "touching": True},
        {"body_size": 15.8},
        {"number": "青政发〔2018〕12号"},
        {"remark": "（联系人：张三，联系电话：1234567）"},
        {"signatory": "王小二"},
        {"mark": "青禾县人民政府", "mark_size": 48},
        {"secrecy_left": 0.2},
    ],
)
def test_what_the_standard_allows_passes(changes):
    assert failing(certify(official_sheet.draw(**changes))) == {}
