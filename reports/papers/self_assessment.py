"""自评报告: what the township says of itself in the county's assessment, written from the scoring sheet's items."""

from township.figures.years import years_of

from ..assessment.models import Assessment
from ..assessment.selfreport import plain_title, self_report
from .paper import Paper, Subject
from .prose import ANNUAL_ONLY


def subject_of(assessment):
    """An assessment as what a text is about; its span is the statistical year that it assesses."""
    span = years_of(assessment.area).span(assessment.year)
    name = f"{assessment.year}年度{plain_title(assessment)}"
    return Subject(str(assessment.pk), name, lambda year: span)


def assessments(area):
    """Those of the township that have items, the latest first."""
    found = Assessment.objects.filter(area=area, items__isnull=False).distinct()
    return tuple(subject_of(one) for one in found.select_related("area").defer("content"))


def outline(area, span, subject):
    return self_report(Assessment.objects.defer("content").get(area=area, pk=subject.key), span)


SELF_ASSESSMENT = Paper(
    key="self_assessment",
    name="自评报告",
    title="{town}关于{subject}的自评报告",
    outline=outline,
    spans=("year",),
    office="政法办（司法所）",
    purpose="县里年度考核的自评，从考核条目、自评分和台账写成初稿",
    subjects=assessments,
    subject_label="考核",
    required=(
        ("各项工作完成情况", "完成情况|工作情况|主要工作"),
        ("存在的不足", "不足|问题|短板"),
        ("下一步打算", "下一步|下步|打算"),
    ),
    unasked=ANNUAL_ONLY,
    prose_source="考核表、自评分和自评说明",
)
