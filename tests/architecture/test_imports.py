"""``import govdocs`` costs nothing that a caller may not need."""

import subprocess
import sys

import pytest

HEAVY = (
    "babel click docx fontTools hypothesis jinja2 lxml mammoth openpyxl pdfplumber PIL pptx "
    "pydantic pypdfium2 reportlab xlsxwriter yaml"
)
REPORT = "import sys; print(*sorted(name for name in sys.modules))"


def loaded(code):
    """The modules that a fresh interpreter has loaded after running the code."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"{code}\n{REPORT}"],
        capture_output=True,
        check=True,
        text=True,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        "import govdocs",
        "import govdocs; govdocs.Document, govdocs.build, govdocs.encode, govdocs.walk",
        "import govdocs; govdocs.Environment, govdocs.GovdocsError, govdocs.Finding",
        "import govdocs; govdocs.RenderOptions, govdocs.render, govdocs.save",
        "import govdocs; govdocs.read('题的报告\\n\\n正文。\\n')",
        "import govdocs.__main__",
    ],
)
def test_no_heavy_package_is_loaded_before_it_is_used(code):
    assert not loaded(code) & set(HEAVY.split())


def test_the_bare_import_loads_no_room_of_the_package():
    modules = loaded("import govdocs")
    assert {name for name in modules if name.startswith("govdocs")} == {"govdocs"}


def test_rendering_a_pdf_loads_nothing_of_docx_and_the_other_way_round():
    start = "import govdocs; d = govdocs.build.document('题', '文'); "
    pdf = loaded(start + "govdocs.render(d, 'pdf', bundled_fonts=True)")
    docx = loaded(start + "govdocs.render(d, 'docx')")
    assert not {"docx", "lxml", "click", "yaml", "fontTools"} & pdf
    assert not {"reportlab", "click", "yaml", "fontTools"} & docx


def test_nothing_imports_the_strategies():
    modules = loaded("import govdocs.api, govdocs.cli.app, govdocs.inputs.inspection")
    assert "govdocs.testing.strategies" not in modules
