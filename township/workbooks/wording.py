"""The verdicts of an import in the clerk's words."""

KIND_LABELS = {
    "new": "新增",
    "changed": "有变化",
    "same": "相同",
    "duplicate": "疑似重复",
    "wrong": "有问题",
}


def summary(found):
    """One line of counts: 新增 3，有变化 1，相同 0，疑似重复 0，有问题 2。"""
    return "，".join(f"{label} {found[kind]}" for kind, label in KIND_LABELS.items()) + "。"
