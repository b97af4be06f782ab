"""PDFium's C interface. Its names are made when it is imported, so type checkers see none of them."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pypdfium2.raw

api: Any = pypdfium2.raw
Document: Any = pypdfium2.PdfDocument
PdfiumError: type[Exception] = pypdfium2.PdfiumError
