"""The ledger has a line for every clause, and what it names exists."""

import ast
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from govdocs.standards.loader import profile_data

ROOT = Path(__file__).parents[3]
STANDARD = ROOT / "govdocs/standards/gbt9704_2012"
STATES = {"enforced", "by design", "in part", "left to the user", "not yet"}
KEPT = {"enforced", "by design", "in part"}

# The clauses of GB/T 9704-2012 that ask for something, from the terms to the special formats.
CLAUSES = """
3.1 3.2 4
5.1 5.2.1 5.2.2 5.2.3 5.2.4
6.1 6.2 6.3
7.1 7.2.1 7.2.2 7.2.3 7.2.4 7.2.5 7.2.6 7.2.7
7.3.1 7.3.2 7.3.3 7.3.4 7.3.5.1 7.3.5.2 7.3.5.3 7.3.5.4 7.3.5.5 7.3.6 7.3.7
7.4.1 7.4.2 7.4.3 7.5
8 9 10.1 10.2 10.3
""".split()


class Entry(NamedTuple):
    clause: str
    asks: str
    state: str
    key: str
    code: str
    test: str


def entries():
    rows = [
        [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]
        for line in (STANDARD / "LEDGER.md").read_text(encoding="utf-8").splitlines()
        if re.match(r"\| \d", line)
    ]
    return [Entry(*("" if cell == "–" else cell for cell in row)) for row in rows]


ENTRIES = entries()
KEPT_ENTRIES = [entry for entry in ENTRIES if entry.state in KEPT]


def definitions(path):
    """Names of the functions, classes and methods of a module: f, C, C.m."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        if isinstance(node, ast.ClassDef):
            yield from (
                f"{node.name}.{inner.name}"
                for inner in node.body
                if isinstance(inner, ast.FunctionDef)
            )


def test_every_clause_has_one_line_in_its_order():
    assert [entry.clause for entry in ENTRIES] == CLAUSES


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.clause)
def test_a_line_says_what_is_asked_and_what_becomes_of_it(entry):
    assert entry.asks
    assert entry.state in STATES


@pytest.mark.parametrize("entry", KEPT_ENTRIES, ids=lambda entry: entry.clause)
def test_a_clause_that_is_kept_names_code_and_a_test_that_exist(entry):
    for place in (entry.code, entry.test):
        path, _, name = place.partition("::")
        assert name in definitions(path)


@pytest.mark.parametrize("entry", KEPT_ENTRIES, ids=lambda entry: entry.clause)
def test_a_test_that_bears_a_clause_in_its_name_bears_the_right_one(entry):
    name = entry.test.partition("::")[2]
    assert name.startswith(f"test_{entry.clause.replace('.', '_')}_")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.clause)
def test_a_profile_key_exists_in_the_profile(entry):
    profile, _, keys = entry.key.rpartition(":")
    value = profile_data(profile or "official")
    for key in filter(None, keys.split(".")):
        value = value[key]
    assert entry.state in KEPT or not (entry.key or entry.code or entry.test)
