package de.digitallotsen.shared.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import de.digitallotsen.shared.Page;

/**
 * Walks through the pages of a list; the filter stays in the address.
 *
 * @param total rows in all
 * @param page counts from 0
 * @param pages at least 1
 * @param query the filter as it stands in the address, without the page
 */
public record Pager(long total, int page, int pages, String query) {

    /** A pager over a list with the filter's parameters; names and values take turns, nothing empty is kept. */
    public static Pager of(Page<?> list, String... filter) {
        int pages = (int) Math.max(1, (list.total() + list.size() - 1) / list.size());
        return new Pager(list.total(), list.page(), pages, query(filter));
    }

    /** Parameters of an address; names and values take turns. */
    public static String query(String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null && !namesAndValues[i + 1].isBlank()) {
                parameters.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return parameters.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public boolean hasPrevious() {
        return page > 0;
    }

    public boolean hasNext() {
        return page + 1 < pages;
    }

    /** The page as people count. */
    public int number() {
        return page + 1;
    }

    public String previous() {
        return link(page - 1);
    }

    public String next() {
        return link(page + 1);
    }

    private String link(int wanted) {
        return "?" + (query.isEmpty() ? "" : query + "&") + "page=" + wanted;
    }

    /** Where the same list comes as a file: {@code /anmeldungen.csv?status=WAITING}. */
    public String export(String path) {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
