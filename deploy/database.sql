-- Legt die Datenbank und das Datenbankkonto des Portals an. Als Administrator des MariaDB-Servers auszuführen:
--
--   mariadb < deploy/database.sql
--
-- Danach nimmt der Server das Konto noch nicht an: Es gibt kein voreingestelltes Passwort. Sie vergeben es im Anschluss selbst
-- (im Programm mariadb, damit es nicht in der Befehlsliste der Shell steht):
--
--   SET PASSWORD FOR 'digitallotsen'@'%' = PASSWORD('…');
--
-- Statt '%' können Sie unten überall die Adresse des Rechners angeben, auf dem das Portal läuft.

CREATE DATABASE IF NOT EXISTS digitallotsen;
ALTER DATABASE digitallotsen CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE USER IF NOT EXISTS 'digitallotsen'@'%' IDENTIFIED VIA mysql_native_password USING 'invalid';

-- Nimmt ein zu weit gefasstes Recht zurück, falls das Konto schon bestand, und vergibt dann nur, was nötig ist:
--   Lesen und Schreiben                     SELECT, INSERT, UPDATE, DELETE
--   Flyway legt die Tabellen an             CREATE, ALTER, DROP, INDEX, REFERENCES
--   Buchungen und Protokoll wachsen nur     TRIGGER
GRANT SELECT ON digitallotsen.* TO 'digitallotsen'@'%';
REVOKE ALL PRIVILEGES ON digitallotsen.* FROM 'digitallotsen'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, TRIGGER
  ON digitallotsen.* TO 'digitallotsen'@'%';
