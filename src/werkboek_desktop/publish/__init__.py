"""From workbook to blocks to PDF."""
