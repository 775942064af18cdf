"""``govdocs fonts``: its commands and options."""

from __future__ import annotations

from typing import Any

import click

from govdocs.api import RenderOptions
from govdocs.cli import options
from govdocs.cli.language import Words
from govdocs.cli.usage import Group


def command(words: Words) -> click.Group:
    """The command."""

    # Both functions are imported when called: listing options needs no font module.
    def list_callback(font: tuple[str, ...], bundled_fonts: bool, json: bool, lang: Any) -> None:
        from govdocs.cli.fonts import list_fonts

        render_options = RenderOptions(
            fonts=options.fonts_given(font, words), bundled_fonts=bundled_fonts
        )
        list_fonts(render_options, as_json=json, words=words)

    def install_callback(lang: Any) -> None:
        from govdocs.cli.fonts import install

        install(words)

    group = Group("fonts", help=words("查看或安装字体。", "List or install fonts."))
    group.add_command(
        options.command(
            "list",
            list_callback,
            words("列出各角色将用的字体。", "List the face that each role would use."),
            [
                *options.font_options(words),
                options.flag("--json", words("以 JSON 输出。", "Print JSON.")),
                options.lang_option(words),
            ],
        )
    )
    group.add_command(
        options.command(
            "install",
            install_callback,
            words(
                "把随附字体和别名装到 LibreOffice 找得到的地方（Linux）。",
                "Install the bundled faces and aliases where LibreOffice finds them (Linux).",
            ),
            [options.lang_option(words)],
        )
    )
    return group
