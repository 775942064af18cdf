"""Refuse a document that a profile cannot set whole: text is never dropped."""

from __future__ import annotations

from govdocs.errors import UsageError
from govdocs.model.nodes import Document
from govdocs.standards.profile import Profile

# Element -> its name in Chinese (GB/T 9704-2012 clause 7).
_ELEMENTS = {
    "header_block": "版头",
    "title": "标题",
    "title_note": "题注",
    "addressees": "主送机关",
    "body": "正文",
    "attachment_note": "附件说明",
    "attendance": "出席人员名单",
    "signature": "发文机关署名",
    "stamps": "签名章",
    "date_of_issue": "成文日期",
    "remark": "附注",
    "attachments": "附件",
    "imprint": "版记",
}


def check_elements(document: Document, profile: Profile) -> None:
    """Check that a profile can set every element that a document has.

    Raises:
        UsageError: it cannot; the elements are named.
    """
    unknown = [
        name
        for name in _ELEMENTS
        if name not in profile.elements and (_value(document, name) not in (None, (), ""))
    ]
    if unknown:
        zh = "、".join(_ELEMENTS[name] for name in unknown)
        raise UsageError(
            f"版式 {profile.id} 排不了这些要素：{zh}；请换版式，或从文档中去掉它们",
            f"profile {profile.id} cannot set these elements: {', '.join(unknown)}; "
            "choose another profile or take them out of the document",
        )


def _value(document: Document, name: str) -> object:
    owner = document if name in ("header_block", "imprint") else document.main_part
    return getattr(owner, name)
