"""Log lines for machines to read, without what people have typed."""

import traceback

from pythonjsonlogger.json import JsonFormatter


class SafeFormatter(JsonFormatter):
    """One JSON object a line. Of an exception it keeps the type and the frames, not its text.

    A database quotes the values of a row that it refuses, and a parser the text it chokes on: names and
    numbers of people have no place in a log.
    """

    def formatException(self, exc_info):
        kind, error, trace = exc_info
        lines = traceback.format_tb(trace)
        cause = error.__cause__ or error.__context__
        if cause is not None:
            lines = [self.formatException((type(cause), cause, cause.__traceback__)), "\n", *lines]
        return "".join([*lines, f"{kind.__module__}.{kind.__qualname__}"])
