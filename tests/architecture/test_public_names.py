"""The public surface: what a caller may import, no more and no less."""

import ast
import inspect
from pathlib import Path

import pytest

import govdocs

PUBLIC = [
    "AnnualReport",
    "CodecError",
    "Document",
    "Environment",
    "Finding",
    "FontError",
    "GovdocsError",
    "InputError",
    "LayoutError",
    "MissingGlyphError",
    "ModelError",
    "OfficialDocument",
    "Reading",
    "RenderOptions",
    "ReportError",
    "ReportReading",
    "Severity",
    "TemplateError",
    "UsageError",
    "__version__",
    "build",
    "check",
    "decode",
    "encode",
    "profile_names",
    "read",
    "read_official",
    "read_report",
    "read_report_with_findings",
    "read_with_findings",
    "render",
    "save",
    "walk",
]


def homes_for_type_checkers():
    """Name -> module, as the imports under TYPE_CHECKING say."""
    tree = ast.parse(Path(govdocs.__file__).read_text(encoding="utf-8"))
    (guarded,) = [
        node for node in tree.body if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node)
    ]
    return {
        alias.asname: node.module
        for node in guarded.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname == alias.name
    }


def test_the_public_names_are_these():
    assert sorted(govdocs.__all__) == PUBLIC
    assert dir(govdocs) == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_each_name_resolves_and_is_documented(name):
    value = getattr(govdocs, name)
    assert value is getattr(govdocs, name)
    if name != "__version__":
        assert inspect.getdoc(value)


def test_type_checkers_see_the_names_that_the_program_sees():
    assert homes_for_type_checkers() == govdocs._HOMES


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nonsense"):
        govdocs.nonsense  # noqa: B018


def test_every_error_is_under_one_root_and_all_are_public():
    from govdocs import errors

    names = {name for name, value in vars(errors).items() if inspect.isclass(value)}
    assert names <= set(PUBLIC)
    assert all(issubclass(getattr(errors, name), govdocs.GovdocsError) for name in names)
    tree = errors.__doc__
    assert all(name in tree for name in names)
