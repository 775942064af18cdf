"""Open a PDF, or say why it cannot be measured.

PDFium reads it: it gives the ink box, the face, the size and the colour of each glyph, and draws
the crops, so that one reading serves both. Reading it again with another library would cost
another pass over the file and could only disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, cast

from govdocs.errors import InputError, UsageError

if TYPE_CHECKING:
    import pypdfium2

_PASSWORD = "password"
_ENCRYPTED = b"/Encrypt"  # PDFium may speak of a password where there is none


@contextmanager
def opened(data: bytes, at: str | None) -> Iterator[pypdfium2.PdfDocument]:
    """The document of a PDF's bytes.

    Raises:
        InputError: it is encrypted, damaged, or has no page.
        UsageError: pypdfium2 is not installed.
    """
    library = _library()
    try:
        document = library.PdfDocument(data)
    except library.PdfiumError as error:
        raise _refusal(
            is_encrypted=_PASSWORD in str(error) and _ENCRYPTED in data, at=at
        ) from error
    try:
        if not len(document):
            raise _refusal(is_encrypted=False, at=at)
        yield document
    except library.PdfiumError as error:  # a page of it is damaged
        raise _refusal(is_encrypted=False, at=at) from error
    finally:
        document.close()


def _library() -> ModuleType:
    try:
        import pypdfium2  # an extra, imported when a PDF is measured
    except ImportError as error:
        raise UsageError(
            "测量 PDF 需要 pypdfium2；请运行 pip install 'govdocs[certify]'",
            "measuring a PDF needs pypdfium2; run: pip install 'govdocs[certify]'",
        ) from error
    return cast(ModuleType, pypdfium2)


def _refusal(*, is_encrypted: bool, at: str | None) -> InputError:
    if is_encrypted:
        return InputError(
            "这个 PDF 有密码，读不了；请先解除密码",
            "this PDF is protected by a password; remove it first",
            at=at,
        )
    return InputError(
        "这个 PDF 已损坏、不完整，或一页也没有；请重新导出",
        "this PDF is damaged, incomplete, or has no page; export it again",
        at=at,
    )
