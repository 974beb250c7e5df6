"""The portal's addresses and those of Django's admin for the register whose list is measured."""

from django.contrib import admin
from django.urls import include, path

from .lists import declaration


class ListAdmin(admin.ModelAdmin):
    """The same columns, search and narrowing as the portal's list."""

    list_display = (*declaration().columns, "state")
    list_select_related = ("area",)
    search_fields = declaration().search
    list_filter = ("state", *declaration().filters)
    ordering = ("-date", "-pk")
    list_per_page = 25

    def get_queryset(self, request):
        return super().get_queryset(request).filter(keeper__path__startswith=request.user.area.path)


admin.site.register(declaration().model, ListAdmin)
urlpatterns = [path("admin/", admin.site.urls), path("", include("township.urls"))]
