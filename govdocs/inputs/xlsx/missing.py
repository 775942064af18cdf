"""What to say where a library for workbooks is not installed."""

from __future__ import annotations

from govdocs.errors import UsageError


def needs_xlsx(library: str) -> UsageError:
    """The error for a missing library, naming what to install."""
    return UsageError(
        f"读写 Excel 工作簿需要 {library}；请运行 pip install 'govdocs[xlsx]'",
        f"workbooks need {library}; run pip install 'govdocs[xlsx]'",
    )
