"""The matrix as a page."""

from __future__ import annotations

from coursebuilder.checking.matrix import Matrix
from coursebuilder.checking.reports.matrix_report import total_of
from coursebuilder.reporting.document import document


def matrix_html(matrix: Matrix) -> str:
    """A self-contained page: a table a module, and one of all paths."""
    return document("matrix.html", matrix=matrix, total=total_of(matrix))
