"""The PDF writer: the only place that knows ReportLab."""

from werkboek_desktop.publish.pdf.writer import write_pdf

__all__ = ["write_pdf"]
