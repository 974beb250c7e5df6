"""Figures of proceedings, suggestions, letters of responsibility, inspections and surveys."""

from django.db.models import Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Count, Ratio, Stock, Sum

from ..models import (
    CongressSuggestion,
    Finding,
    Inspection,
    LegalProceeding,
    ResponsibilityLetter,
    SatisfactionSurvey,
)

Letter = ResponsibilityLetter.Kind
# A third party is neither sued nor able to lose.
RESPONDENT = Q(standing=LegalProceeding.Standing.RESPONDENT)
RECONSIDERATION = Q(kind=LegalProceeding.Kind.RECONSIDERATION)
HEARD = RESPONDENT & ~RECONSIDERATION & Q(hearing_on__isnull=False)
# What the township leads or handles alone is its own to answer.
OWN = Q(mode__in=[CongressSuggestion.Mode.LEAD, CongressSuggestion.Mode.ALONE])
DONE = Q(stage__in=[Finding.Stage.DONE, Finding.Stage.CLOSED])
RESPONDENT_RULE = "本镇为被申请人或被告的才计，第三人的不计。"
HANDED_RULE = "按交办日期计。"


def proceedings(key, label, definition, where=None, **options):
    """A number of proceedings against the township."""
    where = RESPONDENT if where is None else RESPONDENT & where
    text = f"{definition}{RESPONDENT_RULE}"
    return Indicator(f"proceedings.{key}", label, "件", text, LegalProceeding, where=where, **options)


def suggestions(key, label, definition, where=None, **options):
    """A number of suggestions, counted on the day they were handed over."""
    return Indicator(
        f"suggestions.{key}",
        label,
        "件",
        f"{definition}{HANDED_RULE}",
        CongressSuggestion,
        where=where or Q(),
        **options,
    )


def letters(key, label, definition, where=None):
    """Letters of responsibility signed in the span."""
    return Indicator(
        f"letters.{key}",
        label,
        "份",
        f"{definition}按签订日期计，一式两份算1份。",
        ResponsibilityLetter,
        Sum("copies"),
        where=where or Q(),
        category="partner",
    )


def findings(key, label, definition, where=None, **options):
    """Problems that inspections found; one line is one problem."""
    return Indicator(f"inspections.{key}", label, "个", definition, Finding, where=where or Q(), **options)


indicators.add(
    proceedings(
        "received",
        "行政复议和行政诉讼件数",
        "统计期内收到的行政复议和行政诉讼件数，按收到日期计，一审、二审各计一件。",
        category="kind",
        aliases=("复议诉讼件数",),
    ),
    proceedings(
        "reconsiderations",
        "行政复议件数",
        "统计期内收到的行政复议件数，按收到日期计。",
        RECONSIDERATION,
    ),
    proceedings(
        "lawsuits",
        "行政诉讼件数",
        "统计期内收到的行政诉讼（含行政赔偿）件数，按收到日期计，一审、二审、再审各计一件。",
        ~RECONSIDERATION,
    ),
    proceedings(
        "closed",
        "复议应诉结案件数",
        "统计期内结案的行政复议和行政诉讼件数，按结案日期计，不论哪一年收到。",
        date="closed_on",
        category="result",
    ),
    proceedings(
        "corrected",
        "行政复议被纠错件数",
        "统计期内结案、勾选败诉（被纠错）的行政复议件数，按结案日期计。",
        RECONSIDERATION & Q(lost=True),
        date="closed_on",
    ),
    proceedings(
        "lost",
        "行政诉讼败诉件数",
        "统计期内结案、勾选败诉的行政诉讼件数，按结案日期计。",
        ~RECONSIDERATION & Q(lost=True),
        date="closed_on",
    ),
    proceedings(
        "against",
        "复议纠错和败诉件数",
        "行政复议被纠错件数与行政诉讼败诉件数之和，按结案日期计。",
        Q(lost=True),
        date="closed_on",
        aliases=("复议应诉败诉件数",),
    ),
    proceedings(
        "lawsuits_closed",
        "行政诉讼结案件数",
        "统计期内结案的行政诉讼件数，按结案日期计，是败诉率的分母。",
        ~RECONSIDERATION,
        date="closed_on",
    ),
    Indicator(
        "proceedings.lost_rate",
        "行政诉讼败诉率",
        "%",
        "行政诉讼败诉件数÷行政诉讼结案件数；没有结案的不计算。",
        LegalProceeding,
        Ratio("proceedings.lost", "proceedings.lawsuits_closed"),
        date="closed_on",
    ),
    proceedings(
        "heard",
        "负责人应出庭件数",
        "统计期内已经开庭、填了负责人是否出庭的行政诉讼件数，按开庭日期计；没有开庭的不计。",
        HEARD & Q(attendance__in=["attended", "absent"]),
        date="hearing_on",
    ),
    proceedings(
        "attended",
        "负责人出庭应诉件数",
        "统计期内已经开庭、负责人出庭的行政诉讼件数，按开庭日期计。",
        HEARD & Q(attendance="attended"),
        date="hearing_on",
    ),
    Indicator(
        "proceedings.attended_rate",
        "负责人出庭应诉率",
        "%",
        "负责人出庭应诉件数÷负责人应出庭件数；没有开庭的写“未发生”，不写100%。",
        LegalProceeding,
        Ratio("proceedings.attended", "proceedings.heard"),
        date="hearing_on",
    ),
    proceedings(
        "open",
        "在审复议诉讼件数",
        "截止日已收到、还没有结案的行政复议和行政诉讼件数。",
        measure=Stock(Count(), ends=("closed_on",)),
    ),
    proceedings(
        "advice",
        "收到司法建议和复议意见书件数",
        "收到日期在统计期内、填了司法建议或复议意见书的案件件数。",
        ~Q(advice=""),
    ),
    suggestions(
        "received",
        "建议提案办理件数",
        "交办的人大代表建议和县政协提案件数，主办、协办、独办都计。",
        category="kind",
    ),
    suggestions(
        "congress",
        "人大代表建议办理件数",
        "交办的镇、县人大代表建议件数，主办、协办、独办都计。",
        Q(kind__in=["township_congress", "county_congress"]),
    ),
    suggestions(
        "cppcc",
        "政协提案办理件数",
        "交办的县政协提案件数，主办、协办、独办都计；镇一级没有政协。",
        Q(kind="county_cppcc"),
    ),
    suggestions("own", "主办建议提案件数", "交办给本镇主办、独办的建议提案件数，是办复率的分母。", OWN),
    suggestions(
        "answered",
        "建议提案办复件数",
        "主办、独办的建议提案中已经答复的件数，以后答复的也计入交办的那一期。",
        OWN & Q(answered_on__isnull=False),
        category="outcome",
    ),
    Indicator(
        "suggestions.answered_rate",
        "建议提案办复率",
        "%",
        "建议提案办复件数÷主办建议提案件数，协办的不计；没有交办的不计算。",
        CongressSuggestion,
        Ratio("suggestions.answered", "suggestions.own"),
    ),
    suggestions(
        "solved",
        "建议提案已解决件数",
        "主办、独办的建议提案中办理类别为“已解决”的件数。",
        OWN & Q(outcome="solved"),
    ),
    suggestions(
        "rated",
        "建议提案评价件数",
        "主办、独办的建议提案中填了满意度的件数，是满意率的分母。",
        OWN & ~Q(satisfaction=""),
        category="satisfaction",
    ),
    suggestions(
        "satisfied",
        "建议提案满意件数",
        "主办、独办的建议提案中评价为满意和基本满意的件数。",
        OWN & Q(satisfaction__in=["satisfied", "fair"]),
    ),
    Indicator(
        "suggestions.satisfied_rate",
        "建议提案满意率",
        "%",
        "建议提案满意件数（满意和基本满意）÷建议提案评价件数；没有评价的不计算。",
        CongressSuggestion,
        Ratio("suggestions.satisfied", "suggestions.rated"),
    ),
    letters("signed", "签订责任书份数", "各类责任书份数相加。"),
    letters("law", "法治建设责任书份数", "类别为“法治建设”的责任书份数相加。", Q(kind=Letter.LAW)),
    letters("outreach", "普法责任书份数", "类别为“普法”的责任书份数相加。", Q(kind=Letter.OUTREACH)),
    Indicator(
        "inspections.held",
        "接受督察检查次数",
        "次",
        "收到督察、检查反馈的次数，按反馈日期计。",
        Inspection,
        category="origin",
    ),
    findings(
        "found",
        "督察检查反馈问题个数",
        "各次反馈的问题个数相加，一个问题一行，按反馈日期计。",
        category="stage",
    ),
    findings(
        "done",
        "反馈问题整改完成个数",
        "统计期内反馈的问题中已完成待销号和已销号的个数，以后完成的也计入反馈的那一期；长期坚持的不计。",
        DONE,
    ),
    Indicator(
        "inspections.done_rate",
        "反馈问题整改完成率",
        "%",
        "反馈问题整改完成个数÷督察检查反馈问题个数，长期坚持的在分母里；没有反馈问题的不计算。",
        Finding,
        Ratio("inspections.done", "inspections.found"),
    ),
    findings(
        "closed",
        "反馈问题销号个数",
        "统计期内反馈的问题中已销号的个数，按反馈日期计。",
        Q(stage=Finding.Stage.CLOSED),
    ),
    findings(
        "completed",
        "本期完成整改问题个数",
        "完成日期在统计期内的问题个数，不论哪一年反馈。",
        DONE,
        date="done_on",
    ),
    findings(
        "open",
        "未完成整改问题个数",
        "截止日已反馈、还没有完成整改的问题个数，含长期坚持的。",
        measure=Stock(Count(), begins=("record__date",), ends=("done_on",)),
    ),
    findings(
        "recurrent",
        "与上年同类问题个数",
        "统计期内反馈的问题中去年已有同类问题的个数，按反馈日期计。",
        Q(recurrent=True),
    ),
    Indicator("surveys.held", "法治满意度测评次数", "次", "测评次数，按测评日期计。", SatisfactionSurvey),
    Indicator(
        "surveys.sample",
        "法治满意度测评样本数",
        "份",
        "各次测评收回的有效样本数相加，不是按人去重。",
        SatisfactionSurvey,
        Sum("sample"),
    ),
    Indicator(
        "surveys.satisfied",
        "法治满意度测评满意数",
        "份",
        "各次测评中满意和基本满意的样本数相加。",
        SatisfactionSurvey,
        Sum("satisfied"),
    ),
    Indicator(
        "surveys.rate",
        "法治满意度",
        "%",
        "测评满意数÷样本数，几次测评合起来算；没有测评的不计算。",
        SatisfactionSurvey,
        Ratio("surveys.satisfied", "surveys.sample"),
    ),
)
