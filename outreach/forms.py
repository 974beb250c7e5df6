"""The entry form of outreach events: the 进 has to belong to the scheme of the event's year."""

from django import forms

from township.records.forms import RecordForm
from township.records.models import Scheme


class OutreachEventForm(RecordForm):
    """Events with the members of 法律七进 of their year."""

    def clean(self):
        cleaned = super().clean()
        setting, date, area = (cleaned.get(name) for name in ("setting", "date", "area"))
        if setting and date and area:
            scheme, members = self.scheme(area, date.year)
            if scheme is None or setting.scheme_id != scheme.pk:
                self.use_member_of(members, setting, date)
        if setting and setting in (cleaned.get("other_settings") or []):
            self.add_error("other_settings", "主进已经选了，兼顾里不用再选。")
        if area and area in (cleaned.get("villages") or []):
            self.add_error("villages", "牵头村已经选了，参与村里不用再选。")
        return cleaned

    def scheme(self, area, year):
        """The scheme in force, looked up once for all rows that an import sends through one form."""
        schemes = self.__dict__.setdefault("_schemes", {})
        if (area.pk, year) not in schemes:
            found = Scheme.objects.for_area(area, year)
            members = {member.key: member for member in found.members.all()} if found else {}
            schemes[area.pk, year] = found, members
        return schemes[area.pk, year]

    def use_member_of(self, members, setting, date):
        """The same 进 in the scheme of the event's year, or an error when that year has none such."""
        member = members.get(setting.key)
        if member is None:
            self.add_error(
                "setting", forms.ValidationError(f"{date.year}年的方案里没有“法律{setting.name}”。")
            )
        else:
            self.cleaned_data["setting"] = member
