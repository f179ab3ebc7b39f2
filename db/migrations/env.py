"""Run by Alembic: migrates over the connection that storage/migrate hands it, nothing else."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"], transaction_per_migration=False
)
context.run_migrations()
