"""The entry forms of openness: rules that need the user or more than one column."""

from township.records.forms import RecordForm


class VillageNoticeForm(RecordForm):
    """A notice whose number of items cannot fall below the matters that are ticked."""

    def clean(self):
        cleaned = super().clean()
        items, ticked = cleaned.get("items"), len(cleaned.get("matters") or [])
        if items is not None and items < ticked:
            self.add_error("items", f"勾选了 {ticked} 项公开事项，条数不能少于 {ticked}；不填就按勾选数。")
        return cleaned


class DisclosureForm(RecordForm):
    """What is published was cleared by somebody else than whoever enters it, told apart by name."""

    def clean(self):
        cleaned = super().clean()
        entered_by = self.instance.created_by or self.gate.user
        cleared_by = cleaned.get("cleared_by")
        if cleared_by is not None and cleared_by.name == entered_by.name:
            self.add_error("cleared_by", "保密审查要换一个人，不能是录入这条信息的人。")
        return cleaned
