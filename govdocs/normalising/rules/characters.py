"""Rules on the width of digits and letters, and on blanks.

Source:
    GB/T 15835-2011 5.1.7 (digits are half-width); GB/T 15834-2011 5.1 (marks hold their own space)
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.normalising.rule import CITATIONS, EVERYWHERE, PROSE_ONLY, Edit, Part, Rule
from govdocs.typography.chinese import HAN, half_width
from govdocs.typography.regex import regex

_WIDE_DIGITS = regex(r"[０-９]+(?:．[０-９]+)*[％]?|(?<=\d)．(?=\d)|(?<=\d)％")
# The point of a label before a year: 1．2018年.
_LABEL_POINT = regex(r"(?:^|[。；：\s])\d{1,2}(．)(?=(?:19|20|１９|２０)\d\d年)")
_WIDE_CODE = regex("[Ａ-Ｚａ-ｚ]+(?:[／－．＿]?[Ａ-Ｚａ-ｚ０-９]+)*")
# Units, and after each what would make it the beginning of another word: 阶段2 人员分工 stays.
_UNIT = (
    "年|月|日(?![常程报])|号|时(?![间期限效任代])|分(?![工别析类布管项解组级步局公])|秒|"
    "天(?![气然])|周(?![边期报])|期(?![间限])|届(?!时)|次(?![要序])|条(?![件例款块])|件|项(?!目)|"
    "个(?![人别体性])|名(?![称单录义])|人(?![员民大事社口力才防均])|份(?!额)|户(?![籍口])|"
    "家(?![庭长属园乡])|篇(?!幅)|批(?![准复示次])|场(?![所地馆])|处(?![理置罚级长室])|"
    "所(?![有属在需得])|套(?!餐)|台(?![账风湾])|辆|亩|元(?![旦素])|万(?!一)|亿|余(?![下额])|"
    "多(?![次种个方元年部])|倍|岁|公里|千米|平方|立方|吨|公斤|小时|分钟|季度|章(?!程)|款(?!项)"
)
# A figure and its unit, or what it follows; after 表, 图, 附件 a figure is the number of a caption.
_SPACE_IN_NUMBER = regex(
    rf"(?<=\d)[ \u3000]{{1,2}}(?=(?:{_UNIT})(?![ \u3000]))"
    rf"|(?<=[{HAN}]) (?=\d+(?:\.\d+)?[ \u3000]{{0,2}}(?:{_UNIT}|%))"
    r"|(?<=\d) (?=[%‰])"
)
_LABELS = "表|图|附件|附录|附|例|编号|电话|传真|邮编|账号|号码"
_LABELLED = regex(rf"(?:(?:^|{_LABELS})[ \u3000：]?[\d.\-]{{1,12}}|(?:{_LABELS}))$")
_SPACE_AT_MARK = regex(
    rf"(?<=[{HAN}\d）”》])[ \u3000](?=[，。、；：！？])"
    rf"|(?<=[，。、；！？])[ \u3000](?=[{HAN}“《（\d])(?![年月日][ \u3000])"
    rf"|(?<=：)[ \u3000](?=[{HAN}“《（\d])(?![年月日][ \u3000])"
)
_FIELD = regex("：[ \u3000]")
_SPACE_IN_HAN = regex(rf"(?<=[{HAN}])[ \u3000]+(?=[{HAN}])")
_CLAUSE = "，。；：！？"
_LONGEST_CLAUSE = 100
_SENTENCE = regex("[，。；]")
# No name and no label ends or begins so.
_JOINED = regex("(?:(?<![目标有])的|被|把|或) |(?<! ) 的(?!士)")
_ARTICLE = regex(r"(?:^|\s)第[一二三四五六七八九十百零\d]+[编章节条款]$")


def _digits(text: str) -> Iterator[Edit]:
    labels = {match.start(1) for match in _LABEL_POINT.finditer(text)}
    for match in _WIDE_DIGITS.finditer(text):
        start, end = match.span()
        new = [
            char if start + at in labels else half_width(char) for at, char in enumerate(match[0])
        ]
        yield Edit(start, end, "".join(new))


def _letters(text: str) -> Iterator[Edit]:
    for match in _WIDE_CODE.finditer(text):
        yield Edit(*match.span(), half_width(match[0]))


def _number_spaces(text: str) -> Iterator[Edit]:
    is_sentence = bool(_SENTENCE.search(text))
    for match in _SPACE_IN_NUMBER.finditer(text):
        start, end = match.span()
        is_year = text[max(0, start - 4) : start].isdigit() and text[end] == "年" and start >= 4
        if not is_year and _LABELLED.search(text, max(0, start - 18), start):
            continue
        if not is_sentence and text[start - 1].isalpha():
            continue  # a label and its value: 时间 2018年5月
        yield Edit(start, end, "")


def _mark_spaces(text: str) -> Iterator[Edit]:
    is_form = len(_FIELD.findall(text)) > 1  # 电话：  传真：  on a line
    for match in _SPACE_AT_MARK.finditer(text):
        if is_form and text[match.start() - 1] == "：":
            continue
        yield Edit(*match.span(), "")


def _han_spaces(text: str) -> Iterator[Edit]:
    """A blank between Han: certain beside a particle, for no list of names has one there."""
    for match in _SPACE_IN_HAN.finditer(text):
        start, end = match.span()
        if end - start > 1 or _ARTICLE.search(text, max(0, start - 8), start):
            continue  # room to write in, a column, or what parts an article from its number
        joined = _JOINED.search(text, start - 1, end + 2) if match[0] == " " else None
        yield Edit(start, end, "" if joined and _is_in_sentence(text, start) else None)


def _is_in_sentence(text: str, place: int) -> bool:
    """Whether a clause ends after a place, and is the only blank's in it."""
    first, last = max(0, place - _LONGEST_CLAUSE), place + _LONGEST_CLAUSE
    ends = [at for mark in _CLAUSE if (at := text.find(mark, place, last)) >= 0]
    if not ends:
        return False
    start = max(text.rfind(mark, first, place) for mark in _CLAUSE) + 1
    clause = text[max(start, first) : min(ends)]
    return len(clause) >= 6 and sum(char in " \u3000" for char in clause) == 1


CHARACTER_RULES = (
    Rule(
        name="full-width-letter",
        clause="GB/T 15834—2011 5.1",
        zh="全角拉丁字母（连同代号中的数字和符号）改为半角",
        en="full-width Latin letters, with the digits and signs of a code, become half-width",
        edits=_letters,
        parts=EVERYWHERE,
        keeps_quotations=False,
    ),
    Rule(
        name="full-width-digit",
        clause="GB/T 15835—2011 5.1.7",
        zh="全角数字（连同其中的小数点和百分号）改为半角",
        en="full-width digits, with their point and per cent sign, become half-width",
        edits=_digits,
        parts=EVERYWHERE | {Part.DOCUMENT_NUMBER},
        keeps_quotations=False,
    ),
    Rule(
        name="space-in-number",
        clause="GB/T 15835—2011 5.1",
        zh="删去数字与汉字、单位、百分号之间的空格",
        en="blanks between a figure and its unit, and before it, go",
        edits=_number_spaces,
        parts=CITATIONS - {Part.CELL},
    ),
    Rule(
        name="space-at-mark",
        clause="GB/T 15834—2011 5.1",
        zh="删去点号前后的空格",
        en="blanks before and after ，。、；：！？ go",
        edits=_mark_spaces,
        parts=PROSE_ONLY,
    ),
    Rule(
        name="space-in-han",
        clause="GB/T 15834—2011 5.1",
        zh="删去句中虚词旁汉字间的空格；可能是名单、栏目分隔的只提示",
        en="a blank between Han goes beside a particle; where it may part a list, it is reported",
        edits=_han_spaces,
        parts=PROSE_ONLY,
    ),
)
