"""What all pages of registers share: the register in the address and the gate in front of it."""

from django.http import Http404
from django.views.generic import View

from township.people.roles import Power

from ..register import registry


class RegisterView(View):
    """A page of one register; strangers to the register get 404."""

    power = Power.READ

    def dispatch(self, request, *args, **kwargs):
        self.declaration = registry.for_area(request.user.area).get(kwargs["slug"])
        if self.declaration is None or not request.gate.can_in(self.declaration, self.power):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def record(self, power=None):
        """The record in the address, if the user has `power` (the view's own by default) over it."""
        return self.request.gate.record(self.declaration, self.kwargs["pk"], power or self.power)
