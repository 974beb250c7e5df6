"""Getting the text out of a PDF, in a process of its own with bounded memory and time.

Run as `python -m township.privacy.read_pdf` with the file on standard input; it imports nothing of Django. The
answer on standard output is one JSON object: `pages` as texts, `properties` as [place, text].
"""

import json
import resource
import sys

import pypdfium2

MEMORY = 1024 * 1024 * 1024
SECONDS = 45
MOST_PAGES = 1000


def main():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    if len(document) > MOST_PAGES:
        sys.exit(1)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    properties = [["文档属性", value] for value in document.get_metadata_dict().values() if value]
    sys.stdout.write(json.dumps({"pages": pages, "properties": properties}))


if __name__ == "__main__":
    main()
