# Läuft im Datenbankcontainer beim ersten Start, nach database.sql: gibt dem Konto, mit dem das Portal arbeitet, sein Passwort.
# Nicht ausführbar, damit das Abbild die Datei einliest und docker_process_sql kennt.
docker_process_sql <<SQL
SET PASSWORD FOR 'digitallotsen_program'@'%' = PASSWORD('${DIGITALLOTSEN_PROGRAM_DB_PASSWORD}');
SQL
