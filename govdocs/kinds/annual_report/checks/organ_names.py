"""Names of places and organs in running text, as far as they can be told without a dictionary.

Chinese has no spaces: where a name begins is told by a mark, a superior place (青禾县|柳湾乡) or a
word that no name holds (修订|北坪乡). What stays in doubt is left aside: a false alarm costs a
clerk more than a name that the reader of the draft would have seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_ENDING = re.compile(
    r"(?:人民政府(?:办公[室厅])?|政府(?:办公室)?|街道办事处|办事处|党工委|管理委员会|管委会)$"
)
_BLANK = re.compile(r"[\s（()）“”]")


def bare_name(organ: str) -> str:
    """An organ's name without its ending: 青禾县柳湾乡人民政府 is 青禾县柳湾乡."""
    plain = _BLANK.sub("", organ)
    bare = _ENDING.sub("", plain)
    if plain.endswith("街道办事处"):
        return f"{bare}街道"
    return bare if bare and not bare.endswith("人民") else plain


def is_same_organ(one: str, other: str) -> bool:
    """Whether two names are of one organ.

    The shorter may lack the places above it (县教育局), and a bureau's may be an abbreviation:
    its characters stand in the full name in order (人社局: 人力资源和社会保障局).
    """
    short, long = sorted((bare_name(one), bare_name(other)), key=len)
    if long.endswith(short):
        return True
    rest = iter(long)
    return short.endswith("局") and long.endswith("局") and all(char in rest for char in short)


class Place(NamedTuple):
    """A place found in a text: 北坪乡 is the stem 北坪 and the kind 乡."""

    stem: str
    kind: str
    at: int

    @property
    def name(self) -> str:
        return self.stem + self.kind


_KINDS = "乡|镇|街道|县"
_PLACE = re.compile(rf"(?:{_KINDS})")
_LONGEST_STEM = 5

# Words and characters that end before a name begins.
_BEFORE = re.compile(
    r".*(?:修订|完善|编制|制定|公布|公开|发布|印发|落实|成立|加强|开展|组织|结合|按照|根据|关于|推进|推动|"
    r"明确|更新|建立|健全|确保|围绕|依托|通过|利用|立足|严格|执行|报送|征求|指导|督促|帮助|帮扶|撰写|形成|"
    r"公示|汇总|提高|提升|促进|维护|规范|负责|设立|配备|召开|举办|实现|做好|抓好|认真|现将|年度?|选取|选择|联合|"
    r"全市|全区|全县|我市|我区|我县|[省市县区旗州盟镇乡]|街道|[在由向对将为与和及的了是把从以至到经请该各全我本按据自于让使被并同赴等位])"
)
# The last characters of nearly all townships' and counties' names. Words that end so are left out.
_LAST = frozenset(
    "仁义德山水河江湖海沟坪湾坡岭岗店家庄屯桥堡台塘口头林树田源泉溪沙石龙凤安平兴隆阳关寨营坝洲沱渡港浦滩塬峰谷川井窑坑洞"
    "峪垭埠墩圩门宫寺庙塔亭楼阁园房旺福吉昌盛丰宁清光华胜泰康顺子南北东西甸陂屏柳仙马牛羊鹿鹤云星月虹雨泽池潭漳潮洋岛"
    "屿岩崖峡沿铺驿场坊沃冲垱垸闸堰渠埔厝尾坂岙岱畈畲竹松柏桃李梅杨槐榆桑枣杏梨茶麻禾谭樊郭王张赵陈刘黄周吴徐孙胡朱何罗高"
    "梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪姜范崔"
)
_WORD = re.compile(
    "平台|资源|来源|水源|货源|电源|牵头|窗口|公安|治安|保安|水平|公平|振兴|国家|专家|大家|农家|商家|机关|相关|有关|班子|电子|"
    "孩子|街头|源头|码头|龙头|带头|镜头|供水|污水|用水|节水|饮水|排水|防水|造林|护林|园林|森林|农田|巡河|曝光|阳光|风光|观光|"
    "校园|公园|家园|部门|专门|热门|上门|登门|人口|户口|出口|路口|接口|东西|市场|现场|农场|广场|立场|健康|小康|安康卡|"
    "环卫|星级|生源|高高|提高|最高|较高|不高|防火|火灾|规范|模范|防范|示范|其余|剩余|年余|业余|建房|住房|危房|公房|"
    "分子|因子|票子|光荣|周边|岁月|每月|个月|当月|逐月|按月|试点|沿线"
)


def _is_name(stem: str) -> bool:
    return 2 <= len(stem) <= 3 and stem[-1] in _LAST and not _WORD.search(stem)


_NO_PLACE_AFTER = re.compile(
    r"[长土贤情音亲愁绅级域压静痛定江远办园学情]|村(?:振|两|三|级|建|组|医|一|社|干|、|居|文|学|规|和|及|集|旅|公|共|产|企|道|电|融|民|便|服|治|数|环|风|教|卫)|"
    r"[、和]?(?:乡|镇|街道|村居|村两)|区(?:划|域|位)"
)
_HAN = re.compile(r"[\u4e00-\u9fff]+$")


def places_in(text: str) -> Iterator[Place]:
    """Townships, towns, sub-districts and counties named in a text."""
    for match in _PLACE.finditer(text):
        if _NO_PLACE_AFTER.match(text, match.end()):
            continue
        before = _HAN.search(text[max(0, match.start() - _LONGEST_STEM) : match.start()])
        if before is None:
            continue
        cut = _BEFORE.match(before[0])
        stem = before[0][cut.end() :] if cut else before[0]
        is_begun = bool(cut) or len(before[0]) < _LONGEST_STEM
        if is_begun and _is_name(stem):
            yield Place(stem, match[0], match.start() - len(stem))


def last_place(organ: str) -> Place | None:
    """The township, town, sub-district or county that an organ's name ends with."""
    bare = bare_name(organ)
    match = re.search(rf"([^省市县区旗州盟乡镇]{{1,6}})({_KINDS})$", bare)
    return Place(match[1], match[2], match.start()) if match else None


def county_of(organ: str) -> Place | None:
    """The county that an organ's name begins with, after its province and city."""
    match = re.search(r"(?:^|[省市州盟]|自治区)([^省市县区旗州盟]{1,6})(县)", _BLANK.sub("", organ))
    return Place(match[1], match[2], match.start(1)) if match else None
