"""Who imports at the shell: a named account, or the installation itself with a coordinator's reach."""

from township.people.gate import Gate
from township.people.models import User
from township.people.roles import Role


def gate_of(area, username=""):
    """The gate of the account called `username`, else one over all of `area`; None for an unknown account."""
    if username:
        user = User.objects.filter(username=username, is_active=True).select_related("area").first()
        return Gate(user) if user is not None else None
    operator = User(username="shell", name="命令行", area=area)
    # No account is stored, so its roles are given here and its records have no author.
    operator._roles = frozenset({Role.COORDINATOR, Role.REVIEWER})
    return Gate(operator)
