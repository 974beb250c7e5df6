"""Lists of openness under 设置: what villages post, and how often."""

from township.records.reference.declaration import ReferenceList, State, reference_list

from .models import Affairs, PostingMatter, PostingRule

OF_AFFAIRS = tuple(
    State(affairs.value, affairs.label, lambda entries, affairs=affairs: entries.filter(category=affairs))
    for affairs in Affairs
)


@reference_list
class PostingRules(ReferenceList):
    """How often each of the three affairs is posted."""

    model = PostingRule
    slug = "posting-rules"
    label = "三务公开频次"
    intro = "党务、村（居）务、财务各多久公开一次、期后几天内张贴；本镇另有规定的新增一条，以本镇的为准，应报和逾期都按它算。"
    columns = ("category", "every", "days", "supervised", "scope")
    fields = ("category", "every", "days", "supervised")
    search = ()
    unique = ("category",)
    states = OF_AFFAIRS
    order = ("area__path", "pk")


@reference_list
class PostingMatters(ReferenceList):
    """What is posted."""

    model = PostingMatter
    slug = "posting-matters"
    label = "三务公开事项"
    unit = "项"
    intro = "登记三务公开、打印张贴稿时从这里选。"
    columns = ("name", "category", "scope")
    fields = ("category", "name")
    search = ("name",)
    unique = ("category", "name")
    states = OF_AFFAIRS
    order = ("area__path", "pk")
