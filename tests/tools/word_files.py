"""Small DOCX files made from the markup of their body, for tests of the reader."""

import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def paragraph(text="", properties="", run=""):
    """A w:p with one run; ``properties`` go into w:pPr, ``run`` into w:rPr."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def numbered(text, level=0, id=1):
    """A paragraph of a list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id}"/></w:numPr>')


def level(index, format, pattern, start=1, more=""):
    """A w:lvl."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def lists(*levels, nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    """A numbering part with one definition."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def cell(text="", properties=""):
    """A w:tc."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells, properties=""):
    """A w:tr."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows):
    """A w:tbl."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def docx(body, *, numbering="", styles="", parts=None):
    """The bytes of a DOCX.

    Args:
        body: markup of w:body.
        numbering: what is in w:numbering.
        styles: what is in w:styles.
        parts: further members, name to (kind of relationship, whole content).
    """
    members = {
        "word/document.xml": ("", _part("document", f"<w:body>{body}</w:body>")),
        "word/numbering.xml": ("numbering", _part("numbering", numbering)),
        "word/styles.xml": ("styles", _part("styles", styles)),
        **(parts or {}),
    }
    links = [
        f'<Relationship Id="r{n}" Type="{_TYPE}/{kind}" Target="{name.removeprefix("word/")}"/>'
        for n, (name, (kind, _)) in enumerate(members.items())
        if kind
    ]
    main = f'<Relationship Id="r1" Type="{_TYPE}/officeDocument" Target="word/document.xml"/>'
    files = {name: content for name, (_, content) in members.items()}
    files["_rels/.rels"] = f'<Relationships xmlns="{_RELS}">{main}</Relationships>'
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{_RELS}">{"".join(links)}</Relationships>'
    )
    return archive(files)


def _part(name, content):
    return f"<w:{name} {_NAMESPACES}>{content}</w:{name}>"


def part(name, content):
    """A whole part of Word's namespace, for ``docx(parts=…)``."""
    return _part(name, content)


def archive(files):
    """The bytes of a ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()
