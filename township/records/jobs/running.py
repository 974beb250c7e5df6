"""Asking for a file and making it, in a worker process or at once."""

import json
import logging
import time

from django.core.files import File
from django.utils import timezone
from django_tasks import task

from township.people.gate import Gate
from township.printing.rendering import Unprintable

from ..models.job import Job
from .declaring import makers

logger = logging.getLogger(__name__)
SECONDS_BETWEEN_REPORTS = 1
LOST = "生成时出了意外，已经记下，请再试一次；还不行请联系系统管理员。"
NO_LONGER_ALLOWED = "您现在没有生成这个文件的权限。"


class Cancelled(Exception):
    """The user no longer wants the file."""


def ask(user, kind, label, **parameters):
    """The job for a file: the same one when the user has just asked for the same and it is not finished yet."""
    forget_outdated()
    wanted = json.dumps(parameters, sort_keys=True, ensure_ascii=False)
    for job in Job.objects.unfinished().filter(asked_by=user, kind=kind):
        if job.parameters == wanted and not job.broken_off:
            return job
    job = Job.objects.create(asked_by=user, kind=kind, label=label, parameters=wanted)
    enqueue(job)
    return job


def enqueue(job):
    """Hand the job to the worker, by way of the same database; without one it is finished when this returns."""
    run.enqueue(job.pk)
    job.refresh_from_db()


def retry(job):
    """Make it once more, after a failure, a cancelling or a stop of the machine."""
    again = Job.objects.filter(pk=job.pk, state=job.state).update(
        state=Job.State.WAITING, done=0, total=0, said="", finished_at=None, alive_at=None
    )
    if again:
        enqueue(job)


def cancel(job):
    """A waiting job ends here; a running one stops at its next report."""
    Job.objects.unfinished().filter(pk=job.pk).update(
        state=Job.State.CANCELLED, finished_at=timezone.now(), said=""
    )


def forget_outdated():
    """Delete the files and rows that are past their days."""
    for job in Job.objects.outdated():
        job.file.delete(save=False)
        job.delete()


@task()
def run(job_id):
    """Make the file of one job; a job that was cancelled or is being made already is left alone."""
    mine = Job.objects.filter(pk=job_id, state=Job.State.WAITING)
    if not mine.update(state=Job.State.RUNNING, alive_at=timezone.now()):
        return
    job = Job.objects.select_related("asked_by").get(pk=job_id)
    maker = makers.by_kind[job.kind]
    try:
        _finish(job, _make(job, maker))
    except Cancelled:
        return
    except (Unprintable, *maker.refusals) as refusal:
        _fail(job, str(refusal))
    except Exception:
        # No text of the error: it may quote what is being printed.
        logger.error("job %s of kind %s failed", job.pk, job.kind, exc_info=True)
        _fail(job, LOST)


def allowed(job):
    """Whether the user may have the file still."""
    return makers.by_kind[job.kind].may(Gate(job.asked_by), **job.given)


def _make(job, maker):
    if not allowed(job):
        _fail(job, NO_LONGER_ALLOWED)
        raise Cancelled
    return maker.make(Gate(job.asked_by), _Progress(job), **job.given)


def _finish(job, product):
    job.name, job.content_type = product.name, product.content_type
    with product.file:
        job.file.save("", File(product.file), save=False)
    running = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING)
    kept = running.update(
        state=Job.State.DONE,
        file=job.file.name,
        name=job.name,
        content_type=job.content_type,
        finished_at=timezone.now(),
    )
    if not kept:
        job.file.delete(save=False)


def _fail(job, sentence):
    Job.objects.filter(pk=job.pk, state=Job.State.RUNNING).update(
        state=Job.State.FAILED, said=sentence[:200], finished_at=timezone.now()
    )


class _Progress:
    """Callable that notes how far the work is, at most once a second."""

    def __init__(self, job):
        self.job, self.last = job, 0.0

    def __call__(self, done, total):
        if time.monotonic() - self.last < SECONDS_BETWEEN_REPORTS and done < total:
            return
        self.last = time.monotonic()
        running = Job.objects.filter(pk=self.job.pk, state=Job.State.RUNNING)
        if not running.update(done=done, total=total, alive_at=timezone.now()):
            raise Cancelled
