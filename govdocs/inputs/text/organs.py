"""How the names of organs end."""

from __future__ import annotations

from govdocs.inputs.text.regex import regex

ORGAN_END = (
    "人民政府|政府|委员会|管委会|办公室|办事处|街道办|人大|政协|法院|检察院|总队|支队|大队|"
    "协会|联合会|工会|妇联|残联|红十字会|管理区|开发区|分局|公司|集团|银行|中学|小学|学校|大学|学院|"
    "医院|中心|[局厅委部院署处站所社台馆园办]"
)
"""Inside a regex group: the ends of organs' names."""

_ORGAN = regex(rf"[\u4e00-\u9fff（）()“”、·\s]{{1,60}}?(?:{ORGAN_END})")
_NO_NAME = regex(r"[的了是将请和由]$|^(?:各|本|我|全)")


def ends_as_organ(text: str) -> bool:
    """Whether a short text is the name of an organ, by its end."""
    return len(text) <= 60 and bool(_ORGAN.fullmatch(text)) and not _NO_NAME.search(text)
