"""Which face a text is set in: the names shared by standards, fonts and layout."""

from __future__ import annotations

import enum


class FaceRole(enum.StrEnum):
    """The faces that official documents use, and the reserve faces for rare characters."""

    BIAOSONG = "biaosong"  # 小标宋
    FANG = "fang"  # 仿宋
    KAI = "kai"  # 楷体
    HEI = "hei"  # 黑体
    SONG = "song"  # 宋体
    LATIN = "latin"  # Latin letters and digits
    EXT1 = "ext1"  # rest of GB 18030 levels 1 and 2
    EXT2 = "ext2"  # rest of GB 18030 level 3
