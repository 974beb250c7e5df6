"""What villages post and how often (三务公开事项和频次): kept under 设置, inherited from above."""

from django.db import models
from django.db.models import F

from township.records.fields import CountField
from township.records.models import Inherited
from township.records.models.reference import InheritedQuerySet, own_key

# Days after the end of the span within which a posting is on time, where no rule says otherwise. The law
# (村民委员会组织法) asks for quarterly and, where much money moves, monthly posting; it sets no day.
DAYS_TO_POST = 10


class Affairs(models.TextChoices):
    """The three affairs (三务)."""

    PARTY = "party", "党务"
    VILLAGE = "village", "村（居）务"
    FINANCE = "finance", "财务"


class Rhythm(models.TextChoices):
    """How often: the spans of `Period`, in the words that the labels of duties begin with."""

    MONTH = "month", "每月"
    QUARTER = "quarter", "每季度"
    HALF = "half", "每半年"
    YEAR = "year", "年度"


class PostingRuleQuerySet(InheritedQuerySet):
    def in_force(self, area):
        """{category: rule} that hold for `area`: the nearest of its own and those from above."""
        rules = self.for_area(area).select_related("area").order_by(F("area__path").asc(nulls_first=True))
        return {rule.category: rule for rule in rules}


class PostingRule(Inherited):
    """How often one of the three affairs is posted, within how many days, and who has to look first."""

    category = models.CharField("公开类别", max_length=10, choices=Affairs.choices)
    every = models.CharField("公开频次", max_length=8, choices=Rhythm.choices)
    days = CountField(
        "期后几天内公开",
        ceiling=90,
        required=True,
        default=DAYS_TO_POST,
        help_text="所属期结束后几天内张贴算按期。",
    )
    supervised = models.BooleanField("要村务监督委员会审核", default=False)

    objects = PostingRuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "三务公开频次"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "category"],
                name="posting_rule_once_per_category",
                violation_error_message="这个类别已经定了频次，请改原来的那一条。",
            )
        ]

    def __str__(self):
        return f"{self.get_category_display()}{self.get_every_display()}公开"


class PostingMatter(Inherited):
    """One matter that is posted (公开事项), e.g. 低保、救助对象."""

    category = models.CharField("公开类别", max_length=10, choices=Affairs.choices)
    key = models.SlugField("代号", max_length=30, default=own_key, editable=False)
    name = models.CharField("事项名称", max_length=40)

    class Meta:
        verbose_name = verbose_name_plural = "三务公开事项"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["area", "category", "key"], name="posting_matter_key_once")
        ]

    def __str__(self):
        return self.name


# What every installation starts with; counties and townships add their own or switch these off.
RULES = (
    (Affairs.PARTY, Rhythm.HALF, False),
    (Affairs.VILLAGE, Rhythm.QUARTER, True),
    (Affairs.FINANCE, Rhythm.MONTH, True),
)
MATTERS = {
    Affairs.PARTY: (
        ("resolutions", "党组织决议及执行"),
        ("members", "党员发展与教育"),
        ("dues", "党费收缴使用"),
        ("discipline", "党风廉政建设"),
    ),
    Affairs.VILLAGE: (
        ("decisions", "村（居）民会议决定事项"),
        ("welfare", "低保、救助对象"),
        ("homesteads", "宅基地审批"),
        ("land", "土地承包与征收补偿"),
        ("projects", "工程项目建设"),
        ("subsidies", "惠农补贴发放"),
        ("labour", "筹资筹劳"),
    ),
    Affairs.FINANCE: (
        ("income", "收入明细"),
        ("expenses", "支出明细"),
        ("assets", "集体资产与资源"),
        ("debts", "债权债务"),
        ("allowances", "干部报酬补贴"),
    ),
}


def install_postings(sender, using, **kwargs):
    """Make sure that the common rules and matters are there (after migrating); what was edited stays."""
    rules, matters = PostingRule.objects.using(using), PostingMatter.objects.using(using)
    if not rules.filter(area=None).exists():
        rules.bulk_create(
            PostingRule(category=category, every=every, supervised=supervised)
            for category, every, supervised in RULES
        )
    known = set(matters.filter(area=None).values_list("category", "key"))
    matters.bulk_create(
        PostingMatter(category=category, key=key, name=name)
        for category, rows in MATTERS.items()
        for key, name in rows
        if (category, key) not in known
    )
