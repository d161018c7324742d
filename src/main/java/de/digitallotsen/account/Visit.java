package de.digitallotsen.account;

/**
 * From where somebody signs in.
 *
 * @param address where the request came from
 * @param device what it says it is, in words: „Firefox unter Windows“
 * @param browser true if it keeps cookies: then it is known the next time
 * @param deviceToken with which it was left the last time, or null
 */
public record Visit(String address, String device, boolean browser, String deviceToken) {

    /** Of a program, which keeps nothing. */
    public static Visit from(String address) {
        return new Visit(address, "Programm", false, null);
    }
}
