"""The one place where HTML becomes PDF: a process of its own for each server process, one document at a time.

A hostile or huge text can at worst end that process: the next document gets a new one. Settings: PDF_MEGABYTES
and PDF_SECONDS, which also bound how long one waits for others' documents.
"""

import atexit
import os
import select
import subprocess
import sys
import threading
import time

from django.conf import settings

from .worker import ERROR, LENGTH


class Unprintable(Exception):
    """There is no PDF; the text is the sentence for the user."""


class TooMuch(Unprintable):
    """The document takes more time or memory than one may."""


BUSY = "前面还有别的文件在排版，请过一分钟再试。"
TOO_MUCH = "内容太长或太复杂，排版所需的时间或内存超过了限度，没有生成 PDF。请删去多余的内容，或者分成几份。"


class Renderer:
    """The process and the pipes to it; it is started when first asked for, and anew after it has ended."""

    def __init__(self):
        self.process, self.owner = None, None

    def ask(self, html):
        """The PDF of `html`."""
        source, ends = html.encode("utf-8", "replace"), time.monotonic() + settings.PDF_SECONDS
        for _ in range(2):
            self._run()
            try:
                self._send(len(source).to_bytes(LENGTH) + source, ends)
                answer = self._receive(int.from_bytes(self._receive(LENGTH, ends)), ends)
            except _Rested:
                # It had printed its number of documents and has ended since.
                continue
            except (OSError, EOFError, TimeoutError) as error:
                self.stop()
                raise TooMuch(TOO_MUCH) from error
            if answer.startswith(ERROR):
                raise RuntimeError(f"the renderer met {answer[1:].decode()}")
            return answer[1:]
        raise TooMuch(TOO_MUCH)

    def _run(self):
        # After a fork the pipes belong to the parent.
        if self.process and self.owner == os.getpid() and self.process.poll() is None:
            return
        limits = f"{settings.PDF_MEGABYTES}, {settings.PDF_SECONDS}"
        self.process = subprocess.Popen(
            [sys.executable, "-c", f"from township.printing.worker import main; main({limits})"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # What a library has to say may quote what is being printed.
            stderr=subprocess.DEVNULL,
            cwd=settings.BASE_DIR,
            bufsize=0,
        )
        self.owner = os.getpid()
        os.set_blocking(self.process.stdin.fileno(), False)

    def _send(self, content, ends):
        content = memoryview(content)
        while content:
            _, ready, _ = select.select((), (self.process.stdin,), (), left(ends))
            if not ready:
                raise TimeoutError
            try:
                content = content[os.write(self.process.stdin.fileno(), content[:65_536]) :]
            except BrokenPipeError as error:
                if self.process.wait(left(ends)) == 0:
                    raise _Rested from error
                raise

    def _receive(self, length, ends):
        parts = []
        while length:
            ready, _, _ = select.select((self.process.stdout,), (), (), left(ends))
            part = os.read(self.process.stdout.fileno(), min(length, 1 << 20)) if ready else b""
            if not part:
                raise self._why(ready)
            parts.append(part)
            length -= len(part)
        return b"".join(parts)

    def _why(self, ready):
        """Why no more comes: it still computes, it rests, or it has been ended."""
        if not ready:
            return TimeoutError()
        return _Rested() if self.process.wait(settings.PDF_SECONDS) == 0 else EOFError()

    def stop(self):
        """End the process, if it is ours."""
        if self.process and self.owner == os.getpid():
            self.process.kill()
            self.process.wait()
            self.process.stdin.close()
            self.process.stdout.close()
        self.process = None


class _Rested(Exception):
    """The process ended in peace before it took the document."""


def left(ends):
    return max(0, ends - time.monotonic())


_rendering = threading.Lock()
_renderer = Renderer()
os.register_at_fork(after_in_child=lambda: _renderer.__init__())
atexit.register(_renderer.stop)


def html_to_pdf(html):
    """The PDF of a page source; raises `Unprintable`, and `RuntimeError` for what tries to fetch anything."""
    if not _rendering.acquire(timeout=settings.PDF_SECONDS):
        raise TooMuch(BUSY)
    try:
        return _renderer.ask(html)
    finally:
        _rendering.release()


def renderer_process():
    """The number of the process that renders for this one, or None while there is none."""
    return _renderer.process.pid if _renderer.process else None


class Sentences:
    """Middleware: a document that cannot be printed is a refusal with its sentence, on whatever page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, error):
        from django.shortcuts import render

        if isinstance(error, Unprintable):
            return render(request, "printing/unprintable.html", {"sentence": str(error)}, status=422)
        return None
