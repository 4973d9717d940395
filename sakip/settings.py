"""Settings, all from the environment; each is told in docs/operasi.md.

Safe by default: without SAKIP_DEBUG there is no demo account, no debug page and no start
without a secret.
"""

from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from sakip import env

PANJANG_RAHASIA = 50

BASE_DIR = Path(__file__).resolve().parent.parent
env.muat_berkas_env(BASE_DIR / ".env")

DEBUG = env.bool_("SAKIP_DEBUG", bawaan=False)
SECRET_KEY = env.rahasia("SAKIP_SECRET_KEY")
if not SECRET_KEY:
    raise ImproperlyConfigured("SAKIP_SECRET_KEY belum diisi. `make siap` membuatkannya di .env.")
if not DEBUG and len(SECRET_KEY) < PANJANG_RAHASIA:
    raise ImproperlyConfigured(
        f"SAKIP_SECRET_KEY terlalu pendek: {len(SECRET_KEY)} karakter, "
        f"paling sedikit {PANJANG_RAHASIA}."
    )
ALLOWED_HOSTS = env.daftar("SAKIP_HOSTS", "127.0.0.1,localhost,[::1]")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("SAKIP_HOSTS kosong; isi dengan nama host yang dilayani.")

# private files of the installation: SQLite, rendered documents, collected assets
DATA_DIR = env.folder("SAKIP_DATA", BASE_DIR / ".data")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "axes",
    "sakip.jejak",
    "sakip.berkas",
    "sakip.organisasi",
    "sakip.pekerjaan",
    "sakip.dokumen",
    "perencanaan",
    "pengukuran",
    "pelaporan",
    "evaluasi",
    "sakip.pengingat",
    "sakip.beranda",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # with padding of a random length, so that what is secret in a page cannot be told from its size
    "django.middleware.gzip.GZipMiddleware",
    "sakip.web.middleware.PermintaanMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "sakip.organisasi.middleware.ZonaPemdaMiddleware",
    "sakip.web.middleware.TanpaSimpananMiddleware",
    "sakip.web.middleware.GalatMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "sakip.urls"
WSGI_APPLICATION = "sakip.wsgi.application"
ASGI_APPLICATION = "sakip.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sakip.organisasi.konteks.menu",
                "sakip.beranda.konteks.menu_kerja",
            ],
            "libraries": {
                "sakip_format": "sakip.web.templatetags.sakip_format",
            },
            "builtins": [
                "sakip.web.templatetags.sakip_format",
                "sakip.dokumen.templatetags.sakip_angka",
            ],
        },
    },
]

DATABASES = {"default": env.basis_data("SAKIP_DATABASE", f"sqlite:///{DATA_DIR}/sakip.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# rendered documents; may be emptied at any time
FOLDER_DOKUMEN = DATA_DIR / "dokumen"

# drawn pages of files; may be emptied at any time
FOLDER_PRATINJAU = DATA_DIR / "pratinjau"

# uploads and issued documents, under their hashes; part of every backup
FOLDER_BERKAS = DATA_DIR / "berkas"
MB = 1024 * 1024
UNGGAH_MAKS = MB * env.bilangan("SAKIP_UNGGAH_MAKS_MB", bawaan=10, paling_kecil=1, paling_besar=500)
KUOTA_UNIT = MB * env.bilangan(
    "SAKIP_KUOTA_UNIT_MB", bawaan=2000, paling_kecil=1, paling_besar=1_000_000
)
DATA_UPLOAD_MAX_NUMBER_FILES = 50
FILE_UPLOAD_HANDLERS = [
    "sakip.berkas.unggah.PembatasUnggah",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# long work: how often a worker looks for a job and how often it beats, when it counts as dead,
# and how long a running job may go on after the worker was told to stop
PEKERJA_JEDA = timedelta(seconds=1)
PEKERJA_DENYUT = timedelta(seconds=5)
PEKERJA_MATI = timedelta(seconds=30)
PEKERJA_TENGGANG = timedelta(seconds=20)
# jobs that one person may have waiting, and how long a job may wait before it is reported
PEKERJAAN_ANTRE_TERBANYAK = 5
PEKERJAAN_MACET = timedelta(minutes=15)

# reminders by mail; without a server they are shown in the application alone
SMTP = env.smtp("SAKIP_SMTP_URL")
ALAMAT = env.alamat_situs("SAKIP_ALAMAT")
DEFAULT_FROM_EMAIL = env.surel("SAKIP_SMTP_DARI")
if SMTP.host and not ALAMAT:
    raise ImproperlyConfigured(
        "SAKIP_ALAMAT belum diisi, padahal SAKIP_SMTP_URL ada: surel menyebut alamat aplikasi."
    )
if SMTP.host and not DEFAULT_FROM_EMAIL:
    raise ImproperlyConfigured(
        "SAKIP_SMTP_DARI belum diisi, padahal SAKIP_SMTP_URL ada: isi alamat pengirim surel."
    )
EMAIL_HOST, EMAIL_PORT = SMTP.host, SMTP.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = SMTP.pengguna, SMTP.sandi
EMAIL_USE_TLS, EMAIL_USE_SSL = SMTP.tls == "starttls", SMTP.tls == "ssl"
EMAIL_TIMEOUT = 20  # seconds that one mail server may keep all other people waiting

AUTH_USER_MODEL = "organisasi.Pengguna"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "sakip.organisasi.akun.AkunBackend",
]
# Guessing is slowed per account, not per address: an office of sixty signs in through one.
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_FAILURE_LIMIT = 20
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "sakip.organisasi.views.masuk.sidik_pemohon"
AXES_LOCKOUT_CALLABLE = "sakip.organisasi.views.masuk.terkunci"
# It warns of counting by what a client may vary; we count by the account that is attacked.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]
AXES_DISABLE_ACCESS_LOG = True  # the trail has it
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
LOGIN_URL = "organisasi:masuk"
LOGIN_REDIRECT_URL = "beranda:beranda"
LOGOUT_REDIRECT_URL = "organisasi:masuk"
PASSWORD_RESET_TIMEOUT = 24 * 3600  # a link to set a password lives for a day
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("nama_pengguna", "nama")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "id"
USE_I18N = True
# Never USE_THOUSAND_SEPARATOR: it prints the year as 2.026. People's formats come from filters.
USE_THOUSAND_SEPARATOR = False
USE_TZ = True
TIME_ZONE = env.zona("SAKIP_ZONA", "Asia/Jakarta")  # each request then takes its pemda's own

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
_bootstrap = find_spec("bootstrap")
STATICFILES_DIRS = [
    BASE_DIR / "static",
    *[
        ("bootstrap/css", Path(letak) / "css")
        for letak in (_bootstrap and _bootstrap.submodule_search_locations) or ()
    ],
]
STATICFILES_FINDERS = [
    "sakip.web.aset.PencariAset",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "berkas": {"BACKEND": "sakip.berkas.gudang.GudangBerkas"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "sakip.web.aset.GudangAset"
    },
}

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # Bootstrap's own stylesheet carries its few icons as data: pictures
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "sakip.web.log.PenulisJson"}},
    "handlers": {"konsol": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["konsol"], "level": "WARNING"},
    "loggers": {
        "sakip": {"level": "INFO"},
        # Django's own handlers would write every line a second time, in another form
        "django": {"handlers": ["konsol"], "level": "WARNING", "propagate": False},
    },
}

HTTPS = env.bool_("SAKIP_HTTPS", bawaan=not DEBUG)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
if env.bool_("SAKIP_DI_BALIK_PROKSI", bawaan=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_SAVE_EVERY_REQUEST = False
