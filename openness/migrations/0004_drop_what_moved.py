from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("openness", "0003_move_objections_and_remedies")]

    operations = [
        migrations.RemoveConstraint(
            model_name="disclosurerequest",
            name="request_remedy_with_result",
        ),
        migrations.RemoveConstraint(
            model_name="disclosurerequest",
            name="request_result_of_remedy",
        ),
        migrations.RemoveConstraint(
            model_name="villagenotice",
            name="notice_replied_after_posting",
        ),
        migrations.RemoveConstraint(
            model_name="villagenotice",
            name="notice_objection_described",
        ),
        migrations.RemoveField(
            model_name="disclosurerequest",
            name="remedy",
        ),
        migrations.RemoveField(
            model_name="disclosurerequest",
            name="remedy_result",
        ),
        migrations.RemoveField(
            model_name="villagenotice",
            name="matters",
        ),
        migrations.RemoveField(
            model_name="villagenotice",
            name="objection",
        ),
        migrations.RemoveField(
            model_name="villagenotice",
            name="objection_text",
        ),
        migrations.RemoveField(
            model_name="villagenotice",
            name="replied_on",
        ),
    ]
