"""The reader's language: ``--lang``, else the locale, else English."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, TypeAlias, get_args

Lang: TypeAlias = Literal["zh", "en"]

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language(arguments: Sequence[str]) -> Lang:
    """The language of messages and help, before the arguments are parsed."""
    for argument, following in pairwise((*arguments, "")):
        name, _, joined = argument.partition("=")
        chosen = joined or following
        if name == "--lang" and chosen in get_args(Lang):
            return _known(chosen)
    for variable in _LOCALE_VARIABLES:
        if value := os.environ.get(variable):
            return _known(value)
    return _known(_system_locale())


def _known(name: str) -> Lang:
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def _system_locale() -> str:
    """The language set in Windows or macOS, where the variables are usually missing."""
    import locale

    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return ""


class Words:
    """Chooses between a Chinese and an English wording."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def __call__(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en
