"""Where a thing is used: the rows of all registers that point to it."""

from .models import Line


def links_to(model):
    """(model, field) of every foreign key that points to `model`, those of many-to-many links included."""
    return [
        (relation.related_model, relation.field)
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created and not relation.concrete and not relation.many_to_many
    ]


def uses(thing, *, but=""):
    """[(model, number of rows)] that point to `thing`, less those by the field named `but`."""
    found = {}
    for model, field in links_to(type(thing)):
        if field.name != but and (number := model._base_manager.filter(**{field.name: thing}).count()):
            owner = whole(model)
            found[owner] = found.get(owner, 0) + number
    return list(found.items())


def whole(model):
    """The record or entry that a row of `model` is part of, as a model: of a sub-table its register's."""
    if model._meta.auto_created:
        return model._meta.auto_created
    return model._meta.get_field("record").related_model if issubclass(model, Line) else model


def is_used(thing, *, but=""):
    """Whether anything points to `thing`."""
    return bool(uses(thing, but=but))
