package de.digitallotsen.kommune;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/**
 * Where in the Land something roughly is, for „in der Nähe von“. The register knows one postcode of each Kommune and
 * the map the outlines of the 45 Landkreise, Region and kreisfreie Städte: a place counts as the middle of its
 * Landkreis. That is good enough to tell near from far, and the page says so.
 */
@Singleton
public class Whereabouts {

    private static final String MAP = "register/landkreise-niedersachsen.geojson";
    private static final Pattern POSTCODE = Pattern.compile("(?<!\\d)\\d{5}(?!\\d)");
    /** Postcodes that share fewer digits say nothing about where they are. */
    private static final int FEWEST_SHARED_DIGITS = 2;

    private static final double KILOMETRES_PER_DEGREE = 111.2;

    private final Kommunen kommunen;
    private final Map<String, Point> middles;

    Whereabouts(Kommunen kommunen) {
        this.kommunen = kommunen;
        this.middles = middles();
    }

    /** A point on the earth, in degrees. */
    public record Point(double east, double north) {

        /** As the crow flies, in whole kilometres; exact enough within one Land. */
        public long kilometresTo(Point other) {
            double x = (other.east - east) * Math.cos(Math.toRadians((north + other.north) / 2));
            return Math.round(KILOMETRES_PER_DEGREE * Math.hypot(x, other.north - north));
        }
    }

    /**
     * Where a postcode is: that of the Kommune whose postcode shares the most leading digits.
     *
     * @return empty if none does, so that it lies outside of the Land or is none
     */
    public Optional<Point> ofPostcode(String postcode) {
        if (postcode == null || !POSTCODE.matcher(postcode.strip()).matches()) {
            return Optional.empty();
        }
        String wanted = postcode.strip();
        return kommunen.list("postcode is not null order by ars").stream()
                .filter(kommune -> shared(kommune.postcode(), wanted) >= FEWEST_SHARED_DIGITS)
                .max(Comparator.comparingInt(kommune -> shared(kommune.postcode(), wanted)))
                .map(Kommune::landkreisAgs)
                .map(middles::get);
    }

    /**
     * Where a venue is, as somebody wrote it: by a postcode in it, else by the longest name of a Kommune.
     *
     * @return empty if neither is found
     */
    public Optional<Point> ofVenue(String venue) {
        Matcher postcode = POSTCODE.matcher(venue);
        if (postcode.find()) {
            Optional<Point> found = ofPostcode(postcode.group());
            if (found.isPresent()) {
                return found;
            }
        }
        return kommunen.list("validTo is null order by ars").stream()
                .filter(kommune -> names(venue, kommune.name()))
                .max(Comparator.comparingInt(kommune -> kommune.name().length()))
                .map(Kommune::landkreisAgs)
                .map(middles::get);
    }

    private static boolean names(String venue, String name) {
        return Pattern.compile("(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})", Pattern.CASE_INSENSITIVE)
                .matcher(venue)
                .find();
    }

    private static int shared(String one, String other) {
        int digits = 0;
        while (digits < one.length() && digits < other.length() && one.charAt(digits) == other.charAt(digits)) {
            digits++;
        }
        return digits;
    }

    private static Map<String, Point> middles() {
        Map<String, Point> found = new HashMap<>();
        try (InputStream file = Whereabouts.class.getClassLoader().getResourceAsStream(MAP)) {
            for (JsonNode feature : new ObjectMapper().readTree(file).get("features")) {
                found.put(feature.get("properties").get("ags").asText(), middle(outline(feature.get("geometry"))));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(found);
    }

    /** The longest outline: islands do not move a Landkreis. */
    private static JsonNode outline(JsonNode geometry) {
        List<JsonNode> rings = new ArrayList<>();
        JsonNode coordinates = geometry.get("coordinates");
        if ("MultiPolygon".equals(geometry.get("type").asText())) {
            coordinates.forEach(polygon -> rings.add(polygon.get(0)));
        } else {
            rings.add(coordinates.get(0));
        }
        return rings.stream().max(Comparator.comparingInt(JsonNode::size)).orElseThrow();
    }

    /** The centre of gravity. */
    private static Point middle(JsonNode ring) {
        double area = 0;
        double east = 0;
        double north = 0;
        for (int i = 0; i < ring.size() - 1; i++) {
            double x = ring.get(i).get(0).asDouble();
            double y = ring.get(i).get(1).asDouble();
            double nextX = ring.get(i + 1).get(0).asDouble();
            double nextY = ring.get(i + 1).get(1).asDouble();
            double cross = x * nextY - nextX * y;
            area += cross;
            east += (x + nextX) * cross;
            north += (y + nextY) * cross;
        }
        return new Point(east / (3 * area), north / (3 * area));
    }
}
