"""Yearly reports through the public names: bytes in, bytes out, in threads and processes."""

import copy
import datetime
import io
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import county_cases
import pytest

import govdocs

EXAMPLES = Path(__file__).parents[2] / "examples" / "annual_reports"
YEARS = (2009, 2015, 2017, 2020, 2025)
DATE = datetime.date(2026, 1, 20)


@pytest.fixture(scope="module")
def reports():
    """Reports in every format, and some of one."""
    made = [govdocs.read_report(EXAMPLES / f"{year}.yaml") for year in YEARS]
    made += [
        county_cases.report(
            f"青禾县{name}局", county_cases.tables(licences=count), f"第{count}项。"
        )
        for count, name in enumerate(("教育", "财政", "民政"))
    ]
    return made


def outcome(report):
    """Everything that can be asked of a report."""
    return (
        govdocs.render(report, "docx", date=DATE),
        govdocs.render(report, "pdf", date=DATE, bundled_fonts=True),
        govdocs.check(report),
        report.next_year(),
    )


def test_eight_threads_give_what_one_gives(reports):
    alone = [outcome(report) for report in reports]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(outcome, reports * 2))
    assert together == alone * 2


def checked_elsewhere(report):
    return govdocs.check(report), govdocs.render(report, "docx", date=DATE)


def test_reports_travel_to_other_processes_and_back(reports):
    some = reports[-3:]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        there = list(pool.map(checked_elsewhere, some))
        returned = list(pool.map(copy.copy, some))
    assert there == [checked_elsewhere(report) for report in some]
    assert returned == some


def test_a_report_is_a_value(reports):
    for report in reports:
        for same in (
            pickle.loads(pickle.dumps(report)),
            copy.copy(report),
            copy.deepcopy(report),
            report.model_copy(),
        ):
            assert same == report
            assert hash(same) == hash(report)
    assert len(set(reports)) == len(reports)
    assert reports[0] != reports[1]


def test_a_report_does_not_change(reports):
    with pytest.raises(ValueError, match="frozen"):
        reports[-1].year = 2024
    before = pickle.dumps(reports[-1])
    outcome(reports[-1])
    assert pickle.dumps(reports[-1]) == before


def test_findings_and_errors_travel_too(tmp_path):
    report = county_cases.report(text="某某局。")
    findings = govdocs.check(report)
    assert findings
    assert pickle.loads(pickle.dumps(findings)) == findings
    wrong = tmp_path / "a.yaml"
    wrong.write_text("年度: 2025\n机关: 青禾县教育局\n邮遍: 1\n", encoding="utf-8")
    with pytest.raises(govdocs.ReportError) as raised:
        govdocs.read_report_with_findings(wrong)
    same = pickle.loads(pickle.dumps(raised.value))
    assert same.findings == raised.value.findings


def test_streams_in_and_out():
    report = county_cases.report()
    out = io.BytesIO()
    govdocs.save(report, out, "docx", date=DATE)
    assert out.getvalue() == govdocs.render(report, "docx", date=DATE)
    out.seek(0)
    read = govdocs.read_report_with_findings(out)
    assert read.report.tables == report.tables
    assert read.has_tables


def test_rendering_tells_what_was_mended_in_the_texts():
    from govdocs.api import render_with_findings

    rendering = render_with_findings(county_cases.report(text="好,很好。"), "docx")
    mended, title = rendering.findings
    assert (mended.id, mended.place) == ("mark-restored", "章节 总体情况 第6行")
    assert title.id == "title-lines"
    assert rendering.data.startswith(b"PK")


def test_the_chain_by_hand_and_by_next_year():
    figures = county_cases.tables()
    figures["申请"] |= {"新收": [5, 0, 0, 0, 0, 0, 5], "结转下年": [2, 0, 0, 0, 0, 0, 2]}
    last = county_cases.report(年度=2024, figures=figures)
    begun = last.next_year()
    assert (begun.year, begun.last_year.tables) == (2025, last.tables)
    assert begun.tables.at("t2", "上年结转", "总计") == 2
    this = county_cases.report()
    chain = [f for f in govdocs.check(this, last=last) if f.id == "carry-over"]
    assert [f.cells for f in chain] == [("t2.上年结转.自然人",), ("t2.上年结转.总计",)]
    assert "carry-over" not in {f.id for f in govdocs.check(this)}


def test_own_templates_may_be_named_by_text_or_path(tmp_path, monkeypatch):
    folder = tmp_path / "own" / "annual_report"
    folder.mkdir(parents=True)
    (folder / "2021.jinja").write_text(
        "{% macro introduction() %}由{{ agency }}编。{% endmacro %}", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    report = county_cases.report()
    plain = govdocs.render(report, "docx", date=DATE)
    own = govdocs.render(report, "docx", date=DATE, templates=(Path("own"),))
    assert own == govdocs.render(report, "docx", date=DATE, templates=(tmp_path / "own",))
    assert own != plain
    monkeypatch.chdir("/")
    assert own == govdocs.render(report, "docx", date=DATE, templates=(tmp_path / "own",))


def test_a_document_is_checked_for_its_wording():
    document = govdocs.read("关于造林的通知\n\n请联系13912345678。\n")
    assert [f.id for f in govdocs.check(document)] == ["mobile-number"]


def test_an_option_that_does_not_exist_is_refused_whatever_is_checked():
    for document in (govdocs.read("题\n\n甲。\n"), county_cases.report()):
        with pytest.raises(govdocs.UsageError, match="farbe"):
            govdocs.check(document, farbe=1)
