"""The only room that knows tables: schema, engine, journal, reads, migrations, backups."""
