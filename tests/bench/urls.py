"""The product's addresses, and a view that does nothing, to measure the others against."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def sepele(_permintaan: HttpRequest) -> HttpResponse:
    """Asks for a session and a person, as every view does, and for nothing else."""
    return HttpResponse("ya")


urlpatterns = [path("sepele/", sepele), path("", include("sakip.urls"))]
