package de.digitallotsen.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** The 45 Landkreise, Region and kreisfreie Städte as outlines for an SVG, read once from the register's map. */
@Singleton
public class CountyMap {

    private static final String FILE = "register/landkreise-niedersachsen.geojson";
    /** Width of the drawing. */
    private static final double WIDTH = 1000;
    /** At this latitude a degree to the east is as long as it is drawn. */
    private static final double MIDDLE = Math.toRadians(52.7);

    private static final double WEST = 6.6;
    private static final double EAST = 11.65;
    private static final double NORTH = 53.95;
    private static final double SOUTH = 51.25;

    private final Map<String, Region> regions = new LinkedHashMap<>();

    CountyMap() {
        try (InputStream file = CountyMap.class.getClassLoader().getResourceAsStream(FILE)) {
            for (JsonNode feature : new ObjectMapper().readTree(file).get("features")) {
                Region region = read(feature);
                regions.put(region.ags(), region);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One region.
     *
     * @param name with its kind: „Landkreis Celle“, „Region Hannover“, „Stadt Emden“
     * @param path its outline, for the attribute d
     * @param x where its label stands
     * @param y where its label stands
     */
    public record Region(String ags, String name, String path, int x, int y) {}

    /** By AGS. */
    public List<Region> regions() {
        return List.copyOf(regions.values());
    }

    /** How a region is called; its key where it is not on the map. */
    public String name(String ags) {
        return regions.containsKey(ags) ? regions.get(ags).name() : ags;
    }

    /** Height of the drawing, for its viewBox. */
    public static int height() {
        return (int) Math.round(WIDTH * (NORTH - SOUTH) / ((EAST - WEST) * Math.cos(MIDDLE)));
    }

    private static Region read(JsonNode feature) {
        JsonNode geometry = feature.get("geometry");
        List<JsonNode> polygons = new ArrayList<>();
        if ("MultiPolygon".equals(geometry.get("type").asText())) {
            geometry.get("coordinates").forEach(polygons::add);
        } else {
            polygons.add(geometry.get("coordinates"));
        }
        StringBuilder path = new StringBuilder();
        JsonNode largest = polygons.get(0).get(0);
        for (JsonNode polygon : polygons) {
            polygon.forEach(ring -> draw(ring, path));
            largest = polygon.get(0).size() > largest.size() ? polygon.get(0) : largest;
        }
        JsonNode about = feature.get("properties");
        double[] middle = middle(largest);
        return new Region(
                about.get("ags").asText(),
                kind(about.get("type").asText(), about.get("name").asText()),
                path.toString(),
                (int) Math.round(middle[0]),
                (int) Math.round(middle[1]));
    }

    private static String kind(String type, String name) {
        return switch (type) {
            case "KREISFREIE_STADT" -> "Stadt " + name;
            case "REGION" -> name.startsWith("Region") ? name : "Region " + name;
            default -> "Landkreis " + name;
        };
    }

    private static void draw(JsonNode ring, StringBuilder path) {
        for (int i = 0; i < ring.size() - 1; i++) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(String.format(Locale.ROOT, "%.0f %.0f", x(ring.get(i)), y(ring.get(i))));
        }
        path.append('Z');
    }

    private static double x(JsonNode point) {
        return (point.get(0).asDouble() - WEST) / (EAST - WEST) * WIDTH;
    }

    private static double y(JsonNode point) {
        return (NORTH - point.get(1).asDouble()) / (NORTH - SOUTH) * height();
    }

    /** The centre of gravity of an outline. */
    private static double[] middle(JsonNode ring) {
        double area = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < ring.size() - 1; i++) {
            double cross = x(ring.get(i)) * y(ring.get(i + 1)) - x(ring.get(i + 1)) * y(ring.get(i));
            area += cross;
            sumX += (x(ring.get(i)) + x(ring.get(i + 1))) * cross;
            sumY += (y(ring.get(i)) + y(ring.get(i + 1))) * cross;
        }
        return new double[] {sumX / (3 * area), sumY / (3 * area)};
    }
}
