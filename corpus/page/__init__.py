"""The report of a library: one self-contained HTML page, and the same as a workbook."""
