"""Errors: one tree, in two languages, whole after a journey between processes."""

import copy
import pickle

import pytest

from govdocs import errors
from govdocs.errors import GovdocsError, InputError, MissingGlyphError, ReportError
from govdocs.findings import Finding, Severity

TREE = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, GovdocsError)
]


def made(kind):
    if kind is MissingGlyphError:
        return kind("缺字", "a glyph is missing", source=7)
    if kind is ReportError:
        return kind((Finding(id="x", severity=Severity.ERROR, zh="错", en="bad"),), at="a.yaml")
    return kind("读不了", "cannot be read", at="a.txt:3")


@pytest.mark.parametrize("kind", TREE)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_error_is_the_same_after_pickling(kind, protocol):
    error = made(kind)
    error.add_note("a note")
    found = pickle.loads(pickle.dumps(error, protocol))
    assert type(found) is kind
    assert (str(found), found.args, vars(found)) == (str(error), error.args, vars(error))
    assert found.message("zh") == error.message("zh")


@pytest.mark.parametrize("kind", TREE)
def test_every_error_can_be_copied(kind):
    error = made(kind)
    assert vars(copy.copy(error)) == vars(copy.deepcopy(error)) == vars(error)


def test_the_tree_is_the_one_described():
    assert len(TREE) == 10
    assert all(f"── {kind.__name__} " in errors.__doc__ for kind in TREE[1:])


def test_the_message_is_led_by_its_place():
    assert InputError("甲", "a", at="f:1").message("zh") == "f:1: 甲"
    assert InputError("甲", "a").message("en") == "a"
