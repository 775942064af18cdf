"""Words that the names of gambling sites are made of; matched in folded text (half-width, lower).

The lists are judgement, drawn from names that have stood in the place of organs on real pages.
A word alone proves nothing: foreign_names.py weighs them together.
"""

from __future__ import annotations

STRONG_SITE_WORDS = (
    "官方网站", "官网", "登录", "登陆", "入口", "app", "下载", "注册", "手机版", "网页版", "网址",
    "客户端", "投注",
)  # fmt: skip
"""What a site's own page says of itself."""

WEAK_SITE_WORDS = (
    "首页", "主页", "平台", "在线", "网站", "最新版", "安装", "直营", "线上",
)  # fmt: skip
"""Said of a site, but of honest things as well."""

FILLERS = (
    "官方", "手机", "电脑", "中国", "最新", "全站", "综合", "国际", "集团", "有限公司", "科技",
    "安卓", "苹果", "ios", "android", "通用版", "网页", "正规", "线路", "sports", "vip",
    "正版", "版", "唯一",
)  # fmt: skip
"""Words between the others; a name never ends with one."""

NEUTRAL = (
    "体育彩票", "福利彩票",
)  # fmt: skip
"""Honest words that hold a gambling word."""

GAMBLING_WORDS = (
    "体育(?!中心|局|馆|场|公园|广场|教师|老师|课|运动|活动|事业|产业|设施|协会|总会|用品|健身|项目|工作|发展|总局|训练|竞赛|学|器材)",
    "娱乐(?!场|活动|设施|服务|行业|业|项目)",
    "彩票(?!管理|中心|公益|销售|发行|站)",
    "电竞",
    "真人",
)
"""Words of gambling sites that honest text uses too; regexes."""

PLAIN_GAMBLING_WORDS = (
    "棋牌(?!室|类|活动|比赛|馆|协会)",
    "捕鱼(?!船|业|期|作业)",
    "博彩(?!村|业|行业)",
    "买球(?!票|衣|拍|鞋)",
    "彩票网(?!点)",
    "(?:pg|pp|ag|mg|fg|cq9|jdb|bbin|bng)电子(?!商务|政务|签|版|证|档|信息|厂)(?:模拟器|游戏)?",
    "电子模拟器",
    *["百家乐", "老虎机", "娱乐城", "金沙娱乐场", "赌场", "德州扑克", "网赌"],
)
"""Words that hardly stand beside a site's words but in a gambling site's name; regexes."""

BRANDS = (
    "开云", "乐鱼", "爱游戏", "亚博", "博鱼", "必一",
    "必威", "尊龙", "凯发", "欧宝", "澳博", "银河国际", "威尼斯人", "金沙城", "杏彩",
    "天博", "乐动", "明升", "米乐", "火博", "壹定发", "一定发", "玖博",
    "奥博", "万博", "必博", "雷火", "牛宝", "竞博", "亚游", "优德", "龙8",
)  # fmt: skip
"""Brands; towns bear some of these names, so a brand alone is no evidence."""

SURE_BRANDS = (
    "华体会", "尊龙凯时", "新葡京", "新葡萄京", "九游会", "球盟会", "球友会", "金年会", "金宝博",
    "金宝搏",
)  # fmt: skip
"""Brands that are no word and no place: before an organ they need no other evidence."""

COMMON_BRANDS = (
    "米兰", "半岛", "江南", "九游", "星空", "皇冠", "金沙", "太阳城", "完美", "世博", "贝博",
    "三亿", "澳门", "葡京", "银河", "云开", "永利", "大发", "极速", "和记", "利来", "南宫",
    "雷速", "伟德", "沙巴", "熊猫", "竞彩",
)  # fmt: skip
"""Brands that are common words or places."""

LATIN_BRANDS = (
    "kaiyun", "leyu", "hth", "yabo", "ayx", "bob", "boyu", "bandao", "milan", "jiangnan",
    "betway", "bet365", "365bet", "jinnianhui", "ng28", "xingkong", "huatihui", "aiyouxi",
    "jiuyou", "mksports", "odsports", "manbetx", "188bet", "fun88", "w88", "vwin", "dafabet",
    "beplay", "beat365", "bet36", "jbo", "long8", "w66", "ag8", "bevictor",
)  # fmt: skip
"""Latin brands; they count only as whole words, digits after them apart."""
