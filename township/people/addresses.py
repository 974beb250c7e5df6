"""Addresses that a request names to go on to: pages of the portal only."""

from django.utils.http import url_has_allowed_host_and_scheme


def onward(request, target, default):
    """`target` where it is the path of a page of the portal, else `default`."""
    hosts = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(target, hosts, require_https=request.is_secure())
    return target if safe and target.startswith("/") else default
