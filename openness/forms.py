"""The entry forms of openness: rules that need the user or more than one column."""

from township.records.forms import RecordForm

from .models import PostingRule


class VillageNoticeForm(RecordForm):
    """A notice whose number of items cannot fall below the matters that are ticked, looked at by whoever has to."""

    def set_defaults(self):
        """A new notice of a known kind is about the span that the rule of the place asks for."""
        super().set_defaults()
        if self.is_new and (category := self.initial.get("category")):
            rule = PostingRule.objects.in_force(self.gate.user.area).get(category)
            self.initial["span"] = rule.every if rule else self.initial.get("span")

    def clean(self):
        cleaned = super().clean()
        items, ticked = cleaned.get("items"), len(cleaned.get("subjects") or [])
        if items is not None and items < ticked:
            self.add_error("items", f"勾选了 {ticked} 项公开事项，条数不能少于 {ticked}；不填就按勾选数。")
        self.check_supervision(cleaned)
        return cleaned

    def check_supervision(self, cleaned):
        """What the township's rule sends past the supervision committee; finances go there by the model's own."""
        area, category = cleaned.get("area"), cleaned.get("category")
        if area is None or cleaned.get("supervisor") or category in (None, "finance"):
            return
        rule = PostingRule.objects.in_force(area).get(category)
        if rule is not None and rule.supervised:
            name = rule.get_category_display()
            self.add_error("supervisor", f"{name}公开要经村务监督委员会审核，请填写审核人。")


class NoticeObjectionForm(RecordForm):
    """An objection, kept with the village whose posting it is about."""

    def clean(self):
        cleaned = super().clean()
        notice, area = cleaned.get("notice"), cleaned.get("area")
        if notice is not None and area is not None and notice.area_id != area.pk:
            self.add_error("notice", f"这次公开是{notice.area}的，请选{area}的公开，或者改所属村。")
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
