package de.digitallotsen.account.web;

import java.util.List;

/** What a browser says it is, in words by which somebody recognises it. Nothing is decided by it. */
final class DeviceNames {

    private static final String UNKNOWN = "Unbekannter Browser";

    /** By what in its own words a browser or a system is recognised. */
    private record Sign(String words, String name) {}

    /** In this order: each of them names those below it, too. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("Firefox/", "Firefox"),
            new Sign("FxiOS/", "Firefox"),
            new Sign("CriOS/", "Chrome"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("Windows", "Windows"),
            new Sign("Android", "Android"),
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Mac OS X", "macOS"),
            new Sign("Linux", "Linux"));

    private DeviceNames() {}

    /** „Firefox unter Windows“. */
    static String of(String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        String browser = first(BROWSERS, said, UNKNOWN);
        String system = first(SYSTEMS, said, "");
        return system.isEmpty() ? browser : browser + " unter " + system;
    }

    private static String first(List<Sign> signs, String said, String otherwise) {
        return signs.stream()
                .filter(sign -> said.contains(sign.words()))
                .map(Sign::name)
                .findFirst()
                .orElse(otherwise);
    }
}
