"""The ``govdocs`` command."""

from __future__ import annotations


def main() -> None:
    """Run the command with the process's arguments and exit with its code."""
    # click is imported only by those who run the command.
    from govdocs.cli.app import run

    raise SystemExit(run())
