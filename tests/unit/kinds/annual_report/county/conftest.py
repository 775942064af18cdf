"""Small counties for these tests: a roster and a folder of files."""

import pytest
from county_cases import YEAR

from govdocs.environment import default_environment
from govdocs.inputs.templating import Templates
from govdocs.kinds.annual_report.county.collect import collect
from govdocs.kinds.annual_report.county.roster import Unit, make_roster
from govdocs.kinds.annual_report.encode import to_yaml
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.standards.annual_report.loader import report_format


@pytest.fixture
def templates():
    return Templates((default_environment().templates,))


@pytest.fixture
def gather(tmp_path, templates):
    """Collects files (name to report, text or bytes) for units (names or Unit rows)."""

    def run(files, *units, form="2021"):
        folder = tmp_path / "年报"
        folder.mkdir()
        for name, content in files.items():
            if isinstance(content, AnnualReport):
                content = to_yaml(content)
            data = content if isinstance(content, bytes) else content.encode()
            (folder / name).write_bytes(data)
        rows = [
            Unit(name=unit, order=order) if isinstance(unit, str) else unit
            for order, unit in enumerate(units, 1)
        ]
        return collect(folder, make_roster("r", rows), YEAR, report_format(form), templates)

    return run
