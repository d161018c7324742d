package de.digitallotsen.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.elytron.security.common.BcryptUtil;

/**
 * What every rush needs: the database server, 440 Kommunen with an account each, seminars with enough seats, tokens,
 * and a way to start the portal on them.
 *
 * @param accounts of the Kommunen
 * @param seminars ids
 * @param tokens of all accounts
 */
record Stage(
        Path program,
        Path data,
        Database database,
        List<Account> accounts,
        Account nsi,
        Account ministry,
        List<Long> seminars,
        Map<Account, String> tokens) {

    /** What docs/operating.md recommends for a machine with one or two cores. */
    static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx160m",
            "-XX:MaxMetaspaceSize=160m",
            "-XX:+ExitOnOutOfMemoryError");

    static final String PASSWORD = "Messung-am-ersten-Tag-2027";
    /** What pays for 400 of the 880 people. */
    static final long SCARCE_CENTS = 20_000_000;
    /** What pays for everybody. */
    static final long PLENTY_CENTS = 44_000_000;

    private static final int BCRYPT_COST = 10;

    /** Lets the portal make schema, register and programme in the empty database, then adds accounts and seminars. */
    static Stage set(Path program, Path folder)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        Database database = Database.start(folder.resolve("database"));
        Path data = folder.resolve("portal");
        try (Portal portal = Portal.start(program, data, List.of(), database.asEnvironment())) {
            portal.await("/q/health/ready");
        }
        List<Account> all = database.createAccounts(BcryptUtil.bcryptHash(PASSWORD, BCRYPT_COST));
        Tokens signer = new Tokens(data);
        Map<Account, String> tokens = new HashMap<>();
        for (Account account : all) {
            tokens.put(account, signer.sign(account));
        }
        return new Stage(
                program,
                data,
                database,
                all.subList(0, all.size() - 2),
                all.get(all.size() - 2),
                all.get(all.size() - 1),
                database.createSeminars(),
                tokens);
    }

    /** A fresh process on this database, ready. */
    Portal portal(List<String> flags, Map<String, String> settings) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(database.asEnvironment());
        environment.putAll(settings);
        Portal portal = Portal.start(program, data, flags, environment);
        portal.await("/q/health/ready");
        return portal;
    }

    /** Everybody registers, from an empty list. */
    Rush.Result rush(Portal portal, boolean halfWait, long budgetCents)
            throws IOException, GeneralSecurityException, SQLException, InterruptedException {
        database.wipe(budgetCents);
        // New tokens: the portal remembers those whose signature it has checked.
        Tokens signer = new Tokens(data);
        for (Account account : accounts) {
            tokens.put(account, signer.sign(account));
        }
        return new Rush(tokens).run(portal.base, Person.twoOfEach(accounts, seminars, halfWait));
    }

    /** True if {@code GET /budget/audit} says that every total matches its rows. */
    boolean isConsistent(Portal portal) throws IOException, InterruptedException {
        return portal.get("/api/v1/budget/audit", tokens.get(ministry)).contains("\"consistent\":true");
    }
}
