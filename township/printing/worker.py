"""The process that turns HTML into PDF: fonts stay loaded, memory and time are bounded, nothing is fetched.

`main` is run in an interpreter of its own, which needs neither settings nor database. On standard input
and output: a length of eight bytes, then so many bytes. An answer begins with P (the PDF) or E (why there is
none). A page that takes more than its share ends this process, and with it no other.
"""

import gc
import os
import resource
import signal
import sys

LENGTH = 8
PDF, ERROR = b"P", b"E"
READABLE = (".otf", ".ttf", ".ttc", ".py", ".pyc", ".so")
# What stays in memory after many documents goes with the process.
MOST_DOCUMENTS = 500


def main(megabytes, seconds):
    source, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # Nothing that a library prints may get between the answers.
    os.dup2(2, 1)
    # The web server's own signals end its workers; this one ends when nobody asks it any more.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    gc.disable()
    render = renderer()
    sys.addaudithook(only_fonts)
    for _ in range(MOST_DOCUMENTS):
        html = source.read(int.from_bytes(source.read(LENGTH)))
        if not html:
            return
        allow(seconds)
        answer = answer_to(render, html.decode())
        answers.write(len(answer).to_bytes(LENGTH) + answer)
        answers.flush()
        gc.collect()


def renderer():
    """A function from page source to PDF, with its fonts and its fetcher of nothing."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    nothing = URLFetcher(allowed_protocols=(), fail_on_errors=True)
    # A second FontConfiguration would cost memory that never returns.
    fonts = FontConfiguration()

    def render(html):
        return HTML(string=html, url_fetcher=nothing).write_pdf(font_config=fonts, pdf_tags=True)

    # The first document of a process takes seconds longer.
    render("<p>法治")
    return render


def answer_to(render, html):
    try:
        return PDF + render(html)
    except MemoryError:
        # What is left of it is in no state to go on.
        os._exit(1)
    except BaseException as error:  # WeasyPrint's refusal to fetch is no Exception.
        # No text of the error: it may quote what is being printed.
        return ERROR + type(error).__name__.encode()


def allow(seconds):
    """So many more seconds of the processor; then the system ends this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def only_fonts(event, arguments):
    """Audit hook: fonts and the program's own parts may be read, nothing else opened and nobody called."""
    if event.startswith("socket.") or event in ("subprocess.Popen", "os.system", "os.exec"):
        raise PermissionError(event)
    if event == "open" and not str(arguments[0]).lower().endswith(READABLE):
        raise PermissionError("open")
