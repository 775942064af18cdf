"""The elements of a 公文 around its text: header block, closing, attachments, imprint.

Source:
    GB/T 9704-2012 7.1 to 7.4, 10.3
"""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass

from govdocs.errors import ModelError
from govdocs.model.blocks import BLOCK_TYPES, HIGHEST_NUMBER, Block
from govdocs.model.checks import (
    check_date,
    check_kind,
    check_optional_text,
    check_range,
    check_text,
    check_texts,
    check_tuple,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderBlock:
    """版头: everything above the red rule of the first page (7.2).

    Attributes:
        copy_number: 份号, six digits.
        secrecy: 密级和保密期限 as printed, ``机密★1年``.
        urgency: 紧急程度, ``特急`` or ``加急``.
        issuer_mark: 发文机关标志, one name an organ, the host first.
        mark_word: what follows the names: ``文件``, ``令``, ``纪要``; empty for the names alone.
        document_number: 发文字号 ``×政发〔2017〕1号``, of an order ``第1号``.
        signatories: 签发人 of an upward document, in the order of their organs.
    """

    copy_number: str | None = None
    secrecy: str | None = None
    urgency: str | None = None
    issuer_mark: tuple[str, ...] = ()
    mark_word: str = "文件"
    document_number: str | None = None
    signatories: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("copy_number", "secrecy", "urgency", "document_number"):
            check_optional_text(
                getattr(self, name), f"版头的 {name}", f"{name} of the header block"
            )
        check_text(self.mark_word, "版头的 mark_word", "mark_word of the header block")
        for name in ("issuer_mark", "signatories"):
            check_texts(getattr(self, name), f"版头的 {name}", f"{name} of the header block")


class Signing(enum.StrEnum):
    """How a document is signed (7.3.5)."""

    UNSEALED = "unsealed"
    SEALED = "sealed"
    STAMPED = "stamped"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureStamp:
    """签名章 (7.3.5.3): the office in full, ``县长``, and the name on the stamp."""

    office: str
    name: str

    def __post_init__(self) -> None:
        check_text(self.office, "签名章的职务", "the office of a signature stamp")
        check_text(self.name, "签名章的姓名", "the name of a signature stamp")
        if not self.name:
            raise ModelError("签名章没有姓名", "a signature stamp needs a name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """A list of those at a meeting (10.3): ``出席``, ``请假`` or ``列席``, and who, as printed."""

    label: str
    people: str

    def __post_init__(self) -> None:
        check_text(self.label, "出席人员名单的标签", "the label of an attendance list")
        check_text(self.people, "出席人员名单", "an attendance list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """附件: a numbered, titled annex that starts on a new page (7.3.7).

    Attributes:
        title: its title, the one that 附件说明 names.
        number: its number; None for a single attachment.
        blocks: its content.
        bound: whether it is bound with the text; one that is not repeats the document number.
    """

    title: str
    number: int | None = None
    blocks: tuple[Block, ...] = ()
    bound: bool = True

    def __post_init__(self) -> None:
        check_text(self.title, "附件标题", "an attachment's title")
        check_tuple(self.blocks, BLOCK_TYPES, "附件的 blocks", "blocks of an attachment")
        check_kind(self.bound, bool, "附件的 bound", "bound of an attachment")
        if self.number is not None:
            check_range(self.number, 1, HIGHEST_NUMBER, "附件序号", "an attachment number")


@dataclass(frozen=True, slots=True, kw_only=True)
class MainPart:
    """主体: from the title to the attachments (7.3).

    Attributes:
        title: 标题; empty for a text that has none.
        title_lines: the lines that the caller breaks it into; empty to have it broken by sense.
        title_note: 题注 under the title (date and meeting), without its brackets.
        addressees: 主送机关, as printed; the marks between them and the colon are added.
        body: 正文.
        attachment_note: 附件说明, the names of the attachments.
        attendance: 出席, 请假 and 列席 of minutes.
        signature: 发文机关署名, one organ a line, the host first.
        signing: whether seals or signature stamps are put to it.
        stamps: 签名章, where it is stamped.
        date_of_issue: 成文日期.
        remark: 附注, without its brackets.
        attachments: 附件.
    """

    title: str = ""
    title_lines: tuple[str, ...] = ()
    title_note: str | None = None
    addressees: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    attachment_note: tuple[str, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    signature: tuple[str, ...] = ()
    signing: Signing = Signing.UNSEALED
    stamps: tuple[SignatureStamp, ...] = ()
    date_of_issue: datetime.date | None = None
    remark: str | None = None
    attachments: tuple[Attachment, ...] = ()

    def __post_init__(self) -> None:
        check_text(self.title, "主体的 title", "title of the main part")
        for name in ("title_note", "remark"):
            check_optional_text(getattr(self, name), f"主体的 {name}", f"{name} of the main part")
        for name in ("title_lines", "addressees", "attachment_note", "signature"):
            check_texts(getattr(self, name), f"主体的 {name}", f"{name} of the main part")
        if self.title_lines and "".join(self.title_lines) != self.title:
            raise ModelError(
                "title_lines 各行连起来应等于标题", "title_lines must join to the title"
            )
        check_tuple(self.body, BLOCK_TYPES, "主体的 body", "body of the main part")
        check_tuple(self.attendance, Attendance, "主体的 attendance", "attendance")
        check_kind(self.signing, Signing, "署名方式", "the signing")
        check_tuple(self.stamps, SignatureStamp, "主体的 stamps", "stamps of the main part")
        check_tuple(self.attachments, Attachment, "主体的 attachments", "attachments")
        check_date(self.date_of_issue, "成文日期", "the date of issue")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """版记: between the rules at the foot of the last page (7.4).

    Attributes:
        addressed_to: 主送机关 moved here, where they are too many for the first page.
        copied_to: 抄送机关.
        printing_office, date_of_printing: 印发机关和印发日期.
        others: further elements (``共印100份``), one line each.
    """

    addressed_to: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    printing_office: str | None = None
    date_of_printing: datetime.date | None = None
    others: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("addressed_to", "copied_to", "others"):
            check_texts(getattr(self, name), f"版记的 {name}", f"{name} of the imprint")
        office = self.printing_office
        check_optional_text(office, "版记的 printing_office", "printing_office of the imprint")
        check_date(self.date_of_printing, "印发日期", "the date of printing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A 公文 or a published report: header block, main part, imprint.

    Attributes:
        header_block: 版头, or None.
        main_part: 主体.
        imprint: 版记, or None.
        issuer: full name of the issuing organ (发文机关), or None where the text does not say.
        year: the year that a report covers, or None.
        kind: 文种 (``通知``), or None where it is none of the fifteen.
        form: id of the format that it is set in, or None to have its elements tell.
    """

    header_block: HeaderBlock | None = None
    main_part: MainPart
    imprint: Imprint | None = None
    issuer: str | None = None
    year: int | None = None
    kind: str | None = None
    form: str | None = None

    def __post_init__(self) -> None:
        check_kind(self.main_part, MainPart, "主体", "the main part")
        if self.header_block is not None:
            check_kind(self.header_block, HeaderBlock, "版头", "the header block")
        if self.imprint is not None:
            check_kind(self.imprint, Imprint, "版记", "the imprint")
        check_optional_text(self.issuer, "发文机关", "the issuer")
        check_optional_text(self.kind, "文种", "the kind")
        check_optional_text(self.form, "格式", "the form")
        if self.year is not None:
            check_range(self.year, 1, 9999, "年度", "a year")
