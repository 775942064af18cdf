"""Write a Composition as DOCX through python-docx.

Source:
    GB/T 9704-2012 clauses 5 and 7, as the Composition's profile has them
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import BinaryIO

from govdocs.compose.composition import ComposedTable, Composition
from govdocs.writers.docx.blocks import body_blocks
from govdocs.writers.docx.charts import chart_files
from govdocs.writers.docx.fonts import font_alternatives
from govdocs.writers.docx.imprint import closed_body
from govdocs.writers.docx.landscape import document_sections
from govdocs.writers.docx.opening import opening_blocks
from govdocs.writers.docx.oxml.font_table import font_table_part
from govdocs.writers.docx.oxml.markup import root
from govdocs.writers.docx.oxml.properties import core_properties_part
from govdocs.writers.docx.oxml.settings import settings_part
from govdocs.writers.docx.package import DocxPackage
from govdocs.writers.docx.page import add_feet, section_measures
from govdocs.writers.docx.style_sheet import StyleSheet
from govdocs.writers.docx.tables import cell_looks


def write_docx(composition: Composition, out: BinaryIO, *, template: Path) -> None:
    """Write a DOCX file.

    Args:
        composition: what to write.
        out: a binary stream.
        template: a DOCX file, or a folder with its unpacked parts, that gives the skeleton and
            the theme; styles, settings and section come from the composition's profile.

    Raises:
        LayoutError: text or a picture that a DOCX cannot hold, a chart without python-pptx, or
            an unusable template.
    """
    profile = composition.profile
    tables = (block for block in composition.blocks if isinstance(block, ComposedTable))
    looks = frozenset(look for each in tables for look in cell_looks(each))
    sheet = StyleSheet(profile, looks, composition.roles)
    package = DocxPackage(template)
    package.set_styles(sheet.markup())
    package.set_settings(settings_part(mirror_margins=composition.options.mirror_margins))
    package.set_core_properties(
        core_properties_part(composition.title, composition.author, composition.date)
    )
    package.add_font_table(font_table_part(font_alternatives(profile)))
    measures, feet = section_measures(profile), add_feet(package, profile)
    blocks = body_blocks(
        composition,
        sheet,
        package.add_picture,
        lambda chart: package.add_chart(*chart_files(chart, composition)),
        document_sections(composition, package, measures, feet),
    )
    everything = chain(opening_blocks(composition, sheet), blocks)
    body = closed_body(everything, composition, sheet, package, measures, feet)
    package.set_body(root("w:body", *body, prefixes=("w", "r", "wp", "a", "pic")))
    package.write(out)
