"""The self-check of a PDF, by what its pages show."""
