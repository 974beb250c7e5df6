"""Where the signing organ and the date stand (GB/T 9704-2012, 7.3.5.1 and 7.3.5.2)."""


def cells(text):
    """Width of a text in characters: digits count half."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def right_indents(organ, date, *, sealed):
    """Indents from the right in characters: (organ, date).

    With a seal: the date 4 characters in, the organ centred on it. Without: the organ 2 characters in and
    the date beginning 2 characters after the organ's beginning; if the date is longer than the organ, the
    date 2 characters in and the organ moved left accordingly.
    """
    organ_width, date_width = cells(organ), cells(date)
    if sealed:
        return max(0.0, 4 + (date_width - organ_width) / 2), 4.0
    if date_width > organ_width:
        return 4 + date_width - organ_width, 2.0
    return 2.0, organ_width - date_width
