"""How chat messages speak of an own register: by its name, the units of its numbers and the words of its choices."""

from ..messages.rules import Count, Reading, Said
from ..models.own import OwnField

NAMED, HINTED = 6, 1


def reading_of(register, fields):
    """The rules for `register`, made from the labels that the township gave it and its live `fields`."""
    return Reading(
        register,
        marks={**dict.fromkeys(_pairs(register.label), HINTED), register.label: NAMED},
        counts=tuple(_count(one, fields) for one in fields if one.is_number and one.unit),
        said=tuple(
            Said(one.column, {key: (label,) for key, label in one.options})
            for one in fields
            if one.kind == OwnField.Kind.CHOICE
        ),
    )


def _count(field, fields):
    """The number with the field's unit; where others have that unit too, words of the field's own label tell them apart."""
    others = [one.label for one in fields if one.is_number and one.unit == field.unit and one is not field]
    own = tuple(pair for pair in _pairs(field.label) if not any(pair in label for label in others))
    return Count(field.column, (field.unit,), own if others else ())


def _pairs(label):
    """Each two neighbouring characters of a label: 慰问户数 is 慰问, 问户, 户数."""
    return [label[at : at + 2] for at in range(len(label) - 1)]
