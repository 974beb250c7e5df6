"""Texts as official documents: whoever needs one asks here; the app that sets documents in type says how."""

_setters = {}


def setter(kind):
    """Decorator: `function(text, *, title, organ, date)` gives the bytes of a `kind` (docx, pdf, txt)."""

    def keep(function):
        _setters[kind] = function
        return function

    return keep


def set_text(kind, text, *, title, organ="", date=""):
    """The bytes of a document; `text` is plain paragraphs, `date` as it is written below a text."""
    return _setters[kind](text, title=title, organ=organ, date=date)
