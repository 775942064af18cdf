"""The JSON Schema of official documents takes what is read, and refuses what is not."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from govdocs.errors import UsageError
from govdocs.kinds.official.schema import official_schema

EXAMPLES = Path(__file__).parents[4] / "examples" / "official"


def faults(data, kind=None):
    schema = official_schema(kind)
    return [each.message for each in jsonschema.Draft202012Validator(schema).iter_errors(data)]


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(official_schema())
    json.dumps(official_schema("通知"))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.name)
def test_every_example_fits_it(path):
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert faults(data) == []
    assert faults(data, data["文种"]) == []


def test_english_names_fit_it_too():
    assert faults({"kind": "notice", "organs": ["甲"], "body": ["一", {"rows": [["1"]]}]}) == []


def test_wrong_names_and_kinds_do_not():
    assert len(faults({"文种": "通支"})) == 1
    assert len(faults({"文种": "通知", "主送机管": "甲"})) == 1
    assert len(faults({"文种": "报告"}, "通知")) == 1
    assert faults({"标题": "甲"})


def test_a_kind_that_is_none_is_refused():
    with pytest.raises(UsageError):
        official_schema("通支")
