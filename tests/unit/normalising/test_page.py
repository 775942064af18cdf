"""docs/normalising.md lists every rule, with examples that are true."""

import re
from pathlib import Path

import pytest

from govdocs.normalising.rule import Part
from govdocs.normalising.rules.all import RULES, rules_without
from govdocs.normalising.text import normalise_text

PAGE = (Path(__file__).parents[3] / "docs" / "normalising.md").read_text(encoding="utf-8")
ROWS = re.findall(
    r"^\| `([a-z-]+)` \| ([^|]+) \| `([^|]+)` \| (?:`([^|]+)`|reported) \|$", PAGE, re.M
)


def test_every_rule_is_in_the_page_in_order_with_its_clause():
    assert [(id, clause) for id, clause, _, _ in ROWS] == [
        (rule.name, rule.clause) for rule in RULES
    ]


@pytest.mark.parametrize(("id", "before", "after"), [(row[0], row[2], row[3]) for row in ROWS])
def test_the_examples_are_true(id, before, after):
    rules = rules_without({rule.name for rule in RULES} - {id})
    part = Part.DOCUMENT_NUMBER if id == "document-number-form" else Part.PROSE
    text, changes = normalise_text(before, rules, part=part)
    assert changes
    assert text == (after or before)
