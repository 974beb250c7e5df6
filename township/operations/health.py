"""Whether the portal lives, and whether it can serve: for the proxy and whoever watches the server."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

PROBE = "readiness-probe"


@never_cache
@require_safe
def healthz(request):
    """200 as long as the process answers; asks nothing else, so that a slow database restarts no worker."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def readyz(request):
    """200 when each part answers, else 503; says which part, never why: the page is open to everybody."""
    parts = {name: _works(part) for name, part in PARTS.items()}
    return JsonResponse(parts, status=200 if all(parts.values()) else 503)


def _works(part):
    try:
        return part()
    except (DatabaseError, OSError):
        return False


def _database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _migrations():
    """Tables newer than the program are well: the next version may have migrated already."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _files():
    default_storage.delete(default_storage.save(PROBE, ContentFile(b"")))
    return True


PARTS = {"database": _database, "migrations": _migrations, "files": _files}
