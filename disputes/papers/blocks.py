"""Parts that several papers of a case share."""

from township.printing import Facts, Field, blank

from ..models import Party

LETTERS = "甲乙丙丁戊己庚辛壬癸"
# Two parties at least: what nobody has entered is written by hand.
FEWEST_PARTIES = 2


def day(date):
    return f"{date.year}年{date.month}月{date.day}日" if date else ""


def people(names):
    return "、".join(str(name) for name in names)


def choice(record, name):
    return blank(getattr(record, f"get_{name}_display")()) if getattr(record, name) else ""


def parties_of(case):
    found = list(case.parties.all())
    return found + [Party() for _ in range(FEWEST_PARTIES - len(found))]


def letter(position):
    return f"{LETTERS[position]}方" if position < len(LETTERS) else f"第 {position + 1} 方"


def party_facts(case, *, with_id=True):
    """One block for each party: the fields that every form of the ministry asks for."""
    return tuple(Facts(particulars(party, with_id), head) for party, head in _headed(case))


def particulars(party, with_id=True):
    """The fields of one party, by whether it is a person or an organisation."""
    return _of_organisation(party) if party.kind == Party.Kind.ORGANISATION else _of_person(party, with_id)


def _headed(case):
    for position, party in enumerate(parties_of(case)):
        side = choice(party, "side") or "当事人"
        yield party, f"{side}（{letter(position)}）"


def _of_person(party, with_id):
    fields = [
        Field("姓名", party.name or ""),
        Field("性别", choice(party, "gender")),
        Field("民族", party.ethnicity or ""),
        Field("年龄", blank(party.age)),
        Field("职业或职务", party.occupation or ""),
        Field("联系方式", party.phone or ""),
    ]
    if with_id:
        fields.append(Field("身份证号", party.id_number or "", wide=True))
    fields.append(Field("单位或住址", "　".join(filter(None, (party.workplace, party.address))), wide=True))
    return tuple(fields)


def _of_organisation(party):
    return (
        Field("名称", party.name or "", wide=True),
        Field("法定代表人", party.representative or ""),
        Field("职务", party.occupation or ""),
        Field("联系方式", party.phone or ""),
        Field("住所", party.address or "", wide=True),
    )


def names(case):
    """The parties' names in a row, for the forms that name them once."""
    return people(party.name for party in case.parties.all())


def committee_name(case):
    return case.committee.title if case.committee_id else ""


def number(case, label="编号"):
    return f"{label}：{case.case_number or '（　　　）　人调字第　　号'}"


def mediators(case):
    return people(case.mediators.all())


def sealed_by(case):
    """Where the committee puts its seal; none is ever drawn."""
    return f"{committee_name(case) or '人民调解委员会'}（盖章）"
