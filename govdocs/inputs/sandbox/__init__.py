"""Where templates run: on copies of plain data, with a small language, under limits."""
