"""The kinds there were so far, under the keys that rows already hold."""

from django.db import migrations

KINDS = {
    "leaflet": "宣传资料",
    "handbook": "宣传手册",
    "reader": "法治读本",
    "poster": "海报",
    "gift": "宣传品",
}


def fill(apps, schema_editor):
    kinds = apps.get_model("outreach", "MaterialKind").objects.using(schema_editor.connection.alias)
    for key, name in KINDS.items():
        kinds.get_or_create(key=key, defaults={"name": name})


class Migration(migrations.Migration):
    dependencies = [("outreach", "0002_material_kinds")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
