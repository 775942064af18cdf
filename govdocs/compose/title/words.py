"""Words of titles, by what they do in one: a small dictionary of our own.

Our judgement; no list in the standard. What is not here is read character by character, with
names of places and organs found by their endings (see ``tokens`` and ``parts``).

Source:
    GB/T 9704-2012 7.3.1 (词意完整); 党政机关公文处理工作条例 第八条 (the fifteen kinds)
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType


class WordClass(enum.Enum):
    """What a word does where a line may end beside it."""

    ABOUT = "about"  # 关于: a new phrase begins before it
    FRAME = "frame"  # 印发, 转发: what 关于 is followed by
    VERB = "verb"  # opens a phrase: 加强, 推进
    ADVERB = "adverb"  # belongs to the verb after it: 进一步
    NOUN = "noun"
    DETERMINER = "determiner"  # belongs to the noun after it: 有关
    KIND = "kind"  # 文种 and compounds of it; belongs to what stands before
    CONJUNCTION = "conjunction"  # begins no line
    PARTICLE = "particle"  # begins no line: 的, 等, 了
    PREPOSITION = "preposition"  # belongs to what follows
    PLACE = "place"
    ORGAN = "organ"  # what an organ's name ends with
    NUMBER = "number"
    MARK = "mark"  # punctuation and spaces
    LATIN = "latin"
    UNKNOWN = "unknown"  # a single character that no word holds


_WORDS: Mapping[WordClass, str] = MappingProxyType(
    {
        WordClass.ABOUT: "关于",
        WordClass.FRAME: """
            印发 转发 批转 发布 公布 颁布 同意 提请 报送 呈报 任免 任命 免去 授予 表彰 给予 追授
            撤销 废止 修改 修订 批准 终止 调整 成立 设立 商请 邀请 征求 申请 请求 提请审议 审议
            核准 确认 公开征求 命名 通报表扬 宣布失效
        """,
        WordClass.VERB: """
            加强 推进 推动 开展 做好 实施 落实 贯彻 贯彻落实 贯彻执行 促进 深化 优化 完善 提升
            提高 加快 规范 举办 召开 建立 健全 建立健全 强化 扩大 支持 鼓励 引导 培育 打造 构建
            组织 参加 严格 严禁 禁止 限制 防止 防范 化解 防控 整治 治理 打击 清理 取消 下放 承接
            衔接 执行 解决 改进 改善 加大 保持 保证 确保 坚持 学习 宣传 申报 认定 划定 划转 变更
            撤县设市 设置 恢复 启用 停止 使用 更换 拨付 追加 安排 下达 编制 制定 组建 筹建 新建
            扩建 改建 迁建 维护 协助 配合 反映 帮助 救助 减轻 减免 补充 推广 推行 深入推进
            全面推进 参与 接收 接待 举行 出台 增设 增加 缩短 压减 简化 精简 放宽
        """,
        WordClass.ADVERB: """
            进一步 切实 全面 全力 积极 大力 深入 扎实 统筹 认真 着力 持续 稳步 有序 依法 加快推进
            严肃 充分 不断 尽快 高质量 有效
        """,
        WordClass.NOUN: """
            官网 官方网站 入口 手机 审计报告 规划区 规划区内 国有土地 土地使用权 使用权
            国有建设用地 国有建设用地使用权 人大代表 政协委员 代表建议 中央八项规定
            中央八项规定精神 八项规定 流域 财政收支 收支 预算执行 审计查出问题 领导同志 分工
            工作分工 先进单位 典型问题 非物质文化遗产 遗产 代表性项目 党政机关 公文 格式 国家标准
            国家标准化 春季 夏季 秋季 冬季 可行性研究报告 可行性研究 保密审查 审查 低保 低保标准
            烟花爆竹 污染物 燃料 房产 交易 病虫害 党政机关公文格式 文书 处理 主要数据 政府 信息
            公开 政府信息 信息公开 政府信息公开 政务 政务公开 政务服务 行政 行政审批 法治 法治政府
            依法行政 建设 发展 改革 管理 监督 监督管理 监管 服务 保障 保护 教育 卫生 健康 卫生健康
            财政 预算 决算 税务 审计 统计 统计局 社会 社会保障 社会保险 社会组织 社会救助 人力
            人力资源 资源 自然 自然资源 自然灾害 生态 生态环境 环境 环境保护 大气 大气污染 水污染
            土壤 污染 防治 污染防治 农业 农村 农业农村 农民 农民工 乡村 乡村振兴 振兴 脱贫 攻坚
            脱贫攻坚 交通 交通运输 运输 道路 公路 铁路 桥梁 隧道 安全 安全生产 生产 消防 消防安全
            食品 药品 食品安全 食品药品 住房 城乡 城乡建设 城市 城镇 城镇化 县城 县域 市场
            市场监督管理 市场主体 市民 文化 文物 旅游 体育 文化旅游 广播 电视 新闻 出版 公共
            公共服务 公共资源 公共资源交易 公共卫生 重点 重点工作 领域 行业 企业 中小企业 民营
            民营经济 经济 数字 数字经济 数字政府 电子 电子政务 网络 网络安全 数据 大数据 科技 科学
            科学技术 技术 创新 创业 就业 产业 工业 商业 商务 贸易 投资 招商 招商引资 项目 工程
            重大项目 资金 专项资金 财政资金 资产 国有 国有资产 国有企业 营商 营商环境 应急
            应急管理 突发 突发事件 突发公共事件 事件 事故 灾害 抢险 救灾 防汛 抗旱 防汛抗旱 森林
            草原 防火 防灭火 水利 水库 河道 河湖 湿地 林业 草业 畜牧 渔业 粮食 耕地 土地 国土 空间
            国土空间 规划 国土空间规划 用地 建设用地 城市更新 更新 改造 老旧小区 小区 社区 物业
            棚户区 地区 山区 灾区 辖区 片区 景区 库区 校区 学区 城区 中心城区 医疗 医疗保障 医保
            医药 养老 养老服务 托育 残疾人 妇女 儿童 未成年人 青少年 学生 教师 干部 职工 人员 人才
            群众 公众 居民 村民 退役军人 军人 烈士 事务 退役军人事务 民政 民族 宗教 侨务 外事 外贸
            公安 司法 检察 审判 信访 保密 档案 机关 机关事务 单位 事业单位 部门 机构 机构编制 编制
            职能 职责 权力 责任 清单 权责清单 事项 审批 许可 行政许可 处罚 行政处罚 行政复议 复议
            执法 行政执法 综合 综合行政执法 规章 规范性 规范性文件 文件 法律 法规 标准 标准化 质量
            价格 收费 任务 目标 重大 措施 政策 若干 政策措施 责任制 制度 机制 体系 体制 能力 水平
            情况 问题 工作 常务 常务会议 办公会议 专题会议 全体会议 工作会议 会议 精神 活动 行动
            行动计划 三年行动 计划 专项 专项行动 专项整治 试点 示范 示范区 基地 平台 一体化 网站
            政务新媒体 媒体 热线 便民 先进 先进集体 先进个人 集体 个人 模范 劳动模范 称号 荣誉
            节假日 放假 值班 春节 国庆节 清明节 劳动节 中秋节 端午节 元旦 公务员 考试 招聘 录用
            考核 评价 评估 结果 验收 检查 督查 督导 整改 问责 廉政 党风廉政 作风 组成 组成人员
            成员 人选 代表 委员 职务 副县长 县长 市长 副市长 主任 副主任 局长 副局长 正式 范围
            区划 行政区划 部分 区域 县级 市级 省级 国家级 区级 乡镇 镇区 老区 特区 园区 上市 超市
            都市 全市 全县 全省 全区 全镇 全乡 全国性 我县 我市 我省 我区 本县 本市 本级 各级 基层
            惠民 利民 民生 民生实事 实事 碳达峰 碳中和 绿色 低碳 节能 减排 节能减排 能源 电力 供水
            供热 燃气 排水 防洪 污水 污水处理 垃圾 生活垃圾 分类 农产品 高标准 高标准农田 农田
            种植 养殖 动物 疫病 疫情 传染病 卫生城市 文明 文明城市 创建 精神文明 普查 人口
            人口普查 经济普查 调查 监测 登记 不动产 不动产登记 征收 征地 补偿 补助 补贴 安置 拆迁
            房屋 房地产 公积金 住房公积金 信用 信用体系 社会信用 融资 金融 债务 政府债务 风险 采购
            政府采购 招标 投标 招标投标 合同 知识 知识产权 产权 专利 品牌 消费 物流 邮政 快递 通信
            气象 地震 测绘 地理 档案馆 图书馆 博物馆 学前 学前教育 义务教育 职业 职业教育 职业技能
            技能 培训 竞赛 体质 国民 国民经济 社会发展 年度 季度 上半年 下半年 半年 执行情况
            落实情况 进展 进展情况 有关问题 贯彻落实情况 三农 远景 远景目标 五年规划 互联网 建材
            物联网 一带一路 十三五 十四五 十五五 党的二十大 二十大 共同富裕 高质量发展 时期 一次性
            第一书记 第三方 第三产业 历史 历史文化 名城 传统 村落 传统村落 地名 路网 停车 设施
            基础 基础设施 市政公用 公用 园林 绿化 环卫 户外 广告 供应 供销 合作 合作社 协作 东西部
            对口 支援 帮扶 驻村 工作队 队伍 队伍建设 通信网络 数据中心 档案管理 会议精神 全体 决策
            行政决策 重大行政决策 程序 目录 名单 名录 办理 建议 提案 议案办理 建议提案 管理权限
            权限 意识形态 统一战线 党建 党员
        """,
        WordClass.DETERMINER: "有关 相关 各 全 本 我 该 其他 主要 新 新型 现代 一般",
        WordClass.KIND: """
            决议 决定 命令 令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要 复函
            会议纪要 常务会议纪要 专题会议纪要 办公会议纪要 工作报告 年度报告 工作年度报告
            专题报告 情况报告 情况通报 实施意见 指导意见 若干意见 工作意见 征求意见 实施方案
            工作方案 行动方案 改革方案 方案 办法 管理办法 暂行办法 实施办法 实施细则 细则 规定
            暂行规定 管理规定 条例 管理条例 预案 应急预案 工作要点 要点 工作计划 工作规划 专项规划
            发展规划 总体规划 工作规则 规则 规程 指南 工作总结 总结 草案 修正案 若干规定 纲要
            规划纲要 补充通知 紧急通知 征求意见稿 送审稿
        """,
        WordClass.CONJUNCTION: "和 与 及 以及 或 或者 暨 并",
        WordClass.PARTICLE: "的 等 了 同志 之 时 后 前 中",
        WordClass.PREPOSITION: "对 在 向 为 以 从 将 把 由 按 按照 根据 给",
        WordClass.PLACE: """
            中华人民共和国 中国 中国共产党 中共 全国 国家 中央 省 市 县 区 州 盟 旗 乡 镇 街道
            自治区 自治州 自治县 自治旗 地区 经济开发区 经济技术开发区 高新技术产业开发区
            高新技术开发区 开发区 新区 高新区 工业园区 产业园区 自贸试验区 和平区 和田市 和田地区
            和田县 和县 和林格尔县 和政县 和顺县 和静县 和硕县 和龙市
        """,
        WordClass.ORGAN: """
            人民政府 政府办公厅 政府办公室 办公厅 办公室 国务院 中共中央 中共中央办公厅
            国务院办公厅 委员会 管理委员会 工作委员会 居民委员会 村民委员会 常务委员会
            人民代表大会 人大 人大常委会 政协 政治协商会议 党委 党工委 党组 工委 纪委 监委
            纪委监委 委 市委 县委 省委 区委 镇委 管委会 人民法院 人民检察院 高级人民法院
            中级人民法院 最高人民法院 最高人民检察院 厅 局 分局 总局 院 部 处 科 所 站 室 署 司
            总队 支队 大队 中队 中心 服务中心 指挥部 领导小组 工作领导小组 委员会办公室
            领导小组办公室 联席会议 工作专班 工作组 公司 有限公司 集团 大学 学院 学校 中学 小学
            医院 人民医院 协会 学会 联合会 残疾人联合会 总工会 工会 妇女联合会 团委 商会 基金会
            研究院 研究所 发展改革委 发展和改革委员会 国资委 卫生健康委 卫健委 民委 银行 支行 分行
            海关 基金 财政部 教育部 公安部 民政部 司法部 商务部 水利部 文化和旅游部 农业农村部
            自然资源部 生态环境部 交通运输部 人力资源社会保障部 住房城乡建设部 应急管理部
            退役军人部 科技部 外交部 国防部
        """,
    }
)

# Opens the span in which an organ's name may hold a verb (推进…工作领导小组).
GROUP_ENDINGS = frozenset(
    "领导小组 工作领导小组 领导小组办公室 指挥部 联席会议 工作专班 工作组 委员会".split()
)


@lru_cache(maxsize=1)
def dictionary() -> Mapping[str, WordClass]:
    """Word -> its class; a word in two classes has the first of them."""
    found: dict[str, WordClass] = {}
    for word_class, words in _WORDS.items():
        for word in words.split():
            found.setdefault(word, word_class)
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def longest_word() -> int:
    """How many characters the longest word has."""
    return max(map(len, dictionary()))
