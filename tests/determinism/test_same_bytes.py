"""The same input gives the same bytes, in every process and in every order."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

import govdocs
from govdocs.testing.strategies import reports

ROOT = Path(__file__).parents[2]
FORMATS = ("pdf", "docx")
CODE = """
import datetime, hashlib, sys
import govdocs
from govdocs import build
from govdocs.testing.strategies import png

path, to = sys.argv[1:]
read = govdocs.read(path)
built = build.document(
    "题", "文abc一二三𠅤。", build.section("甲", build.item("乙")),
    build.table([["甲", build.cell("乙", colspan=2)], ["1", "2", "3"]]),
    build.figure(png(9, 9), "图", caption="图1"),
    signature=["甲机关", "乙机关"], date_of_issue=datetime.date(2018, 1, 9),
)
for document in (read, built):
    data = govdocs.render(document, to, bundled_fonts=True)
    print(hashlib.sha256(data).hexdigest())
print(hashlib.sha256(govdocs.encode(built).encode()).hexdigest())
"""


def hashes(seed, to, **variables):
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("SOURCE_DATE_EPOCH", "GOVDOCS_FONT_DIRS")
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", CODE, ROOT / "examples" / "lijia-2017.txt", to],
        env=environment | {"PYTHONHASHSEED": seed} | variables,
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.split()


@pytest.mark.parametrize("to", FORMATS)
def test_two_processes_with_different_hash_seeds_give_the_same_bytes(to):
    assert len(set(hashes("1", to))) == 3
    assert hashes("1", to) == hashes("2", to)


@pytest.mark.parametrize("to", FORMATS)
def test_locale_time_zone_and_home_change_nothing(to, tmp_path):
    plain = hashes("0", to, LANG="C", TZ="UTC")
    other = hashes("0", to, LANG="zh_CN.UTF-8", TZ="Asia/Shanghai", HOME=str(tmp_path))
    assert plain == other


@pytest.mark.parametrize("to", FORMATS)
def test_source_date_epoch_is_part_of_the_input(to):
    plain, dated = hashes("0", to), hashes("0", to, SOURCE_DATE_EPOCH="1000000000")
    assert plain[:2] != dated[:2]
    assert hashes("3", to, SOURCE_DATE_EPOCH="1000000000") == dated


@settings(max_examples=25, deadline=None)
@given(reports())
def test_what_was_rendered_before_changes_nothing(built):
    first = [govdocs.render(built, to, bundled_fonts=True) for to in FORMATS]
    govdocs.render(govdocs.build.document("别的", "文字与 letters"), "pdf", bundled_fonts=True)
    copy = govdocs.decode(govdocs.encode(built))
    again = [govdocs.render(copy, to, bundled_fonts=True) for to in FORMATS]
    assert first == again
    assert len({hashlib.sha256(data).digest() for data in first}) == 2
