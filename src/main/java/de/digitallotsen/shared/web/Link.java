package de.digitallotsen.shared.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.digitallotsen.shared.Messages;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * The address of a page of ours. What is filled in is encoded, so that no value can change where it leads.
 *
 * @param address path and query
 * @param done what was just done, which the page says; null for none
 */
public record Link(String address, String done) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^}]*}");
    /** What was done, by its key: the page that is led to says it ({@link PageFrame#getDone}). */
    static final String DONE = "meldung";

    /** To a page that says nothing. */
    public Link(String address) {
        this(address, null);
    }

    /** To the page with this path; each variable in braces takes the next value. */
    public static Link to(String path, Object... values) {
        StringBuilder address = new StringBuilder();
        Matcher variable = VARIABLE.matcher(path);
        for (int i = 0; variable.find(); i++) {
            variable.appendReplacement(address, Matcher.quoteReplacement(encode(values[i])));
        }
        return new Link(variable.appendTail(address).toString());
    }

    /** To these pages of the own feature, by the path that they are found under. */
    public static Link to(Class<?> pages, Object... values) {
        return to(pages.getAnnotation(Path.class).value(), values);
    }

    /** The same with a parameter; nothing is added for null. */
    public Link with(String name, Object value) {
        return value == null
                ? this
                : new Link(address + (address.indexOf('?') < 0 ? '?' : '&') + name + '=' + encode(value), done);
    }

    /** The same, down to a part of the page; the last to be added. */
    public Link at(String part) {
        return new Link(address + '#' + encode(part));
    }

    /**
     * The same, and the page says what was done: once, to whoever is led there.
     *
     * @param what the key of a sentence among the texts, without „done.“
     * @throws IllegalArgumentException if there is no such sentence
     */
    public Link saying(String what) {
        if (Messages.textOrEmpty("done." + what).isEmpty()) {
            throw new IllegalArgumentException("No sentence says what was done: " + what);
        }
        return new Link(with(DONE, what).address(), what);
    }

    public URI uri() {
        return URI.create(address);
    }

    /** Leads there after a form was sent: a reload sends it no second time. */
    public Response seeOther() {
        if (done != null) {
            JustDone.note(address, done);
        }
        return Response.seeOther(uri()).build();
    }

    /** The address itself, for templates. */
    @Override
    public String toString() {
        return address;
    }

    private static String encode(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
