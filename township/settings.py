"""Settings, read from the environment; the defaults run the portal out of the box on one machine.

DEBUG, SECRET_KEY, ALLOWED_HOSTS, DATABASE_URL, DATA_KEYS, DEMO, MEDIA_ROOT, HOME_AREA, BACKGROUND.
With DEBUG off, an unsafe or missing value stops the start with one sentence.
"""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
VAR_DIR.mkdir(exist_ok=True)


def flag(name, default):
    """The yes/no setting `name` of the environment."""
    return os.environ.get(name, "1" if default else "0").strip().lower() in {"1", "true", "yes", "on"}


def secret(name, development_value):
    """The secret `name`; outside DEBUG the environment has to give it."""
    value = os.environ.get(name, "")
    if value:
        return value
    if not DEBUG:
        raise ImproperlyConfigured(f"正式运行（DEBUG=0）必须在环境变量里设置 {name}。")
    return development_value


DEBUG = flag("DEBUG", default=True)
DEMO = flag("DEMO", default=DEBUG)
SECRET_KEY = secret("SECRET_KEY", "development-only-secret-key-that-guards-no-real-township-data")
# First key encrypts; all keys decrypt, so that keys can be rotated without a pause.
DATA_KEYS = secret("DATA_KEYS", "ZGV2ZWxvcG1lbnQtb25seS1kYXRhLWtleS0wMDAwMDA=").split(",")
ALLOWED_HOSTS = [host for host in os.environ.get("ALLOWED_HOSTS", "").split(",") if host]
if not DEBUG and not ALLOWED_HOSTS:
    raise ImproperlyConfigured("正式运行（DEBUG=0）必须在 ALLOWED_HOSTS 里写明访问本门户的域名。")
if not DEBUG and DEMO:
    raise ImproperlyConfigured("演示模式（DEMO=1）的口令是公开的，不能用于正式运行，请去掉 DEMO。")

# How many proxies stand in front of the portal and say where a request came from (X-Forwarded-For).
PROXIES = int(os.environ.get("PROXIES") or (0 if DEBUG else 1))

# Code of the township that commands mean when no --area is given; empty: the first township.
HOME_AREA = os.environ.get("HOME_AREA", "")

INSTALLED_APPS = [
    "township.people",
    "township.records",
    "township.privacy",
    "township.figures",
    "township.workbooks",
    "township.operations",
    "training",
    "outreach",
    "disputes",
    "openness",
    "governance",
    "reports",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "csp",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "township.people.middleware.permissions_policy",
    "township.people.places.remembering",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "township.people.legible.legible_input",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "township.people.middleware.SignedInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "township.printing.rendering.Sentences",
]

ROOT_URLCONF = "township.urls"
WSGI_APPLICATION = "township.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "township.records.context.portal",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'portal.sqlite3'}", conn_max_age=60
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE: a writer waits for its turn at once instead of failing half way through.
    # FULL sync: what the page called saved survives a power cut.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
else:
    # One query of figures has a hundred expressions; PostgreSQL would spend longer on compiling them to machine
    # code than on the few hundred rows that they are asked of.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["township.people.accounts.PortalBackend"]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "reports:overview"
LOGOUT_REDIRECT_URL = "login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"township.people.passwords.{name}"}
    for name in ("UnlikeTheOwner", "LongEnough", "NotCommon", "SeveralKinds", "NotUsedBefore")
]
# So many last passwords are not chosen again; those who see parties or export in bulk change theirs every so
# many days (0: never), and sign in with a second factor.
PASSWORD_MEMORY = int(os.environ.get("PASSWORD_MEMORY") or 5)
PASSWORD_DAYS = int(os.environ.get("PASSWORD_DAYS") or (0 if DEBUG else 90))
SECOND_FACTOR = flag("SECOND_FACTOR", default=not DEBUG)
# So many failures pause an account, and an address, for so many minutes.
LOCK_AFTER = int(os.environ.get("LOCK_AFTER") or 5)
LOCK_ADDRESS_AFTER = int(os.environ.get("LOCK_ADDRESS_AFTER") or 50)
LOCK_MINUTES = int(os.environ.get("LOCK_MINUTES") or 15)
# A session that nobody uses for so long ends (0: never); a form that is being typed in counts as use.
IDLE_MINUTES = int(os.environ.get("IDLE_MINUTES") or 30)
SESSION_ENGINE = "township.people.sessions"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SECURE_SSL_REDIRECT = not DEBUG
# Asked from the machine itself, past the proxy.
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 0 if DEBUG else 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEBUG
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
# The preview of a report is a frame of the portal itself; everybody else is refused.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
CSRF_FAILURE_VIEW = "township.people.views.signing_in.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF, "blob:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "manifest-src": [SELF],
    }
}

# With BACKGROUND=1 long work waits in the database for `manage.py db_worker`; without, it is done in the request.
BACKGROUND = flag("BACKGROUND", default=False)
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if BACKGROUND
        else "django_tasks.backends.immediate.ImmediateBackend"
    }
}

# The administrator is told when the last backup is older than so many hours (0: backups are not looked for).
BACKUP_HOURS = int(os.environ.get("BACKUP_HOURS") or (0 if DEBUG else 26))

# One document that is set as PDF takes no more than so much memory and so many seconds.
PDF_MEGABYTES = int(os.environ.get("PDF_MEGABYTES") or 2048)
PDF_SECONDS = int(os.environ.get("PDF_SECONDS") or 60)

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
NODE_MODULES = BASE_DIR / "node_modules"
STATICFILES_DIRS = [BASE_DIR / "static"] + [
    (f"vendor/{name}", NODE_MODULES / folder)
    for name, folder in (
        ("bootstrap", "bootstrap/dist"),
        ("bootstrap-icons", "bootstrap-icons/font"),
        ("echarts", "echarts/dist"),
        ("htmx", "htmx.org/dist"),
        ("tom-select", "tom-select/dist"),
    )
    if (NODE_MODULES / folder).is_dir()
]
STORAGES = {
    "default": {"BACKEND": "township.records.storage.LastingStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
# Records entered so many days after the day they tell of deserve a question.
LATE_ENTRY_DAYS = int(os.environ.get("LATE_ENTRY_DAYS", "60"))
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT") or VAR_DIR / "media")
# Above this many bytes an upload goes to a temporary file instead of memory.
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
ATTACHMENT_MAX_BYTES = 20 * 1024 * 1024
ATTACHMENTS_PER_RECORD = 9

# The private font folder made by the set-up; without it the system's own fonts serve.
FONTS_CONF = VAR_DIR / "fonts" / "fonts.conf"
if FONTS_CONF.exists():
    os.environ.setdefault("FONTCONFIG_FILE", str(FONTS_CONF))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "township.operations.logs.SafeFormatter",
            "format": "{levelname}{name}{message}",
            "style": "{",
            "timestamp": True,
            "json_ensure_ascii": False,
        },
        "plain": {"format": "%(levelname)s %(name)s %(message)s"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain" if DEBUG else "json"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Django's own mail to administrators would carry what was posted.
        "django": {"handlers": [], "propagate": True},
        "fontTools": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
    },
}
