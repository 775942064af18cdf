"""Charts that stay charts: a chart part and the workbook that its figures come from.

python-pptx writes and styles the chart, XlsxWriter (which comes with it) the workbook. Both are the
extra ``govdocs[charts]`` and are imported when the first chart is written.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any, NamedTuple

from govdocs.compose.composition import ChartForm, ComposedChart, Composition, Profile, Role
from govdocs.errors import LayoutError
from govdocs.fontbook.official import docx_name
from govdocs.writers.docx.chart_looks import (
    number_format,
    set_text,
    style_axes,
    style_series,
    style_slices,
)
from govdocs.writers.docx.oxml.chart import finish_space, with_valid_ids
from govdocs.writers.docx.oxml.style import Fonts

WORKBOOK_RELATION = "rId1"
"""Id of a chart part's only relationship."""

_TYPES = {
    ChartForm.COLUMN: "COLUMN_CLUSTERED",
    ChartForm.STACKED_COLUMN: "COLUMN_STACKED",
    ChartForm.LINE: "LINE_MARKERS",
    ChartForm.PIE: "PIE",
}


class ChartFiles(NamedTuple):
    """The bytes of a chart part and of its workbook."""

    chart: bytes
    workbook: bytes


def chart_files(block: ComposedChart, composition: Composition) -> ChartFiles:
    """A chart and its workbook.

    Raises:
        LayoutError: python-pptx is not installed.
    """
    try:
        import pptx.chart.data  # noqa: F401
    except ImportError as error:
        raise LayoutError(
            "DOCX 中的图表要用 python-pptx，本机没有安装；请运行 pip install 'govdocs[charts]'",
            "charts in a DOCX need python-pptx, which is not installed; "
            "run: pip install 'govdocs[charts]'",
        ) from error
    return ChartFiles(_chart(block, composition.profile), _workbook(block, composition.date))


def _chart(block: ComposedChart, profile: Profile) -> bytes:
    from lxml import etree
    from pptx.chart.chart import Chart

    space = _space(block)
    chart = Chart(space, None)
    style = profile.styles[Role.CHART_TEXT]
    set_text(chart, block, profile)
    if block.axis is None:
        style_slices(chart, block, profile.chart)
    else:
        style_axes(chart, block, profile.chart)
        style_series(chart, block, profile.chart)
    fonts = Fonts(docx_name(style.face), docx_name(style.latin_face))
    finish_space(space, fonts, WORKBOOK_RELATION)
    data: bytes = etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _space(block: ComposedChart) -> Any:
    """The ``c:chartSpace`` with all names and figures, not styled yet."""
    from pptx.chart.data import CategoryChartData
    from pptx.chart.xmlwriter import ChartXmlWriter
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.oxml import parse_xml

    data = CategoryChartData()
    data.categories = block.categories
    for series in block.series:
        values = [None if value is None else format(value, "f") for value in series.values]
        data.add_series(series.name, values, number_format(series))
    kind = getattr(XL_CHART_TYPE, _TYPES[block.form])
    return parse_xml(with_valid_ids(ChartXmlWriter(kind, data).xml).encode())


def _workbook(block: ComposedChart, date: datetime.date) -> bytes:
    """The figures as a sheet: categories down, series across, as the chart refers to them.

    Names are written as text: one that begins with = is no formula.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    midnight = datetime.datetime(date.year, date.month, date.day)
    book.set_properties({"created": midnight})
    sheet = book.add_worksheet("Sheet1")
    sheet.write_string(0, 0, block.note)
    for row, category in enumerate(block.categories, 1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(block.series, 1):
        sheet.write_string(0, column, series.name)
        look = book.add_format({"num_format": number_format(series)})
        for row, value in enumerate(series.values, 1):
            if value is not None:
                sheet.write_number(row, column, value, look)
    book.close()
    return _without_system(out.getvalue())


def _without_system(archive: bytes) -> bytes:
    """A zip whose entries say nothing of the system and the time that they were made on."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
