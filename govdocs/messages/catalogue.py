"""The message catalogues: what stands for a key in Chinese and in English.

The catalogues are gettext files beside this module, read as they are: so a clone, an editable
install and a wheel hold the same, and nothing needs compiling.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

_FILES = {"zh": "zh_CN.po", "en": "en.po"}


@lru_cache(maxsize=len(_FILES))
def catalogue(lang: str) -> Mapping[str, str]:
    """All messages of a language, ``"zh"`` or ``"en"``, by key; read once in a process."""
    # Imported here: Babel is not light, and is needed only where something is wrong.
    from babel.messages.pofile import read_po

    path = Path(__file__).parent / _FILES["zh" if lang == "zh" else "en"]
    with path.open("rb") as file:
        messages = read_po(file, abort_invalid=True)
    return MappingProxyType({str(each.id): str(each.string) for each in messages if each.id})


def message(key: str, lang: str, **values: object) -> str:
    """The message of a key with its names filled in.

    Raises:
        KeyError: no such key, or a name of the message is not among the values.
    """
    return catalogue(lang)[key].format_map(values)
