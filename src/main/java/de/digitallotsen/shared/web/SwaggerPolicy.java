package de.digitallotsen.shared.web;

/** The human view of the interface needs the inline script and styles of its one page; nothing else of it is loosened. */
final class SwaggerPolicy {

    static final String VALUE = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private SwaggerPolicy() {
    }
}
