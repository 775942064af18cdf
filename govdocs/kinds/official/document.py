"""An official document (公文) as facts: what the office knows, no layout.

Every field can be given under its English name or its Chinese one (``addressees`` or 主送机关).
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema, field_validator
from pydantic_core import PydanticKnownError

from govdocs.kinds.facts import Facts, bad, named, short
from govdocs.kinds.official.content import Attachments, Content
from govdocs.kinds.official.fields import (
    Date,
    DirectionOfFile,
    FormOfFile,
    SigningOfFile,
    Texts,
    YesOrNo,
    one_line,
)
from govdocs.kinds.official.rules import Direction, KindRules, all_kinds, form_of, rules_of
from govdocs.model.nodes import Signing

LONGEST_TITLE = 300
"""Most characters of a title."""

USUAL_WORDS = "默认"
"""What stands for a kind's usual opening or closing words."""


class Organ(Facts):
    """发文机关: one organ that issues a document."""

    name: str = short("名称", min_length=2)
    """机关全称。Full name."""
    short_name: str = short("简称", "")
    """规范化简称，用于发文机关标志。Standard short name, for the red head."""

    _one_line = field_validator("*")(one_line)


class Stamp(Facts):
    """签名章: the office in full and the name on the stamp (GB/T 9704-2012 7.3.5.3)."""

    office: str = short("职务", "")
    """签发人职务全称。The office in full."""
    name: str = short("姓名", min_length=1)

    _one_line = field_validator("*")(one_line)


def _organs(value: object) -> object:
    if value is None:
        return ()
    if isinstance(value, str | dict | Organ):
        value = (value,)
    if not isinstance(value, list | tuple):
        return value
    return tuple({"name": each} if isinstance(each, str) else each for each in value)


def _stamps(value: object) -> object:
    if value is None:
        return ()
    if isinstance(value, str):
        raise bad(
            "stamp",
            "应写明职务和姓名，如 {职务: 县长, 姓名: 李明远}（GB/T 9704—2012 7.3.5.3）",
            "expected office and name, as {office: 县长, name: 李明远} (GB/T 9704-2012 7.3.5.3)",
        )
    return (value,) if isinstance(value, dict | Stamp) else value


def _copies(value: object) -> object:
    """共印100份, 100份 and 100 alike."""
    if not isinstance(value, str):
        return value
    return value.strip().removeprefix("共印").removesuffix("份").strip() or None


Organs = Annotated[tuple[Organ, ...], BeforeValidator(_organs)]
Stamps = Annotated[tuple[Stamp, ...], BeforeValidator(_stamps)]
Copies = Annotated[
    Annotated[int, Field(ge=1)] | None,
    BeforeValidator(_copies),
    WithJsonSchema({"type": ["integer", "string", "null"]}),
]


class OfficialDocument(Facts):
    """公文: one official document of the fifteen kinds.

    What is left out is not printed; but for the title (made of 发文机关, 事由 and 文种), the mark,
    the signature and the way of signing, which the kind tells. The forms of numbers, the ways of
    addressing and the like are for the checks to say.

    Raises:
        pydantic.ValidationError: every wrong field at once; ``govdocs.read_official`` explains
            them.
    """

    kind_id: ClassVar[str] = ""
    """Id of the kind that a class stands for; empty for any of the fifteen."""

    kind: str = named("文种", "", validate_default=True)
    """文种，十五种之一。The kind, one of fifteen (条例 article 8)."""
    form: FormOfFile | None = named("格式", None)
    """版式；不填则依文种。The format; the kind's usual one if not given."""
    direction: DirectionOfFile | None = named("行文方向", None)
    """上行、下行、平行；不填则依文种。Which way it goes; the kind's usual one if not given."""
    organs: Organs = named("发文机关", ())
    """发文机关，主办机关在前。The issuing organs, the host first."""

    copy_number: str | None = short("份号", None)
    """六位数字，如 000001。Six digits."""
    secrecy: str | None = short("密级", None)
    """涉密文件不得在普通计算机上制作。Classified text must not be made on an ordinary computer."""
    secrecy_term: str | None = short("保密期限", None)
    """如 1年。How long it stays secret."""
    urgency: str | None = short("紧急程度", None)
    """特急或加急。"""
    issuer_mark: Texts = named("发文机关标志", ())
    """不填则用发文机关的简称或全称。The red head's names; the organs' if not given."""
    mark_word: str | None = short("标志字样", None)
    """标志中机关名称之后的字，如 文件、令、纪要。What follows the names in the red head."""
    organ_code: str | None = short("机关代字", None)
    """如 青政发。The organ's code in 发文字号."""
    number_year: int | None = named("发文年份", None, ge=1000, le=9999)
    """不填则取成文日期的年份。The year in 发文字号; that of the date if not given."""
    serial: int | None = named("发文顺序号", None, ge=1)
    """如 1。The number in 发文字号."""
    document_number: str | None = short("发文字号", None)
    """如 青政发〔2026〕1号；写了就不用上面三项。In full, in place of the three above."""
    order_number: str | None = short("令号", None)
    """命令的编号，如 第3号。The number of an order."""
    signatories: Texts = named("签发人", ())
    """上行文的签发人，按机关次序。Who signs an upward document, in the order of the organs."""

    title: str = named("标题", "", max_length=LONGEST_TITLE)
    """不填则由发文机关、事由、文种组成。Made of organs, matter and kind if not given."""
    matter: str = named("事由", "", max_length=LONGEST_TITLE)
    """如 做好防汛工作；前面的“关于”、后面的“的”可写可不写。What it is about."""
    title_lines: Texts = named("标题分行", ())
    """标题的各行；不填则按词意分行。The lines of the title; broken by sense if not given."""
    title_note: str | None = named("题注", None, max_length=LONGEST_TITLE)
    """标题之下的日期和会议。Date and meeting under the title."""
    addressees: Texts = named("主送机关", ())
    """主送机关。To whom it goes."""
    opening: str | None = named("开头语", None, max_length=2000)
    """正文前的话；写“默认”则用本文种的。Words before the text; 默认 for the kind's usual ones."""
    body: Content = named("正文", ())
    """正文，按自然标记：一、（一）1.（1）。The text in the natural markup, or a list of parts."""
    closing: str | None = named("结语", None, max_length=2000)
    """正文后的话；写“默认”则用本文种的。Words after the text; 默认 for the kind's usual ones."""
    attachment_note: Texts = named("附件说明", ())
    """附件名称；不填则取各附件的名称。Names of the attachments; their titles if not given."""
    attended: Texts = named("出席", ())
    absent: Texts = named("请假", ())
    observers: Texts = named("列席", ())
    signature: Texts = named("署名", ())
    """不填则用发文机关全称。The organs' full names if not given."""
    date_of_issue: Date | None = named("成文日期", None)
    """如 2026年1月9日。"""
    signing: SigningOfFile | None = named("署名方式", None)
    """盖章、不盖章或签名章；不填则依文种。Sealed, unsealed or stamped; the kind's if not given."""
    stamps: Stamps = named("签名章", ())
    """签发人的职务和姓名。Office and name on the signature stamp."""
    remark: str | None = named("附注", None, max_length=1000)
    """如 此件公开发布；请示写联系人和电话。Without its brackets."""
    attachments: Attachments = named("附件", ())

    addressees_in_imprint: YesOrNo = named("主送移至版记", False)
    """主送机关过多时移至版记。Whether 主送机关 stand in the imprint (7.3.2)."""
    copied_to: Texts = named("抄送机关", ())
    printing_office: str | None = short("印发机关", None)
    date_of_printing: Date | None = named("印发日期", None)
    copies: Copies = named("共印份数", None)

    @field_validator("*")
    @classmethod
    def _one_line(cls, value: object, info: ValidationInfo) -> object:
        return value if info.field_name in ("opening", "closing") else one_line(value)

    @field_validator("kind", mode="before")
    @classmethod
    def _one_of_the_kinds(cls, value: object) -> object:
        known = [kind for kind in all_kinds() if cls.kind_id in ("", kind.id)]
        if value in ("", None) and len(known) == 1:
            return known[0].name
        rules = rules_of(value) if isinstance(value, str) else None
        if rules in known:
            return rules.name if rules else value
        # In the form of pydantic's own, whose words are in both languages already.
        raise PydanticKnownError("enum", {"expected": ", ".join(repr(k.name) for k in known)})

    @field_validator("title_lines")
    @classmethod
    def _join_to_the_title(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        title = info.data.get("title") or ""
        if not value or not title or "".join(value) == title:
            return value
        raise bad(
            "title_lines",
            "各行连起来应等于标题；请核对，或删去“标题”",
            "the lines must join to the title; mend them, or leave the title out",
        )

    @property
    def rules(self) -> KindRules:
        """What its kind needs."""
        rules = rules_of(self.kind)
        assert rules is not None  # the kind was checked when it was made
        return rules

    @property
    def printed_form(self) -> str:
        """Id of the format that it is set in."""
        return self.form or self.rules.form

    @property
    def goes(self) -> Direction:
        """Which way it goes; a kind that may go several is upward where it names a signatory."""
        if self.direction:
            return self.direction
        ways = self.rules.directions
        return Direction.UPWARD if self.signatories and Direction.UPWARD in ways else ways[0]

    @property
    def issuer(self) -> str | None:
        """The first issuing organ: as given, else the first that signed, or the mark's."""
        names = (*(organ.name for organ in self.organs), *self.signature, *self.printed_mark)
        return names[0] if names else None

    @property
    def printed_number(self) -> str | None:
        """发文字号 or 令号 as printed; None where it has none."""
        if self.order_number:
            digits = self.order_number.strip()
            return f"第{digits}号" if digits.isdecimal() else digits
        if self.document_number or not (self.organ_code and self.serial):
            return self.document_number
        issued = self.date_of_issue.year if self.date_of_issue else None
        year = self.number_year or issued
        return f"{self.organ_code}〔{year}〕{self.serial}号" if year else None

    @property
    def printed_mark(self) -> tuple[str, ...]:
        """The names in the red head: an order has the full one (10.2), others a short one."""
        if not self.issuer_mark:
            full = self.printed_form == "order"
            return tuple(o.name if full else o.short_name or o.name for o in self.organs)
        word = self.printed_mark_word
        *first, last = self.issuer_mark
        return (*first, last.removesuffix(word).rstrip() or last)

    @property
    def printed_mark_word(self) -> str:
        """What follows the names in the red head."""
        if self.mark_word is not None:
            return self.mark_word
        form = form_of(self.printed_form)
        own = form.mark_word if form else None
        return self.rules.mark_word if own is None else own

    @property
    def printed_title(self) -> str:
        """The title: as given, else made of organs, matter and kind (7.3.1)."""
        if self.title or self.title_lines:
            return self.title or "".join(self.title_lines)
        organs = " ".join(organ.name for organ in self.organs)
        matter = self.matter.strip().removeprefix("关于").removesuffix("的")
        if matter:
            return f"{organs}关于{matter}的{self.rules.name}"
        return f"{organs}{self.rules.name}" if self.rules.has_title and organs else ""

    @property
    def printed_signing(self) -> Signing:
        """How it is signed."""
        return self.signing or (Signing.STAMPED if self.stamps else self.rules.signings[0])

    @property
    def printed_signature(self) -> tuple[str, ...]:
        """发文机关署名: none under a signature stamp, nor where the title note stands for it."""
        if self.signature or self.printed_signing is Signing.STAMPED:
            return self.signature
        is_usual = self.rules.has_signature or self.signing is Signing.SEALED
        return tuple(organ.name for organ in self.organs) if is_usual else ()

    @property
    def printed_secrecy(self) -> str | None:
        """密级和保密期限 as printed: 机密★1年 (7.2.2)."""
        if self.secrecy and self.secrecy_term and "★" not in self.secrecy:
            return f"{self.secrecy}★{self.secrecy_term}"
        return self.secrecy
