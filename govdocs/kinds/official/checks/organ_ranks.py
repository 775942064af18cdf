"""How high an organ stands, as its name tells: what comes after 省, 市, 县 and 乡."""

from __future__ import annotations

from govdocs.inputs.text.regex import regex

_RANKS = (
    (1, regex(r"国务院|中共中央|中央|全国")),
    (2, regex(r"省|自治区|兵团|北京市|天津市|上海市|重庆市")),
    (3, regex(r"市|自治州|州(?=[政委人])|盟|地区")),
    (4, regex(r"县|区(?!域)|旗")),
    (5, regex(r"乡|镇|街道")),
    (6, regex(r"村(?!镇)|社区|居委会")),
)
_EVERY = regex(r"各(?!位)")
_OWN = regex(r"(?:所属|下属|直属|下级|各科室|各股室|机关各|各部门|各单位|各直属|各委办局)")
_DIVIDERS = regex(r"[、，,；;]")


def names_in(texts: tuple[str, ...]) -> list[str]:
    """The single names of 主送 or 抄送, parted at their marks."""
    names = (name.strip(" 　：:。") for text in texts for name in _DIVIDERS.split(text))
    return [name for name in names if name]


def rank(name: str) -> int | None:
    """1 for the centre to 6 for a village; None where the name does not tell."""
    found = [level for level, words in _RANKS if words.search(name)]
    return max(found, default=None)


def is_below(name: str, organ: str) -> bool:
    """Whether a name is of organs below another, as far as names tell."""
    own, other = rank(organ), rank(name)
    if own is not None and other is not None and other > own:
        return True
    return bool(_OWN.search(name)) and (other is None or own is None or other >= own)


def are_several(name: str) -> bool:
    """Whether a name is of a group: 各乡镇人民政府."""
    return bool(_EVERY.match(name))
