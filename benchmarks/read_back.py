"""What can be read back from a peer's PDF."""

import ctypes
import re

import common
import pypdfium2.raw as pdfium

GRAM = 6  # characters a stretch: short enough to survive a line's end, long enough to be rare


def text_and_faces(pdf):
    """The text of a PDF, and whether each face that draws it is embedded."""
    texts, faces = [], {}
    for page in pdf:
        texts.append(page.get_textpage().get_text_range())
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(item.raw)
            faces[_font_name(font)] = pdfium.FPDFFont_GetIsEmbedded(font) == 1
    return "".join(texts), faces


def _font_name(font):
    buffer = (ctypes.c_char * 128)()
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    return buffer.value.decode("ascii", "replace").split("+")[-1]


def found_share(report, text):
    """Share of the report's six-character stretches that the PDF's text holds."""
    seen = re.sub(r"— \d+ —|\s", "", text)
    stretches = set()
    for block in report["blocks"]:
        if block["k"] == "p":
            want = re.sub(r"\s", "", "".join(text for _, text in common.printed_runs(block)))
            stretches |= {want[i : i + GRAM] for i in range(len(want) - GRAM + 1)}
    return sum(stretch in seen for stretch in stretches) / len(stretches)
