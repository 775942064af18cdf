"""Sources of a command: text files, or documents as JSON."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import click

from govdocs.cli.language import Words
from govdocs.errors import GovdocsError, InputError, UsageError
from govdocs.inputs.reading import Reading, read_with_findings
from govdocs.model.codec import decode
from govdocs.model.walk import walk

NO_LINE = 0
"""The line of a block that stands in no text: a JSON document has none to point at."""


def replacements(pairs: tuple[str, ...], words: Words) -> dict[str, str]:
    """``OLD=NEW`` options as a mapping; the first ``=`` splits.

    Raises:
        click.UsageError: a pair without ``=`` or with nothing before it; two new texts for one
            old.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        old, equals, new = pair.partition("=")
        if not (old and equals):
            raise click.UsageError(
                words(
                    f"--replace 应写成 原文=新文，得到 {pair!r}",
                    f"--replace takes OLD=NEW, got {pair!r}",
                )
            )
        if found.setdefault(old, new) != new:
            raise click.UsageError(
                words(
                    f"--replace 给了 {old!r} 两个不同的新文",
                    f"--replace gives {old!r} two different new texts",
                )
            )
    return found


def read_source(path: Path, replace: dict[str, str]) -> Reading:
    """Read one source.

    Raises:
        InputError: it cannot be read.
    """
    if path.suffix.lower() != ".json":
        return read_with_findings(path, replace=replace or None)
    if replace:
        raise InputError(
            "--replace 只用于文本，不用于 JSON 文档",
            "--replace works on text, not on JSON documents",
            at=str(path),
        )
    try:
        document = decode(path.read_bytes())
    except OSError as error:
        raise InputError(
            f"读不了文件：{error}", f"cannot read it: {error}", at=str(path)
        ) from error
    except GovdocsError as error:
        raise InputError(error.zh, error.en, at=f"{path} {error.at or ''}".strip()) from error
    no_lines = tuple(NO_LINE for _ in walk(document))
    return Reading(document=document, findings=(), navigation=(), block_lines=no_lines)


def output_paths(
    sources: tuple[Path, ...], folder: Path | None, formats: tuple[str, ...]
) -> list[list[Path]]:
    """Where each source's files go: beside it, or in one folder.

    Raises:
        UsageError: two sources would write the same file, or a source would be overwritten.
    """
    read = {_same_file(source): source for source in sources}
    planned: dict[str, Path] = {}
    paths: list[list[Path]] = []
    for source in sources:
        home = folder or source.parent
        own = [home / f"{source.stem}.{ending}" for ending in formats]
        for path in own:
            key = _same_file(path)
            if key in read:
                raise UsageError(
                    f"{source} 会写成 {path}，盖掉来源 {read[key]}；请改名，或用 -o 写到别处",
                    f"{source} would write {path} over the source {read[key]}; "
                    "rename it, or write elsewhere with -o",
                )
            other = planned.setdefault(key, source)
            if other is not source:
                raise UsageError(
                    f"{other} 和 {source} 都会写成 {path}；请分开运行或改名",
                    f"{other} and {source} would both write {path}; rename one or run them apart",
                )
        paths.append(own)
    return paths


def _same_file(path: Path) -> str:
    """A path in the form in which two that some file system takes for one file are equal."""
    name = os.path.normcase(os.path.abspath(path))
    return unicodedata.normalize("NFC", name).casefold()
