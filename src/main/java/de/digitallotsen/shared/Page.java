package de.digitallotsen.shared;

import java.util.List;

/**
 * One page of a list, as the JSON interface shows it.
 *
 * @param items the rows of this page
 * @param page counts from 0
 * @param size rows a page, 1 to {@value #MOST}
 * @param total rows in all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    /** Rows a page unless asked otherwise. */
    public static final int DEFAULT_SIZE = 20;
    /** Rows a page at the most. */
    public static final int MOST = 200;

    /** Which page is asked for; refuses negative and huge numbers with a 400. */
    public record Request(int page, int size) {

        /** @throws InvalidInputException outside 0 to 1,000,000 and 1 to {@value Page#MOST}; null means the default */
        public static Request of(Integer page, Integer size) {
            Input input = new Input();
            int wantedPage = page == null ? 0 : page;
            int wantedSize = size == null ? DEFAULT_SIZE : size;
            input.check(
                    wantedPage >= 0 && wantedPage <= 1_000_000,
                    "page",
                    "input.range",
                    "label",
                    "page",
                    "least",
                    0,
                    "most",
                    1_000_000);
            input.check(
                    wantedSize >= 1 && wantedSize <= MOST,
                    "size",
                    "input.range",
                    "label",
                    "size",
                    "least",
                    1,
                    "most",
                    MOST);
            input.throwIfWrong();
            return new Request(wantedPage, wantedSize);
        }

        /** Everything in one list, for exports. */
        public static Request everything() {
            return new Request(0, Integer.MAX_VALUE);
        }

        public int offset() {
            return page * (size == Integer.MAX_VALUE ? 0 : size);
        }
    }
}
