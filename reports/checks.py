"""System checks: the type that official documents need is on this machine."""

from django.core.checks import Warning, register

from .typesetting import problems


@register()
def type_is_ready(app_configs, **kwargs):
    """Said once at start-up rather than found out at the first export."""
    return [Warning(problem, id=f"reports.W{number:03d}") for number, problem in enumerate(problems(), 1)]
