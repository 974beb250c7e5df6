"""The one place where HTML becomes PDF: one rendering at a time, one font configuration, nothing fetched."""

import atexit
import gc
import threading
from functools import cache

# Pango and fontconfig are not re-entrant, and a second FontConfiguration costs memory that never returns.
_rendering = threading.Lock()


@cache
def _font_configuration():
    from weasyprint.text.fonts import FontConfiguration

    # Freed only when the interpreter clears up, it would call into a Pango that is unloaded by then.
    atexit.register(_font_configuration.cache_clear)
    return FontConfiguration()


def html_to_pdf(html):
    """The PDF of a page source; every attempt to fetch anything stops the rendering."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    nothing = URLFetcher(allowed_protocols=(), fail_on_errors=True)
    with _rendering:
        gc.disable()
        try:
            return HTML(string=html, url_fetcher=nothing).write_pdf(
                font_config=_font_configuration(), pdf_tags=True
            )
        finally:
            gc.enable()
            gc.collect()
