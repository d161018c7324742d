package de.digitallotsen.shared.web;

/**
 * What a mail may do that is shown on a page: nothing but stand in a frame of this portal, with the one style sheet
 * that it brings, allowed by its hash. A change of that style sheet needs a new hash: a test says so.
 */
final class MailViewPolicy {

    static final String VALUE = "default-src 'none'; object-src 'none';"
            + " style-src 'sha256-IRoAq0ahwwZGaqnNS82xZN/29HlX9rGmeEBcCpr66Ok='; form-action"
            + " 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

    private MailViewPolicy() {}

    static boolean appliesTo(String path) {
        return path.startsWith("/mails/") && path.endsWith("/html");
    }
}
