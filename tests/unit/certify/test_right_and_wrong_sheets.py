"""Right official pages pass every clause; a page that breaks one clause fails that clause alone."""

import re
from pathlib import Path

import official_sheet
import pytest

from govdocs.certify import Verdict, certify
from govdocs.certify.data import clause_ids, clauses

PROFILES = {
    "official": "official",
    "upward": "official",
    "sealed": "official",
    "letter": "letter",
    "order": "order",
    "minutes": "minutes",
}
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


@pytest.mark.parametrize("form", PROFILES)
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
        ({"heading_size": 18}, "heading-1"),
        ({"heading_size": 18}, "heading-3"),
        ({"heading_size": 14}, "heading-1"),
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
        {"rule_pieces": True},
    ],
)
def test_what_the_standard_allows_passes(changes):
    assert failing(certify(official_sheet.draw(**changes))) == {}


def test_a_mark_that_is_drawn_shows_its_place_but_not_its_face():
    table = certify(official_sheet.draw(mark_shapes=True))
    assert table.profile == "official"
    assert failing(table) == {}
    assert table.row("mark-top").measured.zh == "35.0 mm"
    assert table.row("mark-face").verdict is Verdict.NOT_MEASURABLE
    assert set(failing(certify(official_sheet.draw(mark_shapes=True, mark_top=30)))) == {"mark-top"}


def test_a_seal_is_measured_where_it_is_printed():
    table = certify(official_sheet.draw("sealed"))
    assert table.row("seal").verdict is Verdict.PASSES
    assert certify(official_sheet.draw()).row("seal").verdict is Verdict.NOT_APPLICABLE
    assert set(failing(certify(official_sheet.draw("sealed", seal_lift=30)))) == {"seal"}


def test_the_page_about_it_lists_every_clause():
    page = (Path(__file__).parents[3] / "docs" / "certify.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z0-9-]+)`( D)? \| [\d.–, ]+ \|", page, re.MULTILINE)
    assert [id for id, _ in listed] == list(clause_ids())
    in_docx = {
        clause.id for name in PROFILES.values() for clause in clauses(name) if clause.in_docx
    }
    assert {id for id, mark in listed if mark} == in_docx
