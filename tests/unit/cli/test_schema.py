"""``govdocs schema``: the JSON Schema of a report's data, for editors."""

import json
from pathlib import Path

import pytest
import yaml

from govdocs.kinds.annual_report.encode import SCHEMA_FILE
from govdocs.standards.annual_report.loader import format_names

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples" / "annual_reports"


def test_it_is_printed_or_written(govdocs):
    ran = govdocs("schema", "--year", 2025)
    assert (ran.code, ran.err) == (0, "")
    shown = json.loads(ran.out)
    ran = govdocs("schema", "--year", 2025, "-o", f"表/{SCHEMA_FILE}")
    assert (ran.code, ran.out) == (0, f"表/{SCHEMA_FILE}\n")
    assert json.loads(Path("表", SCHEMA_FILE).read_text(encoding="utf-8")) == shown


@pytest.mark.parametrize("name", format_names())
def test_every_format_has_one(govdocs, name):
    schema = json.loads(govdocs("schema", "--format", name).out)
    assert "年度" in schema["properties"]
    assert "$schema" in schema


def test_a_format_file_of_ones_own_has_one(govdocs):
    ran = govdocs("schema", "--format", EXAMPLES / "variant" / "my-province.toml")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["properties"]


def test_the_year_picks_the_format(govdocs):
    by_year = govdocs("schema", "--year", 2020).out
    assert by_year == govdocs("schema", "--format", "2019").out
    assert by_year != govdocs("schema", "--format", "2021").out


@pytest.mark.parametrize("year", [2009, 2015, 2017, 2020, 2025])
def test_the_examples_satisfy_it(govdocs, year):
    validator = pytest.importorskip("jsonschema").Draft202012Validator
    path = EXAMPLES / f"{year}.yaml"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    data["成文日期"] = str(data.get("成文日期", "2026-01-01"))
    given = ["--format", data["格式"]] if "格式" in data else ["--year", year]
    if data.get("省份"):
        given = ["--format", "liaoning-2017"]
    schema = json.loads(govdocs("schema", *given).out)
    assert [error.message for error in validator(schema).iter_errors(data)] == []


def test_what_new_year_writes_satisfies_it(govdocs):
    validator = pytest.importorskip("jsonschema").Draft202012Validator
    assert govdocs("new-year", EXAMPLES / "2025.yaml", "-o", "2026.yaml").code == 0
    data = yaml.safe_load(Path("2026.yaml").read_text(encoding="utf-8"))
    schema = json.loads(govdocs("schema", "--year", 2026).out)
    assert [error.message for error in validator(schema).iter_errors(data)] == []


def test_neither_year_nor_format_is_2(govdocs):
    ran = govdocs("schema", "--lang", "zh")
    assert ran.code == 2
    assert "--year" in ran.err


@pytest.mark.parametrize("given", [("--format", "1999"), ("--year", "2007"), ("--year", "x")])
def test_what_there_is_none_for_is_2(govdocs, given):
    ran = govdocs("schema", *given)
    assert ran.code == 2
    assert ran.out == ""


def test_a_place_that_cannot_be_written_is_2(govdocs, source):
    source("a file", "taken")
    ran = govdocs("schema", "--year", 2025, "-o", "taken/a.json")
    assert ran.code == 2
    assert "taken/a.json" in ran.err
