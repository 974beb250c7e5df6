"""Taking in a photo as soon as it is chosen, while the rest of the form is still being typed.

The answer is data for the form's script; without the script files are sent with the form as ever.
"""

from django.core.exceptions import ValidationError
from django.http import Http404, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from ..intake import take_in
from ..messages.reading import enterable


@require_POST
def upload(request):
    """Store `file`; `captured_at` is the camera's time as its own data had it before the browser shrank it."""
    if not enterable(request.gate):
        raise Http404
    file = request.FILES.get("file")
    if file is None:
        return JsonResponse({"error": "没有收到文件，请重新选择。"}, status=422)
    try:
        attachment = take_in(file, by=request.user, captured_at=request.POST.get("captured_at", ""))
    except ValidationError as error:
        return JsonResponse({"error": "".join(error.messages)}, status=422)
    picture = reverse("records:thumbnail", args=[attachment.pk]) if attachment.thumbnail else ""
    return JsonResponse({"id": attachment.pk, "name": attachment.name, "picture": picture})
