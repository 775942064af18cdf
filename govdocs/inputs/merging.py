"""What the text says and what its front matter says, made one document; the front matter wins."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.inputs.front_matter import FrontMatter
from govdocs.inputs.text.assemble import Body
from govdocs.inputs.text.characters import half_width
from govdocs.inputs.text.closing import Closing, names_organ, organ_of
from govdocs.inputs.text.entries import Entry
from govdocs.inputs.text.facts import issuer_of, year_of
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.title import FoundTitle
from govdocs.messages.quoting import shortened
from govdocs.model.nodes import Document, HeaderBlock, Imprint, MainPart


def document_of(
    title: FoundTitle | None,
    closing: Closing,
    body: Body,
    entries: Sequence[Entry],
    front: FrontMatter,
) -> Document:
    """The document of a title, a closing, a body and front matter.

    The issuer is the front matter's, else the first organ of the signature, else what the title,
    the introduction or the page's record names; a title with a foreign name in it names none.
    """
    title_text = front.title or (title.text if title else "")
    year = front.year or year_of(title_text, entries)
    signature = front.signature or tuple(organ.text for organ in closing.signature)
    return Document(
        header_block=_header_block(front),
        main_part=MainPart(
            title=title_text,
            addressees=front.addressees,
            body=body.blocks,
            attachment_note=front.attachment_note,
            signature=signature,
            date_of_issue=front.date_of_issue or (closing.date[1] if closing.date else None),
            remark=front.remark or (closing.remark.text if closing.remark else None),
        ),
        imprint=_imprint(front),
        issuer=front.issuer or _issuer(title, closing, year, entries, front),
        year=year,
    )


def _issuer(
    title: FoundTitle | None,
    closing: Closing,
    year: int | None,
    entries: Sequence[Entry],
    front: FrontMatter,
) -> str | None:
    """The issuer that the signature or the title and the text name; no foreign name is one.

    A signature is often short (励家镇人民政府): where the title has the same name in full
    (黑山县励家镇人民政府), that is the issuer.
    """
    is_foreign = title is not None and any(entries[i].is_foreign for i in title.entries)
    own_title = title.text if title and not is_foreign else ""
    named = issuer_of(front.title or own_title, year, entries)
    if front.signature:
        signed: str | None = organ_of(front.signature[0])
    else:
        signed = _signed_organ(closing, entries)
    return named if named and (not signed or named.endswith(signed)) else signed


def _signed_organ(closing: Closing, entries: Sequence[Entry]) -> str | None:
    """The first organ of the signature; a line that is only taken for one names none."""
    if not closing.signature or entries[closing.signature[0].at].is_foreign:
        return None
    organ = organ_of(closing.signature[0].text)
    return organ if names_organ(organ) else None


def _header_block(front: FrontMatter) -> HeaderBlock | None:
    block = HeaderBlock(
        copy_number=front.copy_number,
        secrecy=front.secrecy,
        urgency=front.urgency,
        issuer_mark=front.issuer_mark,
        document_number=front.document_number,
        signatories=front.signatories,
    )
    return block if block != HeaderBlock() else None


def _imprint(front: FrontMatter) -> Imprint | None:
    imprint = Imprint(
        copied_to=front.copied_to,
        printing_office=front.printing_office,
        date_of_printing=front.date_of_printing,
    )
    return imprint if imprint != Imprint() else None


def is_overridden(title: FoundTitle, front: FrontMatter) -> bool:
    """Whether the front matter has a title of another text; width and blanks aside."""
    return bool(front.title) and _bare(front.title or "") != _bare(title.text)


def _bare(text: str) -> str:
    return "".join(half_width(text).split())


def report_title(
    title: FoundTitle | None, entries: Sequence[Entry], front: FrontMatter, log: FindingLog
) -> None:
    """Report a title that is missing, was joined, stands lower down, or is another one."""
    if title is None:
        if not front.title:
            log.warning(
                "title-missing",
                "没有找到标题，输出时无标题；可在 front matter 中写 title（标题）",
                "no title was found, and none will be printed; front matter can give one (title)",
            )
        return
    line = entries[title.entries[0]].line.number
    if is_overridden(title, front):
        log.warning(
            "title-overridden",
            f"标题以 front matter 为准；文中的“{shortened(title.text)}”与之不同，留作正文段落",
            f"the front matter's title counts; “{shortened(title.text)}” in the text is another "
            "one and stays a paragraph",
            line=line,
        )
        return
    if len(title.entries) > 1:
        log.info(
            "title-joined",
            f"标题由 {len(title.entries)} 行连成：“{shortened(title.text)}”",
            f"the title was joined from {len(title.entries)} lines: “{shortened(title.text)}”",
            line=line,
        )
    if title.entries[0] > 0:
        log.info(
            "title-below",
            f"标题取自第 {line} 行；其上 {title.entries[0]} 行留在正文中",
            f"the title is line {line}; the {title.entries[0]} lines above stay in the body",
            line=line,
        )


def report_overridden(
    closing: Closing, entries: Sequence[Entry], front: FrontMatter, log: FindingLog
) -> None:
    """Warn of what the text says at its end and the front matter says otherwise."""
    organs = tuple(organ.text for organ in closing.signature)
    pairs = (
        ("署名", "signature", front.signature, organs),
        ("成文日期", "date", front.date_of_issue, closing.date[1] if closing.date else None),
        ("附注", "remark", front.remark, closing.remark.text if closing.remark else None),
    )
    for zh, en, given, found in pairs:
        if given and found and given != found:
            log.warning(
                "closing-overridden",
                f"{zh}以 front matter 为准，文末所写未采用",
                f"the front matter's {en} counts; the one at the end of the text was left out",
                line=entries[min(closing.entries)].line.number,
            )
