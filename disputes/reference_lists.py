"""The list of what a township decides about its mediation, year by year."""

from township.records.reference.declaration import ReferenceList, reference_list

from .models import MediationRule


@reference_list
class MediationRules(ReferenceList):
    """How cases are numbered, timed and counted."""

    model = MediationRule
    slug = "mediation-rules"
    label = "调解办案规则"
    intro = "案卷号格式、调解和回访期限、成功率算法，按年定；改动都有记录。没有定的用通常做法。"
    columns = ("first_year", "number_pattern", "days_to_close", "days_to_follow_up", "success_basis", "scope")
    fields = (
        "first_year",
        "number_pattern",
        "number_digits",
        "days_to_close",
        "days_to_follow_up",
        "success_basis",
        "retention",
    )
    search = ("number_pattern",)
    order = ("-first_year", "pk")
