"""密级, 紧急程度 and 签发人.

Source:
    GB/T 9704-2012 7.2.2, 7.2.3, 7.2.6; 条例 article 9 (2), (3), (6)
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.inputs.text.regex import regex
from govdocs.kinds.official.checks.subject import Subject

_SECRECY = regex(r"(?:绝密|机密|秘密)(?:★(?:[1-9]\d*(?:年|个月|月|天|日)|长期|启用前))?")
_URGENCY = ("特急", "加急")
_TELEGRAM = ("特提", "平急")
_PUBLIC = "此件公开"


def check_secrecy(subject: Subject) -> Iterator[Finding]:
    """密级: its form; never published; never made on an ordinary computer."""
    secrecy = subject.header.secrecy
    if not secrecy:
        return
    yield Finding(
        id="classified",
        severity=Severity.WARNING,
        place="密级",
        zh=f"标有密级“{secrecy}”：涉密公文不得在普通计算机和网络上起草、保存、排版、打印，"
        "govdocs 不能用于涉密公文；如确属国家秘密，请立即停止并转到涉密设备上处理"
        "（保守国家秘密法）",
        en=f"marked “{secrecy}”: classified documents must not be written, kept, set or printed on "
        "an ordinary computer or network, and govdocs is not for them. If this is a state "
        "secret, stop and go on with equipment meant for it",
        found=secrecy,
    )
    if not _SECRECY.fullmatch(secrecy):
        yield Finding(
            id="secrecy-form",
            severity=Severity.ERROR,
            place="密级",
            zh=f"密级和保密期限“{secrecy}”应为绝密、机密或秘密，与期限之间用“★”隔开，"
            "如 机密★1年（GB/T 9704—2012 7.2.2）",
            en=f"secrecy “{secrecy}” takes 绝密, 机密 or 秘密, and ★ before how long, as 机密★1年 "
            "(GB/T 9704-2012 7.2.2)",
            expected="机密★1年",
            found=secrecy,
        )
    remark = subject.document.main_part.remark or ""
    if _PUBLIC in remark:
        yield Finding(
            id="classified-and-public",
            severity=Severity.ERROR,
            place="附注",
            zh=f"密级“{secrecy}”与附注“{remark}”矛盾；涉密公文公开前应先解密，请删去其中一个"
            "（GB/T 9704—2012 7.2.2、7.3.6）",
            en=f"secrecy “{secrecy}” and the remark “{remark}” exclude each other: remove one",
            found=remark,
        )
    if subject.is_published_report:
        yield Finding(
            id="classified-report",
            severity=Severity.ERROR,
            place="密级",
            zh=f"公开发布的报告不得标密级“{secrecy}”；请核对是否涉密，不涉密的删去密级"
            "（政府信息公开条例第十四条）",
            en=f"a published report cannot be marked “{secrecy}”; if it is no secret, remove that",
            found=secrecy,
        )


def check_urgency(subject: Subject) -> Iterator[Finding]:
    """紧急程度: 特急 or 加急; 特提 and 平急 are of telegrams."""
    urgency = subject.header.urgency
    if not urgency or urgency in _URGENCY:
        return
    why = "只用于电报" if urgency in _TELEGRAM else "不是紧急程度"
    why_en = "is of telegrams only" if urgency in _TELEGRAM else "is none"
    yield Finding(
        id="urgency-word",
        severity=Severity.ERROR,
        place="紧急程度",
        zh=f"“{urgency}”{why}；紧急公文标注“特急”或“加急”"
        "（条例第九条（三）；GB/T 9704—2012 7.2.3）",
        en=f"urgency “{urgency}” {why_en}; write 特急 or 加急 (条例 article 9 (3))",
        expected="特急、加急",
        found=urgency,
    )


def check_signatories(subject: Subject) -> Iterator[Finding]:
    """签发人: upward documents have them, others do not; a joint one has one for each organ."""
    names = subject.header.signatories
    if subject.is_upward and not names:
        yield Finding(
            id="signatory-missing",
            severity=Severity.ERROR,
            place="签发人",
            zh="上行文没有签发人；请写“签发人: 姓名”（条例第九条（六）；GB/T 9704—2012 7.2.6）",
            en="an upward document must name its signatory (签发人) "
            "(条例 article 9 (6); GB/T 9704-2012 7.2.6)",
        )
    if names and subject.kind is not None and not subject.is_upward:
        name = subject.kind.name
        yield Finding(
            id="signatory-not-upward",
            severity=Severity.WARNING,
            place="签发人",
            zh=f"{name}不是上行文，却标了签发人“{'、'.join(names)}”；请删去，或写“行文方向: 上行”"
            "（条例第九条（六）；GB/T 9704—2012 7.2.6）",
            en=f"a {subject.kind.id} that is not upward names a signatory; remove it, or say that "
            "it goes upward (条例 article 9 (6))",
            found="、".join(names),
        )
    organs = len(subject.header.issuer_mark)
    if subject.is_upward and names and organs > len(names):
        yield Finding(
            id="signatories-too-few",
            severity=Severity.WARNING,
            place="签发人",
            zh=f"{organs}个机关联合上行文，只有{len(names)}个签发人；应标注各机关签发人的姓名"
            "（GB/T 9704—2012 7.2.6）",
            en=f"{organs} organs issue this upward document and {len(names)} signed; name one for "
            "each (GB/T 9704-2012 7.2.6)",
            expected=str(organs),
            found=str(len(names)),
        )
