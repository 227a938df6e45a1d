"""The local database: tables, migrations, the repository of reports and their photos."""
