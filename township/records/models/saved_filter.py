"""Filters of a list that a user has kept under a name."""

from django.conf import settings
from django.db import models

LIMIT = 20


class SavedFilter(models.Model):
    """One user's filters of one register's list: `query` is what stands behind the ? of its address."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters")
    register = models.SlugField(max_length=40)
    name = models.CharField("名称", max_length=20)
    query = models.CharField(max_length=500)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "register", "name"], name="saved_filter_name_once_per_register"
            )
        ]

    def __str__(self):
        return self.name

    def obstacle(self):
        """The sentence that says why it cannot be kept, empty when it can."""
        if not self.name:
            return "请给这组筛选起个名字。"
        if len(self.name) > self._meta.get_field("name").max_length:
            return "名字最多 20 个字。"
        if not self.query:
            return "现在没有筛选条件，先筛选再保存。"
        if len(self.query) > self._meta.get_field("query").max_length:
            return "筛选条件太长，请减少几个再保存。"
        others = SavedFilter.objects.filter(user=self.user, register=self.register).exclude(name=self.name)
        if others.count() >= LIMIT:
            return f"每个台账最多保存 {LIMIT} 组筛选，请先删除不用的。"
        return ""
