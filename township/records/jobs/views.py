"""Following a file that is being made, and fetching it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from township.people.outgoing import taken_out

from ..models.job import Job
from . import running

LISTED = 50


def respond(request, job, back):
    """The file if it is there already, the reason at `back` if it cannot be made, else the page that waits for it."""
    if job.state == Job.State.DONE:
        return hand_out(request, job)
    if job.state == Job.State.FAILED:
        messages.error(request, job.said)
        return redirect(back)
    return redirect("jobs:job", job.pk)


def hand_out(request, job):
    """The made file for saving, under its Chinese name."""
    if not running.allowed(job):
        raise Http404
    try:
        made = job.file.open()
    except FileNotFoundError as error:
        raise Http404 from error
    return taken_out(request, made, job.name, job.content_type, what=job.label)


def own_job(request, pk):
    return get_object_or_404(Job, pk=pk, asked_by=request.user)


@require_safe
def jobs(request):
    """What the user has asked for in the last days."""
    return render(request, "records/jobs.html", {"jobs": Job.objects.filter(asked_by=request.user)[:LISTED]})


@require_safe
def job(request, pk):
    """One file: how far it is, or the way to it; the part that changes alone when the page asks for it."""
    found = own_job(request, pk)
    template = "records/_job.html" if request.htmx else "records/job.html"
    response = render(request, template, {"job": found})
    if request.htmx and found.state == Job.State.DONE:
        response["HX-Redirect"] = reverse("jobs:job", args=[pk])
    return response


@require_safe
def fetch(request, pk):
    found = own_job(request, pk)
    if found.state != Job.State.DONE:
        raise Http404
    return hand_out(request, found)


@require_POST
def cancel(request, pk):
    running.cancel(own_job(request, pk))
    return redirect("jobs:job", pk)


@require_POST
def retry(request, pk):
    found = own_job(request, pk)
    if found.can_be_retried:
        running.retry(found)
    return redirect("jobs:job", pk)
