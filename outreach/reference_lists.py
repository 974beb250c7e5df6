"""The list that outreach events go by: kinds of materials."""

from township.records.reference.declaration import ReferenceList, reference_list

from .models import MaterialKind


@reference_list
class MaterialKinds(ReferenceList):
    """Kinds of materials; the built-in ones stay, for figures count by them."""

    model = MaterialKind
    slug = "material-kinds"
    label = "宣传资料品种"
    unit = "种"
    intro = "普法活动“发放资料”里选的品种。自己增加的填报、导入都能用；要单独统计，在自定义指标里按品种选。"
    columns = ("name", "scope")
    fields = ("name",)
    search = ("name",)
    unique = ("name",)
    removable = True
    order = ("area__path", "pk")

    @classmethod
    def may_remove(cls, entry):
        return not entry.built_in and super().may_remove(entry)
