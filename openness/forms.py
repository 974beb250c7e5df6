"""The entry form of village notices."""

from township.records.forms import RecordForm


class VillageNoticeForm(RecordForm):
    """A notice whose number of items cannot fall below the matters that are ticked."""

    def clean(self):
        cleaned = super().clean()
        items, ticked = cleaned.get("items"), len(cleaned.get("matters") or [])
        if items is not None and items < ticked:
            self.add_error("items", f"勾选了 {ticked} 项公开事项，条数不能少于 {ticked}；不填就按勾选数。")
        return cleaned
