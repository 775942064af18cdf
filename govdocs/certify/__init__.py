"""版式自检: measure a finished PDF or DOCX against GB/T 9704-2012, clause by clause.

from pathlib import Path
from govdocs.certify import certify

table = certify(Path("通知.pdf"))
for row in table.fails:
    print(row.clause, row.name.zh, row.expected.zh, row.measured.zh)
"""

from __future__ import annotations

from govdocs.certify.certifying import certify
from govdocs.certify.result import DISCLAIMER, Box, Row, SelfCheck, Verdict, Wording

__all__ = ["DISCLAIMER", "Box", "Row", "SelfCheck", "Verdict", "Wording", "certify"]
