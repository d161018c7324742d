-- Legt die Datenbank und die beiden Datenbankkonten des Portals an. Als Administrator des MariaDB-Servers auszuführen:
--
--   mariadb < deploy/database.sql
--
-- Danach nimmt der Server die Konten noch nicht an: Es gibt kein voreingestelltes Passwort. Sie vergeben beide im Anschluss selbst
-- (im Programm mariadb, damit sie nicht in der Befehlsliste der Shell stehen):
--
--   SET PASSWORD FOR 'digitallotsen'@'%' = PASSWORD('…');            QUARKUS_FLYWAY_USERNAME und QUARKUS_FLYWAY_PASSWORD
--   SET PASSWORD FOR 'digitallotsen_program'@'%' = PASSWORD('…');    QUARKUS_DATASOURCE_USERNAME und QUARKUS_DATASOURCE_PASSWORD
--
-- Statt '%' können Sie unten überall die Adresse des Rechners angeben, auf dem das Portal läuft.
--
-- Warum zwei Konten: Buchungen, Protokoll und Siegel wachsen nur. Auslöser (Trigger) lehnen jede Änderung ab, aber wem die Tabellen
-- gehören, der kann auch die Auslöser entfernen. Das Konto, mit dem das Portal arbeitet, kann deshalb weder das Schema ändern noch
-- in diesen Tabellen etwas ändern oder löschen. Das andere Konto wird nur beim Start benutzt, für die Migrationen.

CREATE DATABASE IF NOT EXISTS digitallotsen;
ALTER DATABASE digitallotsen CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE USER IF NOT EXISTS 'digitallotsen'@'%' IDENTIFIED VIA mysql_native_password USING 'invalid';
CREATE USER IF NOT EXISTS 'digitallotsen_program'@'%' IDENTIFIED VIA mysql_native_password USING 'invalid';

-- 1. Das Konto der Migrationen. Ihm gehört das Schema. Nimmt ein zu weit gefasstes Recht zurück, falls das Konto schon bestand,
-- und vergibt dann nur, was nötig ist:
--   Lesen und Schreiben                     SELECT, INSERT, UPDATE, DELETE
--   Flyway legt die Tabellen an             CREATE, ALTER, DROP, INDEX, REFERENCES
--   Buchungen und Protokoll wachsen nur     TRIGGER
--   Rechte des zweiten Kontos je Tabelle    GRANT OPTION
GRANT SELECT ON digitallotsen.* TO 'digitallotsen'@'%';
REVOKE ALL PRIVILEGES ON digitallotsen.* FROM 'digitallotsen'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, TRIGGER
  ON digitallotsen.* TO 'digitallotsen'@'%' WITH GRANT OPTION;

-- 2. Das Konto, mit dem das Portal arbeitet: lesen und hinzufügen überall. UPDATE und DELETE bekommt es vom ersten Konto bei jedem
-- Start auf jeder Tabelle außer audit_entry, audit_number, audit_seal, budget_counterpart, budget_entry und flyway_schema_history; auf neuen Tabellen also nach
-- jeder Aktualisierung von selbst. CREATE, ALTER, DROP und TRIGGER hat es nie.
GRANT SELECT ON digitallotsen.* TO 'digitallotsen_program'@'%';
REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'digitallotsen_program'@'%';
GRANT SELECT, INSERT ON digitallotsen.* TO 'digitallotsen_program'@'%';
