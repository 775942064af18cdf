"""Patterns of foreign names and of what stands around them; matched in folded text."""

from __future__ import annotations

from collections.abc import Iterable

from govdocs.inputs.text import foreign_words as words
from govdocs.inputs.text.characters import HAN
from govdocs.inputs.text.regex import regex


def any_of(*lists: Iterable[str]) -> str:
    """A regex for any of the words, the longest first; Latin ones only as whole words."""
    found = sorted({word for each in lists for word in each}, key=lambda word: (-len(word), word))
    latin = [word for word in found if word.isascii()]
    choices = [word for word in found if not word.isascii()]
    if latin:
        choices.append(f"(?<![a-z0-9])(?:{'|'.join(latin)})(?![a-z0-9])")
    return "|".join(choices)


COUNTRY = r"\((?:中国|中國|china|中国区|中国大陆|官方|全站|vip认证|官方认证)\)"
LATIN_BRACKET = r"\([a-z][a-z0-9. ]{1,15}\)"
BRAND = any_of(words.BRANDS, words.SURE_BRANDS)
SURE_BRAND = any_of(words.SURE_BRANDS)
COMMON_BRAND = any_of(words.COMMON_BRANDS)
# A Latin brand goes on in digits or a site's ending: yabo888vip, beat365, leyu.com.
LATIN_BRAND = (
    rf"(?<![a-z0-9])(?:{'|'.join(sorted(words.LATIN_BRANDS, key=len, reverse=True))})"
    r"\d{0,4}(?:vip|app|com|net)?(?![a-z0-9])"
)
STRONG = any_of(words.STRONG_SITE_WORDS)
SITE = any_of(words.STRONG_SITE_WORDS, words.WEAK_SITE_WORDS)
NEUTRAL = any_of(words.NEUTRAL)
PLAIN = any_of(words.PLAIN_GAMBLING_WORDS)
GAMBLING = any_of(words.GAMBLING_WORDS)

_LATIN = r"(?<![a-z0-9])(?=[a-z0-9]{0,11}[a-z])[a-z0-9]{2,12}"
BRAND_AND_LATIN = rf"(?:{BRAND})(?=[a-z0-9]{{0,11}}[a-z])[a-z0-9]{{2,12}}(?:国际|集团)?"
JOINED_LATIN = rf"{_LATIN}(?:{GAMBLING}|{BRAND})|{BRAND_AND_LATIN}"
"""A gambling word or a brand with Latin letters at its side: im电竞, 天博tb, 凯发k8."""

# Characters that an organ's name is made of: what joins and tells in a sentence is none.
_NAME = rf"(?:(?![由在将为对向与和及是使可被已以于的请并了我])[{HAN}])"
ORGAN_FOLLOWS = regex(
    rf"{_NAME}{{0,10}}?(?:人民政府|委员会|办公室|办事处)"
    r"|[县市区镇乡]?政府(?!信息|网|门户|采购|数据|购买|服务)"
    r"|(?:省|市|县|区|镇|乡|党)委(?!托|派)"
    rf"|{_NAME}{{1,9}}?(?:局|厅|镇|乡|街道|县)(?=[{HAN}\d])"
)
TITLE_AT_END = regex(r"(?:报告|通知|公告|意见|方案|情况|年报|总结|指南|目录)(?:\([^()]{0,12}\))?$")
FOUGHT_BEFORE = regex(r"(?:打击|查处|整治|治理|取缔|关闭|严禁|禁止|防范|涉嫌|参与|网络|非法|跨境)$")
"""Before a gambling word: the text tells of an offence."""
