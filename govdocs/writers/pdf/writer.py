"""Write Pages as a PDF file. The same pages give the same bytes."""

from __future__ import annotations

from typing import BinaryIO

from govdocs.layout.pages import Pages
from govdocs.units import EMU_PER_PT
from govdocs.writers.pdf.content import page_content, shifted
from govdocs.writers.pdf.fonts import FontTable
from govdocs.writers.pdf.objects import PdfFile, text_string
from govdocs.writers.pdf.outline import write_outline
from govdocs.writers.pdf.pictures import PictureTable

_PRODUCER = "govdocs"


def write_pdf(pages: Pages, out: BinaryIO) -> None:
    """Write a laid-out document to a binary stream.

    Every face is embedded as a subset; title, language, outline and page labels are set.

    Raises:
        LayoutError: a picture cannot be read.
    """
    file = PdfFile()
    fonts = FontTable()
    pictures = PictureTable(file)
    height = pages.geometry.height
    contents = [
        file.stream(
            b"",
            shifted(
                page_content(page, pages.geometry, fonts, pictures.name),
                0 if page.number % 2 else pages.even_shift,
            ),
        )
        for page in pages.pages
    ]
    resources = file.new(
        b"<</Font<<%s>>/XObject<<%s>>>>" % (fonts.write(file), pictures.resources())
    )
    tree = file.new()
    box = b"[0 0 %.3f %.3f]" % (pages.geometry.width / EMU_PER_PT, height / EMU_PER_PT)
    numbers = [
        file.new(
            b"<</Type/Page/Parent %d 0 R/MediaBox%s/Resources %d 0 R/Contents %d 0 R>>"
            % (tree, box, resources, content)
        )
        for content in contents
    ]
    kids = b" ".join([b"%d 0 R" % number for number in numbers])
    file.fill(tree, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(numbers), kids))
    catalog = file.new(_catalog(pages, tree, numbers, file))
    out.write(file.file(catalog, file.new(_information(pages))))


def _catalog(pages: Pages, tree: int, numbers: list[int], file: PdfFile) -> bytes:
    outline = b""
    if pages.bookmarks:
        root = write_outline(pages.bookmarks, numbers, pages.geometry.height, file)
        outline = b"/Outlines %d 0 R/PageMode/UseOutlines" % root
    shows_title = b"/ViewerPreferences<</DisplayDocTitle true>>" if pages.title else b""
    return b"<</Type/Catalog/Pages %d 0 R/Lang(zh-CN)/PageLabels<</Nums[0<</S/D>>]>>%s%s>>" % (
        tree,
        shows_title,
        outline,
    )


def _information(pages: Pages) -> bytes:
    date = b"(D:%s000000Z)" % pages.date.strftime("%Y%m%d").rjust(8, "0").encode("ascii")
    entries = [b"/Producer%s/CreationDate%s/ModDate%s" % (text_string(_PRODUCER), date, date)]
    if pages.title:
        entries.append(b"/Title" + text_string(pages.title))
    if pages.author:
        entries.append(b"/Author" + text_string(pages.author))
    return b"<<%s>>" % b"".join(entries)
