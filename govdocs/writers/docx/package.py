"""The DOCX package: the template opened with python-docx, filled with markup, zipped.

The only module of this room that touches python-docx. It is imported inside the functions: it and
lxml cost ten times what the rest of the package costs to import.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from govdocs.compose.composition import ComposedFigure
from govdocs.errors import LayoutError
from govdocs.writers.docx.oxml.markup import Markup
from govdocs.writers.pictures import decoded

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold
_DEFLATE_LEVEL = 1
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class DocxPackage:
    """A DOCX file being filled.

    Args:
        template: a DOCX file, or a folder with its unpacked parts. It needs a document, styles,
            settings and core properties; what these hold is replaced.

    Raises:
        LayoutError: the template cannot be opened.
    """

    def __init__(self, template: Path) -> None:
        self._document = _open(template)
        self._parts = 0
        self._pictures: dict[bytes, str] = {}
        self._charts = 0

    def set_styles(self, markup: Markup) -> None:
        """Put the content of ``w:styles`` in place."""
        _refill(self._document.styles.element, markup)

    def set_settings(self, markup: Markup) -> None:
        """Put the content of ``w:settings`` in place."""
        _refill(self._document.settings.element, markup)

    def set_core_properties(self, markup: Markup) -> None:
        """Put the content of ``cp:coreProperties`` in place."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.part import XmlPart

        package = self._document.part.package
        part = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES) if package else None
        assert isinstance(part, XmlPart)
        _refill(part.element, markup)

    def set_body(self, markup: Markup) -> None:
        """Put ``w:body`` in place.

        The element itself is exchanged: to move its children to another parent takes lxml a time
        that grows with the square of a table's length.
        """
        from docx.oxml.parser import parse_xml

        document = self._document.element
        document.replace(document.body, parse_xml(markup.encode()))

    def add_footer(self, markup: Markup) -> str:
        """Add a footer; returns its relationship id."""
        self._parts += 1
        return self._add_part(f"footer{self._parts}.xml", "footer", "footer", markup)

    def add_font_table(self, markup: Markup) -> None:
        """Add the table of fonts."""
        self._add_part("fontTable.xml", "fontTable", "fontTable", markup)

    def add_picture(self, picture: ComposedFigure) -> str:
        """Add a picture, once however often it is given; returns its relationship id.

        The file is stored as it is. python-docx is not asked what it holds: it knows JPEG with
        JFIF or Exif data only, and the size on paper comes from the composition.

        Raises:
            LayoutError: the picture is broken or too large.
        """
        known = self._pictures.get(picture.data)
        if known is None:
            decoded(picture)
            known = self._pictures[picture.data] = self._add_image(picture)
        return known

    def add_chart(self, chart: bytes, workbook: bytes) -> str:
        """Add a chart part and the workbook of its figures; returns the chart's relationship id.

        The chart refers to its workbook as rId1.
        """
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        self._charts += 1
        main, number = self._document.part, self._charts
        name = PackURI(f"/word/charts/chart{number}.xml")
        part = Part(name, CONTENT_TYPE.DML_CHART, chart, main.package)
        book = PackURI(f"/word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx")
        sheet = Part(book, CONTENT_TYPE.SML_SHEET, workbook, main.package)
        part.relate_to(sheet, RELATIONSHIP_TYPE.PACKAGE)
        return main.relate_to(part, RELATIONSHIP_TYPE.CHART)

    def write(self, out: BinaryIO) -> None:
        """Write the file: same content, same bytes."""
        package = self._document.part.package
        assert package is not None
        parts = list(package.parts)
        for part in parts:
            part.before_marshal()
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            _store(archive, "[Content_Types].xml", _content_types(parts))
            _store(archive, "_rels/.rels", package.rels.xml)
            for part in parts:
                _store(archive, part.partname.membername, part.blob)
                if part.rels:
                    _store(archive, part.partname.rels_uri.membername, part.rels.xml)
        out.write(buffer.getvalue())

    def _add_image(self, picture: ComposedFigure) -> str:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.parts.image import ImagePart

        # A name apart from those of pictures that a template's theme may have brought along.
        name = f"figure{len(self._pictures) + 1}.{_ENDINGS[picture.media_type]}"
        part = ImagePart(PackURI(f"/word/media/{name}"), picture.media_type, picture.data)
        return self._document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

    def _add_part(self, name: str, content_type: str, relation: str, markup: Markup) -> str:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        main = self._document.part
        blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{markup}'.encode()
        kind = f"{_WORDPROCESSING}.{content_type}+xml"
        part = Part(PackURI(f"/word/{name}"), kind, blob, main.package)
        relations = {
            "footer": RELATIONSHIP_TYPE.FOOTER,
            "fontTable": RELATIONSHIP_TYPE.FONT_TABLE,
        }
        return main.relate_to(part, relations[relation])


def _open(template: Path) -> Document:
    """The template without what its document brings along, except styles, settings and theme."""
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(str(template))
    except (PackageNotFoundError, OSError, KeyError, ValueError) as error:
        raise LayoutError(
            f"打不开 DOCX 模板：{template}", f"cannot open the DOCX template {template}"
        ) from error
    kept = {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS, RELATIONSHIP_TYPE.THEME}
    relationships = document.part.rels
    for name in [name for name, one in relationships.items() if one.reltype not in kept]:
        del relationships[name]
    return document


def _refill(element: BaseOxmlElement, markup: Markup) -> None:
    """Replace all children of an element by those of a parsed root element."""
    from docx.oxml.parser import parse_xml

    filled = parse_xml(markup.encode())
    for child in list(element):
        element.remove(child)
    element.extend(list(filled))


def _content_types(parts: Iterable[Part]) -> bytes:
    """The stream that says what each part is: pictures by their ending, parts by their name."""
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    overrides = {}
    for part in parts:
        if part.content_type.startswith("image/"):
            defaults[part.partname.ext] = part.content_type
        else:
            overrides[str(part.partname)] = part.content_type
    entries = [
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in sorted(defaults.items())
    ]
    entries += [
        f'<Override PartName="{name}" ContentType="{kind}"/>'
        for name, kind in sorted(overrides.items())
    ]
    xml = f'<Types xmlns="{_CONTENT_TYPES}">{"".join(entries)}</Types>'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()


def _store(archive: zipfile.ZipFile, name: str, data: bytes | str) -> None:
    entry = zipfile.ZipInfo(name, _ZIP_DATE)
    entry.create_system = 0  # the same on every system
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data, compresslevel=_DEFLATE_LEVEL)
