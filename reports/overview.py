"""The work overview (工作总览)."""

from django.shortcuts import render


def overview(request):
    """The year's figures at a glance."""
    return render(request, "reports/overview.html")
