"""What each bundled face is made from: data, and nothing else."""

from dataclasses import dataclass

UNITS_PER_EM = 1000

# The line box of SimSun, SimHei, FangSong and KaiTi, 220 and 36 of 256: lines keep their place
# when an installed face takes over.
ASCENT, DESCENT = 859, -141

# Height of the middle of a hanzi's ink above the baseline; SimHei has 0.3561 em (measured).
INK_CENTRE = 356

# 2026-01-01, the date inside every built face
BUILD_TIME = 1767225600

PACKAGES = (
    "texlive-lang-chinese",
    "fonts-noto-cjk",
    "fonts-noto-cjk-extra",
    "fonts-liberation2",
    "fonts-hanazono",
    "unicode-data",
)
UNIHAN = "unicode-data/usr/share/unicode"
LIBERATION = "fonts-liberation2/usr/share/fonts/truetype/liberation2"
OFL_TEXT = "texlive-lang-chinese/usr/share/doc/texlive-doc/fonts/lxgw-fonts/LICENSE.gz"

_LXGW = "texlive-lang-chinese/usr/share/texlive/texmf-dist/fonts/truetype/public/lxgw-fonts"
_NOTO = "fonts-noto-cjk/usr/share/fonts/opentype/noto"
_NOTO_EXTRA = "fonts-noto-cjk-extra/usr/share/fonts/opentype/noto"
_HANAZONO = "fonts-hanazono/usr/share/fonts/truetype/hanazono"

# file in an unpacked package; #2 is the simplified Chinese face of a collection
SOURCES = {
    "zhuque": f"{_LXGW}/LXGWZhuqueFangsong-Regular.ttf",
    "wenkai-gb": f"{_LXGW}/LXGWWenKaiGBLite-Regular.ttf",
    "serif-light": f"{_NOTO_EXTRA}/NotoSerifCJK-Light.ttc#2",
    "serif-regular": f"{_NOTO}/NotoSerifCJK-Regular.ttc#2",
    "serif-semibold": f"{_NOTO_EXTRA}/NotoSerifCJK-SemiBold.ttc#2",
    "serif-bold": f"{_NOTO}/NotoSerifCJK-Bold.ttc#2",
    "sans-regular": f"{_NOTO}/NotoSansCJK-Regular.ttc#2",
    "hanamin-a": f"{_HANAZONO}/HanaMinA.ttf",
    "hanamin-b": f"{_HANAZONO}/HanaMinB.ttf",
}

OFL = (
    "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
    "This license is available with a FAQ at: https://openfontlicense.org"
)
_HANAZONO_OR_OFL = (
    "Hanazono Font License: unlimited permission to use, copy and distribute, with or without "
    "modification, commercially and noncommercially; or SIL OFL 1.1."
)
_NOTO_SERIF_COPYRIGHT = "© 2017-2022 Adobe (http://www.adobe.com/)."


@dataclass(frozen=True, kw_only=True)
class Thinning:
    """How far outlines move inwards, in units: the most that a stroke loses.

    Glyphs with thinner strokes than ``reference``, the usual thickness of the source face,
    lose less in proportion.
    """

    horizontal: int
    vertical: int
    reference: float


@dataclass(frozen=True, kw_only=True)
class Face:
    """How to build one face.

    Attributes:
        characters: ``core``, ``core-and-own-hanzi``, ``ext1`` or ``ext2``.
        source: key of SOURCES.
        filler: source of the characters that the first one lacks, or None.
        half_width_ascii: whether ASCII takes its half-em (半角) forms.
        weight: usWeightClass.
    """

    file: str
    family: str
    family_zh: str
    source: str
    copyright: str
    characters: str = "core"
    filler: str | None = None
    thinning: Thinning | None = None
    half_width_ascii: bool = False
    weight: int = 400
    license: str = OFL


FACES = {
    "fang": Face(
        file="GovdocsFang-Regular",
        family="Govdocs Fang",
        family_zh="公文仿宋",
        source="zhuque",
        filler="serif-light",
        characters="core-and-own-hanzi",
        thinning=Thinning(horizontal=12, vertical=8, reference=45.7),
        copyright=(
            "Copyright (c) 2023, Zhejiang JadeFoci Technology Co. LTD "
            "(https://github.com/TrionesType/zhuque); Latin: Copyright 2011 The Alegreya Project "
            "Authors (https://github.com/huertatipografica/Alegreya). "
            f"Symbols: {_NOTO_SERIF_COPYRIGHT}"
        ),
    ),
    "kai": Face(
        file="GovdocsKai-Regular",
        family="Govdocs Kai",
        family_zh="公文楷体",
        source="wenkai-gb",
        filler="serif-light",
        thinning=Thinning(horizontal=12, vertical=10, reference=53.9),
        copyright=(
            "Copyright 2022-2026 LXGW (https://github.com/lxgw/LxgwWenKaiGB-Lite); "
            "Copyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee)."
        ),
    ),
    "hei": Face(
        file="GovdocsHei-Regular",
        family="Govdocs Hei",
        family_zh="公文黑体",
        source="sans-regular",
        copyright="© 2014-2021 Adobe (http://www.adobe.com/).",
    ),
    "song": Face(
        file="GovdocsSong-Regular",
        family="Govdocs Song",
        family_zh="公文宋体",
        source="serif-light",
        half_width_ascii=True,
        copyright=_NOTO_SERIF_COPYRIGHT,
    ),
    "biaosong": Face(
        file="GovdocsBiaosong-Regular",
        family="Govdocs Biaosong",
        family_zh="公文标宋",
        source="serif-semibold",
        weight=600,
        copyright=_NOTO_SERIF_COPYRIGHT,
    ),
    "ext1": Face(
        file="GovdocsExt1-Regular",
        family="Govdocs Ext1",
        family_zh="公文宋体扩展一",
        source="serif-light",
        filler="hanamin-a",
        characters="ext1",
        copyright=(
            "© 2017-2022 Adobe (http://www.adobe.com/); Copyright (c) 2011, GlyphWiki Project."
        ),
    ),
    "ext2": Face(
        file="GovdocsExt2-Regular",
        family="Govdocs Ext2",
        family_zh="公文宋体扩展二",
        source="hanamin-b",
        filler="hanamin-a",
        characters="ext2",
        copyright="Copyright (c) 2011, GlyphWiki Project (kamichi@fonts.jp).",
        license=_HANAZONO_OR_OFL,
    ),
}

# glyphs in which the full offset leaves a spike (found by qa_thin.py): share of it they take
GENTLER_THINNING = {"圳": 0.6, "戋": 0.7}

# order of the finished list of faces
MANIFEST_ORDER = (
    "fang",
    "kai",
    "hei",
    "song",
    "biaosong",
    "latin",
    "latin-bold",
    "ext1",
    "ext2",
)
LATIN = {"latin": "LiberationSerif-Regular", "latin-bold": "LiberationSerif-Bold"}
