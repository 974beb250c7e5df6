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
PERSONAL = "personal"
_signer = Signer(salt="form-owner")


def owner_token(user):
    """Signed id of whoever a form was made for."""
    return _signer.sign(str(user.pk))


def is_personal(key, data):
    """Whether a posted field holds what is said of people, by the form's own list: that is never carried.

    The list names fields and, by their prefix, whole sub-tables.
    """
    return any(key == name or key.startswith(f"{name}-") for name in data.get(PERSONAL, "").split())


def typed_fields(request):
    """[(key, value)] of a POST that can be carried, and the names of the files that cannot."""
    fields = [
        (key, value)
        for key, values in request.POST.lists()
        if key != "csrfmiddlewaretoken" and not is_personal(key, request.POST)
        for value in values
    ]
    return fields + [("file_names", upload.name) for upload in request.FILES.getlist("files")]


def keep(request, user):
    """Keep the carried fields of a sign-in POST for `user`, if the form was theirs."""
    if not _made_for(user, request.POST.get(f"{PREFIX}owner", "")):
        return
    fields = {
        key.removeprefix(PREFIX): values for key, values in request.POST.lists() if key.startswith(PREFIX)
    }
    _put(request, request.POST.get("next", ""), fields)


def hold(request):
    """Keep a form that was refused unread because its security token is stale; whether it could be kept.

    The page of the same address brings it back, to be looked at and sent again.
    """
    if not request.user.is_authenticated or not _made_for(request.user, request.POST.get("owner", "")):
        return False
    fields = {}
    for key, value in typed_fields(request):
        fields.setdefault(key, []).append(value)
    _put(request, request.get_full_path(), fields)
    return True


def _made_for(user, token):
    try:
        return _signer.unsign(token) == str(user.pk)
    except BadSignature:
        return False


def _put(request, path, fields):
    request.session[SESSION_KEY] = seal(json.dumps({"path": path, "fields": fields}))


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
