package de.digitallotsen.account;

import java.util.List;

import de.digitallotsen.shared.Rows;

/** What signing in leaves behind. */
final class AccountTraces {

    private AccountTraces() {}

    /** All of it, whether it is over or not: these accounts sign in no more. */
    static int remove(Rows rows, List<Object> userIds) {
        return rows.change("delete from user_session where user_id in (?1)", userIds)
                + rows.change("delete from known_device where user_id in (?1)", userIds)
                + rows.change("delete from sign_in_challenge where user_id in (?1)", userIds)
                + rows.change("delete from password_reset where user_id in (?1)", userIds);
    }
}
