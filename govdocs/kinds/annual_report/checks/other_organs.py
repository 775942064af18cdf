"""Another organ's name left in a text that was copied from its report.

Superiors and subordinates are named everywhere with reason. So only organs of the agency's own
level are looked for: another township in a township's report, another county in a report from a
county, another bureau where the agency should speak of itself, and 我镇 in a bureau's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.checks.organ_names import (
    Place,
    county_of,
    is_same_organ,
    last_place,
    places_in,
)
from govdocs.kinds.annual_report.checks.subject import Part, Subject, TextLine, finding

_QUOTED = re.compile(r"《[^《》]*》")
_TOWNSHIPS = ("乡", "镇", "街道")
_PROSE = (Part.INTRODUCTION, Part.SECTION, Part.CONTACT)

# Where another place is named with reason: a visit, a merger, a title of another paper.
_WITH_REASON = re.compile(r"(?:赴|前往|到|与|和|同|向|学习|借鉴|毗邻|邻近|原|撤销|合并|并入|交流)$")
_CONTACT_AFTER = re.compile(r"[^。；;]{0,24}?(?:联系|咨询|反映|查询)")
_VISIT_AFTER = re.compile(r"[^。；，,;]{0,12}(?:学习|考察|交流|调研|取经|联合|合并|划入|并入)")

_HAN = r"[\u4e00-\u9fff]"
_SELF_REFERENCE = re.compile(
    rf"(?:编制|制定|制作|公布|发布|形成|撰写|现将|公开|根据.{{0,30}}要求，)了?本?"
    rf"(?P<organ>{_HAN}{{2,16}}?(?:人民政府|局|委员会|办事处|街道|乡|镇|县|厅))"
    r"(?:19|20)\d\d年[^。，；《》]{0,30}报告"
)
_SUBJECT = re.compile(
    rf"(?:^|[。；;：:，,）)])(?:(?:19|20)\d\d年[，,]?)?(?P<organ>{_HAN}{{2,12}}?局)"
    r"(?:高度重视|认真|严格|始终|坚持|切实|深入|全面|紧紧|积极|不断|持续|共?收到|未收到|共?主动公开|"
    r"进一步|按照|根据|成立|召开)"
)
_CONTACT = re.compile(
    rf"(?:请?(?:与|同|向)|联系(?:单位|部门|机构)[：:])(?P<organ>{_HAN}{{2,16}}?"
    r"(?:人民政府|局|街道办事处|[乡镇](?=党政|办公|综合|政府)))"
)
_LEADING = re.compile(r"^(?:由|经|在|县|市(?!场)|区|省|的|为|和|及|与|是|将|于)+")

_OWN = re.compile(
    r"我(?:(?P<word>镇|乡|街道|局|厅|委(?!托|派|员|组)|办(?!公|理|结|事|件|案|学|好)|县|旗))(?!长|村|土|党委)"
)
_LOW = ("镇", "乡", "街道", "局", "厅", "委", "办")
_ALSO_FITS = {("街道", "办"), ("办", "委"), ("委", "办"), ("委", "局"), ("局", "委")}


def check_other_organs(subject: Subject) -> Iterator[Finding]:
    """Warnings for names of other organs of the agency's own level, each name once a line."""
    if not subject.agency:
        return
    own = last_place(subject.agency)
    county = county_of(subject.agency)
    for line in subject.lines:
        if line.part not in _PROSE:
            continue
        text = _without_quoted(line.text)
        found = [*_places(text, own, county), *_organs(text, subject)]
        first = {name: at for at, name in sorted(found, reverse=True)}
        for name, at in sorted(first.items(), key=lambda item: item[1]):
            yield _other(line, at, name, subject.agency)
        yield from _own_references(line, text, subject)


def _without_quoted(text: str) -> str:
    """The text with titles of papers blanked out: they name other organs with reason."""
    for _ in range(2):  # a title may hold another
        text = _QUOTED.sub(lambda match: "\u3000" * len(match[0]), text)
    return text


def _places(text: str, own: Place | None, county: Place | None) -> Iterator[tuple[int, str]]:
    for place in places_in(text):
        same_level = own if own and (own.kind == "县") == (place.kind == "县") else None
        mine = county if place.kind == "县" else same_level
        if place.kind in _TOWNSHIPS and (own is None or own.kind not in _TOWNSHIPS):
            continue
        if mine is None or _is_own(place, mine) or _has_reason(text, place):
            continue
        yield place.at, place.name


def _is_own(place: Place, mine: Place) -> bool:
    """The same stem is the same place: 柳湾乡 became 柳湾镇."""
    return place.stem.endswith(mine.stem) or mine.stem.endswith(place.stem)


def _has_reason(text: str, place: Place) -> bool:
    after = place.at + len(place.name)
    if _CONTACT_AFTER.match(text, after):
        return False
    return bool(
        _WITH_REASON.search(text[max(0, place.at - 4) : place.at])
        or _VISIT_AFTER.match(text, after)
    )


def _organs(text: str, subject: Subject) -> Iterator[tuple[int, str]]:
    """Organs that stand where the agency names itself."""
    patterns = [_SELF_REFERENCE]
    if subject.agency.endswith("局"):
        patterns += [_SUBJECT, _CONTACT]
    for pattern in patterns:
        for match in pattern.finditer(text):
            lead = _LEADING.match(match["organ"])
            organ = match["organ"][lead.end() :] if lead else match["organ"]
            at = match.start("organ") + (lead.end() if lead else 0)
            is_named = not re.match(r"[各我本该全]|有关|相关|上级", organ) and len(organ) > 2
            names = (subject.agency, *subject.names)
            if is_named and not any(is_same_organ(organ, name) for name in names):
                yield at, organ


def _other(line: TextLine, at: int, name: str, agency: str) -> Finding:
    return finding(
        "other-organ",
        Severity.WARNING,
        line,
        f"“{name}”：疑为其他机关的名称（本机关为“{agency}”），如系套用他稿所留，请改正",
        f"“{name}”: perhaps another organ's name, left from its report (this is “{agency}”)",
        at=at,
        expected=agency,
        found=name,
    )


def _own_references(line: TextLine, text: str, subject: Subject) -> Iterator[Finding]:
    """我镇 in the report of a bureau; superiors (我县 in a township's) are no slip."""
    own = subject.own.removeprefix("我")
    if own not in (*_LOW, "县", "旗"):
        return
    for match in _OWN.finditer(text):
        word = match["word"]
        if word == own or (own, word) in _ALSO_FITS or word not in _LOW:
            continue
        if own in ("县", "旗") and word == "办":
            continue
        yield finding(
            "own-reference",
            Severity.WARNING,
            line,
            f"“我{word}”：本机关“{subject.agency}”应自称“{subject.own}”，疑为套用他稿所留，请改正",
            f"“我{word}”: “{subject.agency}” calls itself “{subject.own}”; perhaps left from "
            "another organ's report",
            at=match.start(),
            expected=subject.own,
            found=f"我{word}",
        )
        return
