"""``python -m govdocs`` is the ``govdocs`` command."""

from govdocs.cli import main

if __name__ == "__main__":
    main()
