"""A second lock on the trail in PostgreSQL: the database itself refuses to change or remove its rows."""

from django.db import migrations

_FUNCTION = """
CREATE OR REPLACE FUNCTION trail_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'rows of the audit trail are never changed or removed'; END $$
"""


def guard(*tables):
    """The migration operation that puts the lock on `tables`; nothing happens on SQLite."""

    def put_on(apps, schema_editor):
        if schema_editor.connection.vendor != "postgresql":
            return
        schema_editor.execute(_FUNCTION)
        for table in tables:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_is_fixed BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION trail_is_fixed()"
            )

    def take_off(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for table in tables:
                schema_editor.execute(f"DROP TRIGGER {table}_is_fixed ON {table}")

    return migrations.RunPython(put_on, take_off)
