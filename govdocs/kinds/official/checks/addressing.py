"""主送机关 and 抄送机关: who may be written to, and how.

Source:
    条例 articles 9 (8), 9 (15), 15; GB/T 9704-2012 7.3.2, 7.4.2
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.inputs.text.regex import regex
from govdocs.kinds.official.checks.organ_ranks import are_several, is_below, names_in
from govdocs.kinds.official.checks.subject import Subject
from govdocs.kinds.official.rules import Addressing

_PERSON = regex(
    r"(?:书记|总理|省长|市长|县长|区长|州长|旗长|盟长|乡长|镇长|主席|主任|部长|厅长|局长|处长|科长|"
    r"秘书长|委员长|司令员?|同志|先生|女士)$"
)


def check_addressees(subject: Subject) -> Iterator[Finding]:
    """主送机关: one organ upward, none for kinds that are made public, else some."""
    kind, names = subject.kind, names_in(subject.addressees)
    if kind is None:
        return
    if kind.addressees is Addressing.NONE and names:
        yield Finding(
            id="addressees-unusual",
            severity=Severity.WARNING,
            place="主送机关",
            zh=f"{kind.name}一般不写主送机关，写的是“{names[0]}”；请核对文种，或删去主送机关"
            f"（{kind.article}；GB/T 9704—2012 7.3.2）",
            en=f"a {kind.id} has no addressees in general, and “{names[0]}” is one; check the "
            "kind, or remove them",
            found="、".join(names),
        )
    if kind.addressees in (Addressing.ONE, Addressing.NEEDED) and not names:
        yield Finding(
            id="addressees-missing",
            severity=Severity.ERROR,
            place="主送机关",
            zh=f"{kind.name}没有主送机关；请写“主送机关: 机关名称”"
            "（条例第九条（八）；GB/T 9704—2012 7.3.2）",
            en=f"a {kind.id} needs its addressee (主送机关) (GB/T 9704-2012 7.3.2)",
        )
    if subject.is_upward and (len(names) > 1 or any(map(are_several, names))):
        yield Finding(
            id="addressees-several",
            severity=Severity.WARNING,
            place="主送机关",
            zh=f"上行文主送了{len(names)}个机关（{'、'.join(names)}）；原则上只主送一个上级机关，"
            "其余改为抄送（条例第十五条（一））",
            en=f"an upward document is addressed to {len(names)} organs; it takes one, copy the "
            "others (条例 article 15 (1))",
            expected="1",
            found=str(len(names)),
        )


def check_persons(subject: Subject) -> Iterator[Finding]:
    """Upward documents go to organs, not to leaders in person."""
    for name in names_in(subject.addressees) if subject.is_upward else ():
        if _PERSON.search(name):
            yield Finding(
                id="addressee-person",
                severity=Severity.WARNING,
                place="主送机关",
                zh=f"上行文主送“{name}”个人；除上级机关负责人直接交办的事项外，应主送上级机关"
                "（条例第十五条（五））",
                en=f"an upward document is addressed to “{name}” in person; address the organ, "
                "unless its leader gave the task directly (条例 article 15 (5))",
                found=name,
            )


def check_copied(subject: Subject) -> Iterator[Finding]:
    """抄送机关: not downward from an upward document, and none that it is addressed to."""
    copied, addressed = names_in(subject.imprint.copied_to), names_in(subject.addressees)
    issuer = subject.document.issuer or ""
    for name in copied if subject.is_upward else ():
        if is_below(name, issuer):
            yield Finding(
                id="copied-downward",
                severity=Severity.WARNING,
                place="抄送机关",
                zh=f"上行文抄送了下级机关“{name}”；请从抄送中删去（条例第十五条（一））",
                en=f"an upward document is copied to “{name}”, which is subordinate; remove it "
                "(条例 article 15 (1))",
                found=name,
            )
    for name in dict.fromkeys(each for each in copied if each in addressed):
        yield Finding(
            id="copied-addressee",
            severity=Severity.WARNING,
            place="抄送机关",
            zh=f"“{name}”已是主送机关，不应再列入抄送；抄送是主送以外需要执行或者知晓的机关"
            "（条例第九条（十五））",
            en=f"“{name}” is an addressee already; copies go to others (条例 article 9 (15))",
            found=name,
        )
