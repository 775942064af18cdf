"""Files and functions stay small enough to be read in one go."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "govdocs"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 400
LONGEST_BODY = 60
DATA = frozenset[str]()  # tables of data, which may be longer

FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


def name(path):
    return str(path.relative_to(PACKAGE))


def body_lines(function):
    """How many lines a function's body has, its docstring and functions inside it left out."""
    body = function.body
    if ast.get_docstring(function, clean=False) is not None:
        body = body[1:]
    lines = sum(node.end_lineno - node.lineno + 1 for node in body)
    inner = [node for part in body for node in ast.walk(part) if isinstance(node, FUNCTIONS)]
    return lines - sum(node.end_lineno - node.lineno + 1 for node in inner)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_file_holds_one_idea(path):
    if name(path) in DATA:
        return
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_is_read_in_one_go(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long = {
        node.name: body_lines(node)
        for node in ast.walk(tree)
        if isinstance(node, FUNCTIONS) and body_lines(node) > LONGEST_BODY
    }
    assert long == {}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_and_public_function_says_what_it_is(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if not tree.body:
        return
    assert ast.get_docstring(tree)
    silent = [
        node.name
        for node in tree.body
        if isinstance(node, FUNCTIONS | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    allowed = {"__getattr__", "__dir__"}
    assert set(silent) <= allowed
