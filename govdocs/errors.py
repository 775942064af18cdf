"""Errors: what cannot go on. One tree:

GovdocsError
├── InputError          a source that cannot be read
│   └── ReportError         a report whose data is wrong, with every fault
├── ModelError          a value the model refuses (ValueError)
├── TemplateError       a template that cannot be filled
├── CodecError          JSON that is no document (ValueError)
├── UsageError          a call or option that makes no sense (ValueError)
├── FontError           a font file that cannot be used
│   └── MissingGlyphError   characters that no face holds
└── LayoutError         content that cannot be set on the page
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govdocs.findings import Finding


class GovdocsError(Exception):
    """Base of every error of this package.

    Attributes:
        zh: what is wrong, where, and what to do, in Chinese.
        en: the same in English.
        at: place: a file, ``file:line``, or the path of a node; None if there is none.
    """

    def __init__(self, zh: str, en: str, *, at: str | None = None) -> None:
        self.zh = zh
        self.en = en
        self.at = at
        super().__init__(f"{at}: {zh} / {en}" if at else f"{zh} / {en}")

    def __reduce__(self) -> tuple[object, ...]:
        # An exception is pickled as its class and its one message: too little to make it again,
        # and a pool of processes dies of an error that it cannot unpickle.
        return _restored, (type(self), self.args, self.__dict__.copy())

    def message(self, lang: str) -> str:
        """The message in one language (``"zh"`` or ``"en"``), led by its place."""
        text = self.zh if lang == "zh" else self.en
        return f"{self.at}: {text}" if self.at else text


class InputError(GovdocsError):
    """A source that cannot be read."""


class ReportError(InputError):
    """The data of a report is wrong.

    Attributes:
        findings: every fault, each with its place.
    """

    def __init__(self, findings: tuple[Finding, ...], *, at: str | None = None) -> None:
        self.findings = findings
        zh = "；".join(f"{each.place or ''}：{each.zh}".lstrip("：") for each in findings)
        en = "; ".join(f"{each.place or ''}: {each.en}".lstrip(": ") for each in findings)
        super().__init__(zh, en, at=at)


class ModelError(GovdocsError, ValueError):
    """A value that the document model refuses."""


class CodecError(GovdocsError, ValueError):
    """JSON that does not describe a document."""


class UsageError(GovdocsError, ValueError):
    """A call or an option that makes no sense."""


class TemplateError(GovdocsError):
    """A template that is broken, asks for a field there is not, or goes past a limit.

    Attributes:
        field: the dotted path of the field concerned, as the template names it, or None.
    """

    def __init__(
        self, zh: str, en: str, *, at: str | None = None, field: str | None = None
    ) -> None:
        super().__init__(zh, en, at=at)
        self.field = field


class FontError(GovdocsError):
    """A font file that cannot be used."""


class MissingGlyphError(FontError):
    """Characters that no face of the chain holds; they are named, never drawn as boxes.

    Attributes:
        source: index of the first block concerned in the walk of the document, or None.
    """

    def __init__(self, zh: str, en: str, *, source: int | None = None) -> None:
        super().__init__(zh, en)
        self.source = source


class LayoutError(GovdocsError):
    """Content that cannot be set on the page."""


def _restored(
    kind: type[GovdocsError], args: tuple[object, ...], state: dict[str, object]
) -> GovdocsError:
    """An error as it was when it was pickled."""
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error
