"""Options of ``render`` that concern the print of a 公文: its format, seals, and sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

import click

from govdocs.cli import options
from govdocs.cli.language import Words
from govdocs.errors import InputError
from govdocs.messages.os_errors import reason_of
from govdocs.render_options import check_seal
from govdocs.standards.loader import profile_names


class PrintGiven(TypedDict):
    """What the options were given, as fields of ``RenderOptions``."""

    profile: str | None
    preprinted: bool
    draft_seals: bool
    seals: Mapping[str, bytes]
    imprint_on_even_page: bool
    mirror_margins: bool


def print_options(words: Words) -> list[click.Parameter]:
    """The options."""
    return [
        click.Option(
            ["--profile"],
            type=click.Choice(profile_names()),
            help=words(
                "版式；默认依文种和要素：文件格式 official，信函 letter，命令 order，纪要 minutes，"
                "发布式报告 published-report。",
                "The format; the document's own if not given: official, letter, order, minutes or "
                "published-report.",
            ),
        ),
        options.flag(
            "--preprinted",
            words(
                "套打：不印红色部分，留出位置。", "Leave out the red parts, and keep their room."
            ),
        ),
        options.flag(
            "--draft-seals",
            words(
                "用灰色虚线圈标出印章位置。", "Show with a grey ring where each seal will stand."
            ),
        ),
        click.Option(
            ["--seal", "seals"],
            multiple=True,
            metavar=words("机关=图片.png", "ORGAN=FILE.png"),
            help=words(
                "印章或签名章的图片（透明底 PNG），只印在 PDF 上；不是电子印章。可多次给出。",
                "A picture of a seal or signature stamp (PNG, clear ground), for the PDF only; it "
                "is no electronic seal. May be given again.",
            ),
        ),
        options.flag(
            "--imprint-on-even-page",
            words("版记排在偶数页（双面印刷）。", "Set the imprint on an even page."),
        ),
        options.flag(
            "--mirror-margins",
            words("双数页订口在右。", "The binding margin of even pages is at the right."),
        ),
    ]


def print_given(given: Mapping[str, Any], words: Words) -> PrintGiven:
    """What the options were given.

    Raises:
        click.UsageError: a seal that is not ORGAN=FILE.
        InputError: a picture that cannot be read.
        UsageError: a picture that is no PNG.
    """
    return PrintGiven(
        profile=given["profile"],
        preprinted=given["preprinted"],
        draft_seals=given["draft_seals"],
        seals=_seals(given["seals"], words),
        imprint_on_even_page=given["imprint_on_even_page"],
        mirror_margins=given["mirror_margins"],
    )


def _seals(entries: Sequence[str], words: Words) -> dict[str, bytes]:
    seals: dict[str, bytes] = {}
    for entry in entries:
        organ, mark, file = entry.partition("=")
        if not (organ and mark and file):
            raise click.UsageError(
                words(
                    f"--seal 应写成 机关=图片.png，得到 {entry!r}",
                    f"--seal takes ORGAN=FILE.png, got {entry!r}",
                )
            )
        try:
            seals[organ] = Path(file).read_bytes()
        except OSError as error:
            why = reason_of(error)
            raise InputError(
                f"读不了印章图片：{why.zh}", f"cannot read the picture of a seal: {why.en}", at=file
            ) from error
        check_seal(organ, seals[organ], at=file)
    return seals
