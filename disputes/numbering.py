"""Numbers of case files: per committee and year, without gaps or doubles, given once at acceptance.

A number stays with its case, voided or not, and is never given again. Whoever takes the next one holds the
counter's row until the case is saved; what is rolled back takes its number back with it.
"""

import re

from django.db import transaction

from township.people.models import Area

from .models import CaseCounter, Dispute, MediationRule


@transaction.atomic
def number_case(dispute):
    """Give an accepted case of a committee its number; nothing happens where it has one already."""
    if not needs_number(dispute):
        return
    rule = MediationRule.objects.in_force(dispute.area, dispute.date.year)
    hold_numbers(dispute.area)
    counter = locked_counter(dispute.committee, dispute.date.year)
    name = name_in_numbers(dispute.committee)
    number = ""
    while not number or is_taken(number, dispute.area, dispute.pk):
        counter.last += 1
        number = rule.case_number(counter.year, name, counter.last)
    counter.save(update_fields=["last"])
    keep(dispute, number, counter)


def needs_number(dispute):
    """Accepted, with a committee, and not numbered by hand or by the province's system."""
    return bool(
        dispute.countable
        and dispute.committee_id
        and dispute.part == Dispute.Part.LEAD
        and not dispute.case_number
        and not dispute.external_ref
    )


def name_in_numbers(committee):
    """What a committee is called in its case numbers: its 案号简称, else by its place."""
    return committee.number_name or short_name(committee.area)


def short_name(area):
    """毛俊镇 as 毛俊; a village keeps its last word, or it would be called as its township."""
    return re.sub(r"(?<=..)(镇|乡|街道)$", "", area.short_name or area.name)


def hold_numbers(area):
    """Until the case is saved no other of the township is numbered: a pattern need not name the committee.

    The township's row is held so that others may still refer to it.
    """
    Area.objects.select_for_update(no_key=True).get(path=area.township_path)


def locked_counter(committee, year):
    CaseCounter.objects.get_or_create(committee=committee, year=year)
    return CaseCounter.objects.select_for_update().get(committee=committee, year=year)


def is_taken(number, area, pk):
    """Whether a case of the township of `area` other than `pk` has the very number, by hand or from the portal."""
    inside = Dispute.objects.filter(area__path__startswith=area.township_path)
    return inside.filter(case_number=number).exclude(pk=pk).exists()


def keep(dispute, number, counter):
    dispute.case_number, dispute.numbered_by = number, dispute.committee
    dispute.number_year, dispute.number_sequence = counter.year, counter.last
    Dispute.objects.filter(pk=dispute.pk).update(
        case_number=number,
        numbered_by=dispute.committee,
        number_year=counter.year,
        number_sequence=counter.last,
    )
