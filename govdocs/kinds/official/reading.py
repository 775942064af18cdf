"""Read an official document from YAML, JSON or natural text."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeAlias

from govdocs.errors import InputError
from govdocs.findings import Finding
from govdocs.inputs.file_bytes import file_bytes
from govdocs.inputs.recognition import DATA_ENDINGS, Kind, kind_of, kind_of_text
from govdocs.inputs.text.decoding import decode
from govdocs.inputs.text.log import FindingLog
from govdocs.kinds.official.decode import Decoded, decode_official
from govdocs.kinds.official.document import OfficialDocument
from govdocs.kinds.official.markup import decode_text
from govdocs.kinds.official.placing import placed
from govdocs.kinds.official.recognising import is_official_text
from govdocs.kinds.source_lines import SourceLine

Source: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO

_LONGEST_NAME = 4096


class OfficialReading(NamedTuple):
    """An official document that was read, and where its parts stand in the source.

    Attributes:
        official: the document's facts.
        findings: what is printed otherwise than it was written.
        texts: source lines of each field, line by line, by the name that findings give it.
    """

    official: OfficialDocument
    findings: tuple[Finding, ...]
    texts: Mapping[str, Sequence[SourceLine]]

    def placed(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings on fields and texts, with the line that they stand in."""
        return tuple(placed(finding, self.texts) for finding in findings)


def read_official(source: Source) -> OfficialDocument:
    """Read an official document (公文) of the fifteen kinds.

    Args:
        source: a path: YAML, JSON, or a text with front matter ``文种: 通知`` or lines as a 公文
            has them; or the text itself, bytes or a binary stream of a text.

    Raises:
        InputError: it cannot be read, or is no official document.
        ReportError: its data is wrong; every fault with its place.
    """
    return read_official_with_findings(source).official


def read_official_with_findings(
    source: Source, *, replace: Mapping[str, str] | None = None
) -> OfficialReading:
    """Read an official document as :func:`read_official`, with what is worth knowing.

    Args:
        source: as of :func:`read_official`.
        replace: texts to replace in a text before it is read, old to new.
    """
    path = _path(source)
    name = str(path) if path else None
    ending = path.suffix.lower() if path else ""
    data = file_bytes(path) if path else _whole(source)
    if ending in DATA_ENDINGS:
        return _read(decode_official(data, name=name, format=DATA_ENDINGS[ending]), ())
    log = FindingLog()
    kind = kind_of(data, name) if isinstance(data, bytes) else kind_of_text(data, name)
    if kind is not Kind.TEXT:
        raise InputError(
            f"公文要从 YAML、JSON 或文本读取，这是 {kind.value}",
            f"official documents are read from YAML, JSON or text; this is {kind.value}",
            at=name,
        )
    text = data if isinstance(data, str) else decode(data, name, log)
    if not is_official_text(text):
        raise InputError(
            "没有认出公文：请在 front matter 中写“文种: 通知”之类，"
            "或写出发文字号和以文种结尾的标题",
            "no official document was recognised: write “kind: notice” or the like in front "
            "matter, or give its number and a title that ends with its kind",
            at=name,
        )
    return _read(decode_text(text, name=name, replace=replace), log.findings())


def _read(found: Decoded, before: tuple[Finding, ...]) -> OfficialReading:
    return OfficialReading(found.official, (*before, *found.findings), found.texts)


def _path(source: object) -> Path | None:
    """The file that a source names; a text of one line may be one, if there is such a file."""
    if isinstance(source, os.PathLike):
        return Path(source)
    if not isinstance(source, str) or "\n" in source or len(source) > _LONGEST_NAME:
        return None
    path = Path(source)
    return path if path.suffix.lower() in DATA_ENDINGS or path.is_file() else None


def _whole(source: Source) -> str | bytes:
    if isinstance(source, str | bytes):
        return source
    return file_bytes(Path(source)) if isinstance(source, os.PathLike) else source.read()
