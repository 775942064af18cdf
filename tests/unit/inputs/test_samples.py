"""Texts modelled on real pages, one with each thing that goes wrong there."""

from collections import Counter
from pathlib import Path

import pytest

from govdocs.findings import Severity
from govdocs.inputs.inspection import inspect
from govdocs.inputs.reading import read_with_findings

SAMPLES = Path(__file__).parents[2] / "samples"

SHORT = {"heading": "h", "item": "i", "paragraph": "p", "table": "t", "signature": "s", "date": "d"}


def outline(reading):
    """Each block as a letter; headings and items with their level, run-in headings with +."""
    return " ".join(
        SHORT[b["kind"]] + str(b["level"] or "") + ("+" if b["run_in"] else "")
        for b in inspect(reading)["blocks"]
    )


def facts(reading):
    document = reading.document
    return document.main_part.title, document.issuer, document.year


EXPECTED = {
    "m01-2009-county-health-bureau": (
        ("青禾县卫生局2009年政府信息公开工作年度报告", "青禾县卫生局", 2009),
        "t h1 p h1 h2 p h2 p h2 p h2 p h2 p h1 p",
        {"number-gap": 1, "title-below": 1},
    ),
    "m04-2012-township-copy-slip": (
        ("", "柳湾乡人民政府", 2012),
        "p p p p p h1 h2+ h2+ h2+ h1 h3+ h3 i4 i4 i4 h1 p h1 p h1 p h1 p h1 p s d",
        {"title-missing": 1, "date-form": 1},
    ),
    "m08-2017-county-clean": (
        ("青禾县2017年度政府信息公开工作报告", None, 2017),
        "p h1 p h1 p h1 h2 h3+ h3+ h2 p h1 p h1 p h1 p",
        {},
    ),
    "m09-2017-county-hacked-place": (
        ("星河体育登录入口·(中国)官网App下载2017年度政府信息公开工作报告", None, 2017),
        "p h1 p h1 p h1 h2 h3+ h3+ h2 p h1 p h1 p h1 p",
        {"foreign-name": 8},
    ),
    "m13-2019-county-edu-compat-numerals": (
        ("", "青禾县教育局", 2019),
        "p h1 h2 h3 p h3 p h2 h3 p h4 p h4 p h1 p h1 p h1 p h1 p h1 p",
        {"title-missing": 1},
    ),
    "m15-2020-county-edu-pipe": (
        ("青禾县教育局2020年政府信息公开工作年度报告", "青禾县教育局", 2020),
        "h1 p h1 t h1 t h1 t h1 p h1 p",
        {"title-joined": 1, "row-padded": 35},
    ),
    "m16-2023-township-clean": (
        ("柳湾乡人民政府2023年政府信息公开工作年度报告", "柳湾乡人民政府", 2023),
        "p h1 h2 p h2 p h2 p h2 p h2 p h1 t h1 t h1 t h1 p h1 p",
        {"angle-brackets": 1},
    ),
    "m18-2022-office-broken-table": (
        ("关于2022年度政府信息公开情况的报告", None, 2022),
        "h1 p h1 t h1 t h1 t h1 p h1 p",
        {},
    ),
}


def test_every_sample_has_its_expectations():
    assert {path.stem for path in SAMPLES.glob("m*.txt")} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_sample_is_read_as_it_reads(name):
    expected_facts, expected_outline, notable = EXPECTED[name]
    reading = read_with_findings(SAMPLES / f"{name}.txt")
    assert facts(reading) == expected_facts
    assert outline(reading) == expected_outline
    found = Counter(f.id for f in reading.findings)
    for usual in ("mark-restored", "number-form", "heading-full-stop", "navigation-line"):
        found.pop(usual, None)
    assert found == notable


def test_widths_of_the_statutory_tables():
    reading = read_with_findings(SAMPLES / "m16-2023-township-clean.txt")
    tables = [b["rows"] for b in inspect(reading)["blocks"] if b["kind"] == "table"]
    assert [(len(rows), len(rows[0])) for rows in tables] == [(14, 4), (28, 10), (4, 15)]
    assert tables[2][3] == [
        "1",
        "0",
        "0",
        "0",
        "1",
        "0",
        "0",
        "0",
        "0",
        "0",
        "0",
        "0",
        "0",
        "1",
        "1",
    ]


def test_navigation_of_the_clean_report():
    reading = read_with_findings(SAMPLES / "m08-2017-county-clean.txt")
    assert [n.direction for n in reading.navigation] == ["previous", "next"]
    told = [f.line for f in reading.findings if f.id == "navigation-line"]
    assert told == [n.line for n in reading.navigation]
    assert all(f.severity is Severity.INFO for f in reading.findings)


def test_replacing_the_foreign_name_leaves_the_clean_report():
    hacked = read_with_findings(
        SAMPLES / "m09-2017-county-hacked-place.txt",
        replace={"星河体育登录入口·(中国)官网App下载": "青禾县"},
    )
    assert hacked.document == read_with_findings(SAMPLES / "m08-2017-county-clean.txt").document
