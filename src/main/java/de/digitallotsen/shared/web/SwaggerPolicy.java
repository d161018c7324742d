package de.digitallotsen.shared.web;

/**
 * What the human view of the interface may load. Its one page has two inline scripts; they are allowed by the hash of
 * their content, and so is one style attribute; nothing else is loosened. A newer version of the view needs new hashes:
 * a test says so.
 */
final class SwaggerPolicy {

    static final String VALUE = "default-src 'none'; object-src 'none';"
            + " script-src 'self' 'sha256-Bc4MCmo3eDPvU16BhBcWMZUgDqc1e/UzzwdDbpYruPU='"
            + " 'sha256-xUBOgH5FRtr24e8oShM75tIJfUoY9ryp0ofU/5e+H7I=';"
            + " style-src 'self' 'unsafe-hashes' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri"
            + " 'none'; frame-ancestors 'none'";

    private SwaggerPolicy() {}
}
