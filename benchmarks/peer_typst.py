"""typst, as its Python wheel: one compiler kept over all documents, as its users are told to.

PEER_TYPST_TAGS=0 turns the tags off that typst writes by default.
"""

import json
import os

import common
import typst

TEMPLATE = os.path.join(common.HERE, "report.typ")
TAGS = os.environ.get("PEER_TYPST_TAGS", "1") == "1"

compiler = typst.Compiler(
    TEMPLATE,
    font_paths=typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[common.FONT_FOLDER],
    ),
)


def render(report):
    """The report as a PDF."""
    inputs = {"doc": json.dumps(report, ensure_ascii=False)}
    return compiler.compile(sys_inputs=inputs, format="pdf", pdf_tags=TAGS)


common.run(render)
