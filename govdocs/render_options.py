"""What a caller may ask of a rendering."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from govdocs.environment import Environment
from govdocs.errors import UsageError
from govdocs.typography.face_role import FaceRole

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """How a document is rendered.

    Attributes:
        profile: the format; see ``govdocs.profile_names()``. The document's own if None, else
            ``official`` for one with a header block or an imprint, else ``published-report``.
        date: date in the file's properties; if None, that of SOURCE_DATE_EPOCH, else the
            document's date of issue, else 1980-01-01.
        fonts: face role (``"fang"``, ``"kai"``, ``"hei"``, ``"song"``, ``"biaosong"``,
            ``"latin"``) -> a TrueType file to use for it in the PDF.
        bundled_fonts: leave the machine's fonts aside, so that every machine gives the same PDF.
        templates: folders whose text templates go before the shipped ones; for reports.
        preprinted: 套打: leave out the red parts, which the paper bears already; keep their room.
        draft_seals: show with a grey ring where each seal is to come.
        seals: organ or name -> PNG picture of its seal or signature stamp. Only in the PDF; it
            is a picture, no electronic seal (国办发〔2025〕33号).
        imprint_on_even_page: set the imprint on an even page, for print on both sides.
        mirror_margins: the binding margin (28 mm) is at the right of even pages; else at the
            left of all.
        normalise: first set numbers, dates and marks as the standards want them; each change is
            a finding.
        without: names of rules of normalising to leave out.
        environment: where fonts and templates lie; this machine's if None.
    """

    profile: str | None = None
    date: datetime.date | None = None
    fonts: Mapping[str, str | os.PathLike[str]] = field(default_factory=dict)
    bundled_fonts: bool = False
    templates: tuple[Path, ...] = ()
    preprinted: bool = False
    draft_seals: bool = False
    seals: Mapping[str, bytes] = field(default_factory=dict)
    imprint_on_even_page: bool = False
    mirror_margins: bool = False
    normalise: bool = False
    without: tuple[str, ...] = ()
    environment: Environment | None = None

    def __post_init__(self) -> None:
        # A datetime is a date to isinstance, but its time of day would reach the properties.
        if self.date is not None and type(self.date) is not datetime.date:
            raise UsageError(
                f"选项 date 应为 datetime.date，得到 {self.date!r}",
                f"option date takes a datetime.date, got {self.date!r}",
            )
        for role in self.fonts:
            if role not in list(FaceRole):
                raise UsageError(
                    f"没有名为 {role!r} 的字体角色；可用的有：{'、'.join(FaceRole)}",
                    f"no face role {role!r}; known: {', '.join(FaceRole)}",
                )
        _check_seals(self.seals)


def check_seal(organ: object, picture: object, *, at: str | None = None) -> None:
    """Refuse the picture of a seal or signature stamp that is no PNG.

    Args:
        organ: whose it is.
        picture: its data.
        at: the file that it comes from.

    Raises:
        UsageError: it is no PNG, or not bytes.
    """
    if not isinstance(picture, bytes):
        raise UsageError(
            f"“{organ}”的印章图片应为 PNG 文件的内容（bytes），得到 {type(picture).__name__}",
            f"the picture of the seal of “{organ}” takes the bytes of a PNG file, "
            f"got {type(picture).__name__}",
            at=at,
        )
    if not picture.startswith(_PNG_SIGNATURE):
        raise UsageError(
            f"“{organ}”的印章图片应为底色透明的 PNG；请用看图软件另存，或换一张",
            f"the picture of the seal of “{organ}” must be a PNG with a transparent ground; "
            "save it as one, or use another",
            at=at,
        )


def _check_seals(seals: object) -> None:
    if not isinstance(seals, Mapping):
        raise UsageError(
            f"选项 seals 应为“机关: 图片”的映射，得到 {type(seals).__name__}",
            f"option seals takes a mapping of organs to pictures, got {type(seals).__name__}",
        )
    for organ, picture in seals.items():
        check_seal(organ, picture)
