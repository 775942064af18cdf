"""The self-check of a DOCX, by its settings."""
