"""How gunicorn serves the portal: `gunicorn --config deploy/gunicorn.conf.py`; BIND, WEB_WORKERS from the environment."""

import multiprocessing
import os

wsgi_app = "township.wsgi"
bind = os.environ.get("BIND", "127.0.0.1:8000")
# Threads let a worker answer while another request waits for the database or draws a PDF.
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS") or min(multiprocessing.cpu_count() + 1, 8))
threads = 4
# A large import is checked in one request; its progress is written to the browser meanwhile.
timeout = 120
graceful_timeout = 60
# What libraries do not give back to the system goes with the process.
max_requests, max_requests_jitter = 5000, 500
# A heartbeat file on a disk would block the worker when the disk is slow.
worker_tmp_dir = "/dev/shm"
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1")
# Without the query: a search may be for a person's name.
accesslog = "-"
access_log_format = (
    '{"time": "%(t)s", "method": "%(m)s", "path": "%(U)s", "status": %(s)s, "milliseconds": %(M)s}'
)


def post_worker_init(worker):
    """Load the fonts while the other workers still answer."""
    from reports.typesetting.pdf import warm

    warm()
