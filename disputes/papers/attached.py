"""Papers for what parties bring: whom they authorise, and a page in front of the copies that are bound in."""

from township.printing import Clause, Facts, Field, Form, Grid, Signing, Text

from ..models import Party
from . import blocks

# Rows to write on, beside those that are known.
FREE_ROWS = 4
SCOPE = """（请勾选一项）
□ 一般授权：代为陈述事实、提交证据、参加调解。
□ 特别授权：除上述事项外，代为提出、承认、变更、放弃请求，代为达成和签署调解协议，代为签收文书。"""


def identity(case):
    """当事人身份证明: whose copies follow."""
    rows = [(party.name, "", "") for party in case.parties.all()]
    headers = ("姓名（名称）", "证件名称", "份数")
    return _in_front_of_copies("identity", "当事人身份证明", headers, rows, (36, 36, 16))


def evidence(case):
    return _in_front_of_copies(
        "evidence", "证据材料", ("证据名称", "提交人", "份数"), [], (48, 24, 16), "证据材料附在本页之后："
    )


def receipts(case):
    return _in_front_of_copies(
        "receipts", "履行凭证", ("凭证名称", "交付人", "接收人", "份数"), [], (34, 20, 20, 14)
    )


def _in_front_of_copies(key, title, headers, rows, widths, words="下列证件、材料的复印件附在本页之后："):
    empty = ("",) * len(headers)
    numbered = enumerate([*rows, *[empty] * FREE_ROWS], 1)
    table = Grid(("序号", *headers), tuple((str(place), *row) for place, row in numbered), (12, *widths))
    return Form(key, title, (Clause(words), table, Signing(("收件人（签名）",))))


def authorisations(case):
    """授权委托书 for each party; which of them are needed is for the parties to say."""
    return [
        _authorisation(case, party, place)
        for place, party in enumerate(list(case.parties.all()) or [Party()])
    ]


def authorisations_of_organisations(case):
    """Those of the volume: an organisation always acts through somebody."""
    return [
        _authorisation(case, party, place)
        for place, party in enumerate(case.parties.all())
        if party.kind == Party.Kind.ORGANISATION
    ]


def _authorisation(case, party, place):
    agent = Party()
    return Form(
        f"authorisation-{place + 1}",
        "授权委托书",
        (
            Facts(blocks.particulars(party), f"委托人（{blocks.letter(place)}）"),
            Facts((*blocks.particulars(agent), Field("与委托人的关系", "", wide=True)), "受委托人"),
            Text("委托事项：", f"因{case.get_kind_display()}，委托上列受委托人代为参加人民调解。"),
            Text("委托权限：", SCOPE),
            Facts((Field("委托期限", "", wide=True),)),
            Signing(("委托人（签名、盖章或按指印）", "受委托人（签名或按指印）")),
        ),
        blocks.number(case),
    )
