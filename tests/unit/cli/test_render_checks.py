"""`render` runs the checks of a yearly report: what is printed to be published must agree."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
VALID = (ROOT / "examples" / "annual_reports" / "2020.yaml").read_text(encoding="utf-8")
TO_PDF = ("--to", "pdf", "--bundled-fonts")


@pytest.fixture
def broken(tmp_path):
    """A valid report with one figure off by one."""
    row = next(line for line in VALID.splitlines() if line.strip().startswith("新收:"))
    figures = row.partition("[")[2].partition("]")[0].split(",")
    assert figures[0].strip().isdigit()
    wrong = row.replace(figures[0], str(int(figures[0]) + 1), 1)
    path = tmp_path / "错.yaml"
    path.write_text(VALID.replace(row, wrong), encoding="utf-8")
    return path


def ids(ran):
    return {finding["id"] for finding in json.loads(ran.out)[0]["findings"]}


def test_a_broken_tie_out_is_told_and_the_draft_written(govdocs, broken):
    ran = govdocs("render", broken, *TO_PDF, "--json")
    assert ran.code == 1
    assert "tie-out" in ids(ran)
    assert broken.with_suffix(".pdf").exists()


def test_strict_writes_no_report_that_contradicts_itself(govdocs, broken):
    ran = govdocs("render", broken, *TO_PDF, "--strict")
    assert ran.code == 1
    assert not broken.with_suffix(".pdf").exists()


def test_the_checks_can_be_left_out(govdocs, broken):
    ran = govdocs("render", broken, *TO_PDF, "--no-check", "--json")
    assert ran.code == 0
    assert "tie-out" not in ids(ran)


def test_places_left_to_be_filled_in_are_errors(govdocs, tmp_path):
    (tmp_path / "a.yaml").write_text("年度: 2025\n机关: 青禾县教育局\n", encoding="utf-8")
    ran = govdocs("render", "a.yaml", *TO_PDF, "--json")
    assert ran.code == 1
    assert "placeholder" in ids(ran)
    assert (tmp_path / "a.pdf").exists()


def test_a_page_with_statutory_tables_is_checked_too(govdocs):
    sample = ROOT / "tests" / "samples" / "m18-2022-office-broken-table.txt"
    ran = govdocs("render", sample, "-o", "out", *TO_PDF, "--json")
    assert ran.code == 1
    assert "tie-out" in ids(ran)


def test_a_text_without_such_tables_is_not(govdocs):
    sample = ROOT / "tests" / "samples" / "m04-2012-township-copy-slip.txt"
    ran = govdocs("render", sample, "-o", "out", *TO_PDF, "--json")
    assert "other-organ" not in ids(ran)
