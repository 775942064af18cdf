"""Why the operating system refused a file, in both languages and without its path."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Reason(NamedTuple):
    """Why, and what to do."""

    zh: str
    en: str


_REASONS: Mapping[int, Reason] = MappingProxyType(
    {
        errno.ENOENT: Reason(
            "没有这个文件或文件夹，请核对路径", "no such file or folder; check the path"
        ),
        errno.EISDIR: Reason("这是文件夹，不是文件", "it is a folder, not a file"),
        errno.ENOTDIR: Reason(
            "路径中有一段不是文件夹，请核对", "a part of the path is no folder; check it"
        ),
        errno.EACCES: Reason("没有权限，请检查文件权限", "not permitted; check its permissions"),
        errno.EPERM: Reason("没有权限，请检查文件权限", "not permitted; check its permissions"),
        errno.EEXIST: Reason("已有同名的文件", "a file of that name exists"),
        errno.ENAMETOOLONG: Reason("文件名太长", "the file name is too long"),
        errno.ENOSPC: Reason("磁盘空间不足", "no space is left on the disk"),
        errno.EDQUOT: Reason("超出磁盘配额", "the disk quota is used up"),
        errno.EROFS: Reason("所在磁盘只能读取", "the disk can only be read"),
        errno.ELOOP: Reason("链接绕成了圈", "its links lead round in a ring"),
        errno.EBUSY: Reason("文件正被占用", "it is in use"),
        errno.EMFILE: Reason("打开的文件太多", "too many files are open"),
        errno.EIO: Reason("磁盘读写出错", "the disk cannot be read or written"),
    }
)


def reason_of(error: Exception) -> Reason:
    """Why a file could not be read or written; of an unusual error, the system's own words."""
    known = _REASONS.get(error.errno or 0) if isinstance(error, OSError) else None
    if known:
        return known
    words = getattr(error, "strerror", None) or str(error)
    return Reason(words, words)
