"""A half-filled form carried over an expired sign-in.

The sign-in page sends the typed fields back as hidden inputs; after the same person has signed in they
wait, sealed, in the session until the form is opened again. Nothing is saved by itself.
"""

import json

from django.core.signing import BadSignature, Signer
from django.http import QueryDict

from .sealing import seal, unseal

SESSION_KEY = "carried"
PREFIX = "carried:"
_signer = Signer(salt="form-owner")


def owner_token(user):
    """Signed id of whoever a form was made for."""
    return _signer.sign(str(user.pk))


def keep(request, user):
    """Keep the carried fields of a sign-in POST for `user`, if the form was theirs."""
    try:
        owner = _signer.unsign(request.POST.get(f"{PREFIX}owner", ""))
    except BadSignature:
        return
    if owner != str(user.pk):
        return
    fields = {
        key.removeprefix(PREFIX): values for key, values in request.POST.lists() if key.startswith(PREFIX)
    }
    request.session[SESSION_KEY] = seal(json.dumps({"path": request.POST.get("next", ""), "fields": fields}))


def take(request):
    """The fields carried for this page as a QueryDict, once; None when there are none."""
    token = request.session.get(SESSION_KEY)
    if not token:
        return None
    carried = json.loads(unseal(token))
    if carried["path"] != request.get_full_path():
        return None
    del request.session[SESSION_KEY]
    data = QueryDict(mutable=True)
    for key, values in carried["fields"].items():
        data.setlist(key, values)
    return data
