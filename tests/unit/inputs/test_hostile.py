"""Long and hostile texts take seconds, not minutes, and harm nothing."""

import subprocess
import sys
import time

import pytest

from govdocs.errors import InputError
from govdocs.findings import Severity
from govdocs.inputs.reading import read_with_findings
from govdocs.model.nodes import plain_text

MEGABYTES = 10


def repeated(unit):
    return unit * (MEGABYTES * 1_000_000 // len(unit.encode("utf-8", "surrogatepass")))


@pytest.mark.parametrize(
    "unit", ["中", "a", "官网入口", "一", "1.", "http://(", "“", "中(", "体育·", " a\u3000"]
)
def test_ten_megabytes_in_one_line_are_read_in_seconds(unit):
    text = repeated(unit)
    start = time.process_time()
    reading = read_with_findings(text)
    assert time.process_time() - start < 30
    held = "".join(plain_text(block.content) for block in reading.document.main_part.body)
    assert len(held) == len(text.strip())


@pytest.mark.parametrize("unit", ["中,", "a\x01", "中\u200b", "开云官网县政府"])
def test_findings_without_end_are_counted_and_not_listed(unit):
    reading = read_with_findings(unit * 60_000)
    left_off = [f for f in reading.findings if f.id == "more-findings"]
    assert [f.severity for f in left_off] == [Severity.INFO]
    assert len(reading.findings) < 51_000


def test_a_text_without_measure_is_refused():
    with pytest.raises(InputError, match="16000000"):
        read_with_findings("中" * 16_000_001)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "{{ 7*7 }} {% raw %}",
        "&lt;w:p&gt;]]><!--",
        "../../etc/passwd",
        "=cmd|' /C calc'!A0",
        "\u202e\u2066\u200f",
        "\ud800\udfff",
        "%s %n \\x00",
    ],
)
def test_hostile_text_is_text(text):
    reading = read_with_findings(f"一、概述\n{text}\n")
    assert reading.document.main_part.body


def test_importing_the_reader_loads_neither_yaml_nor_difflib():
    code = (
        "import sys, govdocs.inputs.reading;"
        "print([m for m in ('yaml', 'difflib', 'pydantic', 'jinja2', 'babel') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
