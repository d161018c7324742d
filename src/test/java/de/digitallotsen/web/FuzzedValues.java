package de.digitallotsen.web;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values after a schema, and values that break it. */
final class FuzzedValues {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\uD83D\uDCA5",
            "\uD800",
            "\u202Egnp.exe",
            "\uFEFF",
            "\u00A0",
            "İ",
            "a".repeat(300),
            "ß".repeat(9_000),
            "%00",
            "%",
            "%zz",
            "' or 1=1 --",
            "\"; drop table x",
            "\\",
            "a\\'b",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "=cmd()",
            "\r\nX: y",
            "null",
            "true",
            "NaN",
            "Infinity",
            "1e400",
            "-1",
            "0",
            "9223372036854775807",
            "9223372036854775808",
            "0x1F",
            "２０２７",
            "1,5",
            "1.000,00",
            "2027-02-30",
            "2027-13-01",
            "0000-00-00",
            "9999-12-31",
            "+999999999-12-31",
            "-999999999-01-01",
            "2027-02-01T25:00:00Z",
            "2027-02-01",
            "10:00",
            "24:00",
            "25:61",
            "_%",
            "!",
            "()",
            "[",
            "a@b",
            "a@b.example",
            "\"@\"@b.example",
            "ARS",
            "000000000000",
            "NSI",
            "MINISTRY",
            "CONFIRMED",
            "|",
            "?&=#");

    private static final List<Object> NUMBERS = List.of(
            0,
            1,
            -1,
            2,
            12,
            100,
            5_000,
            10_000,
            10_001,
            Integer.MAX_VALUE,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            new BigInteger("9".repeat(40)),
            0.5,
            1e300,
            -0.0);

    private final Random random;
    private final JsonNode description;
    private final Map<String, List<String>> known;
    private String lastBody = "";

    FuzzedValues(Random random, JsonNode description, Map<String, List<String>> known) {
        this.random = random;
        this.description = description;
        this.known = known;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Mostly what there is, else what fits, else anything. */
    String parameter(String name, JsonNode parameter) {
        if (known.containsKey(name) && random.nextInt(10) < 6) {
            return one(known.get(name));
        }
        if (random.nextInt(3) == 0) {
            return one(NASTY);
        }
        JsonNode example = parameter.path("example");
        JsonNode value =
                example.isMissingNode() || random.nextBoolean() ? value(name, parameter.path("schema"), 0) : example;
        return value.isValueNode() ? value.asText() : value.toString();
    }

    String accept() {
        return one(List.of("application/json", "text/html", "text/csv", "application/pdf", "x/y", "*/*;q=0", ";", "a"));
    }

    String contentType(JsonNode content) {
        if (random.nextInt(10) == 0) {
            return one(List.of(
                    "text/plain",
                    "application/xml",
                    "application/json;charset=x",
                    "multipart/form-data",
                    "a",
                    "text/csv",
                    "application/x-www-form-urlencoded",
                    "application/json"));
        }
        return content.fieldNames().hasNext() ? content.fieldNames().next() : "application/json";
    }

    byte[] body(JsonNode content) {
        String type = content.fieldNames().hasNext() ? content.fieldNames().next() : "application/json";
        int kind = random.nextInt(12);
        if (kind == 0) {
            lastBody = one(List.of(
                    "",
                    "{",
                    "[",
                    "null",
                    "[]",
                    "0",
                    "\"\"",
                    "{}",
                    "{\"a\":",
                    "[".repeat(2_000),
                    "\u0000",
                    "{\"a\":" + "[".repeat(1_500) + "]".repeat(1_500) + "}",
                    "true"));
        } else if (kind == 1) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            lastBody = noise.length + " random bytes";
            return noise;
        } else if (type.contains("json")) {
            lastBody = written(value("", content.path(type).path("schema"), 0));
        } else {
            lastBody = "ars;name\n" + one(NASTY) + ";" + one(NASTY) + "\n";
        }
        return lastBody.getBytes(StandardCharsets.UTF_8);
    }

    private static String written(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException loneSurrogate) {
            return value.toString();
        }
    }

    void forgetBody() {
        lastBody = "";
    }

    String lastBody() {
        return lastBody.length() > 2_000 ? lastBody.substring(0, 2_000) + "…" : lastBody;
    }

    private JsonNode value(String name, JsonNode schema, int depth) {
        JsonNode resolved = resolve(schema);
        if (depth > DEEPEST || random.nextInt(14) == 0) {
            return anything();
        }
        if (known.containsKey(name) && random.nextInt(10) < 7) {
            return NODES.textNode(one(known.get(name)));
        }
        JsonNode examples = resolved.path("examples");
        if (examples.isArray() && !examples.isEmpty() && random.nextBoolean()) {
            return examples.get(random.nextInt(examples.size()));
        }
        if (resolved.path("enum").isArray() && random.nextInt(8) > 0) {
            return resolved.get("enum").get(random.nextInt(resolved.get("enum").size()));
        }
        return switch (typeOf(resolved)) {
            case "object" -> object(resolved, depth);
            case "array" -> array(resolved, depth);
            case "integer", "number" -> NODES.pojoNode(one(NUMBERS));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.textNode(text(resolved.path("format").asText()));
        };
    }

    private JsonNode resolve(JsonNode schema) {
        JsonNode resolved = schema;
        for (int i = 0; i < 5; i++) {
            if (resolved.has("$ref")) {
                resolved = description.at(resolved.get("$ref").asText().substring(1));
            }
            for (String choice : List.of("allOf", "anyOf", "oneOf")) {
                if (resolved.has(choice)) {
                    resolved = resolved.get(choice)
                            .get(random.nextInt(resolved.get(choice).size()));
                }
            }
        }
        return resolved;
    }

    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asText();
        }
        return schema.has("properties") ? "object" : type.asText("string");
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (random.nextInt(12) > 0) {
                object.set(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
            }
        });
        if (random.nextInt(15) == 0) {
            object.set(one(NASTY), anything());
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = NODES.arrayNode();
        int size = random.nextInt(40) == 0 ? 300 : random.nextInt(4);
        for (int i = 0; i < size; i++) {
            array.add(value("", schema.path("items"), depth + 1));
        }
        return array;
    }

    private String text(String format) {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return one(NASTY);
        }
        return switch (format) {
            case "date" ->
                "20" + (10 + random.nextInt(80)) + "-0" + (1 + random.nextInt(9)) + "-" + (10 + random.nextInt(22));
            case "date-time" -> "2027-0" + (1 + random.nextInt(9)) + "-11T10:00:00Z";
            case "partial-time", "time", "local-time" -> (10 + random.nextInt(14)) + ":00";
            default -> kind == 1 ? "Kim Probe" : "kim" + random.nextInt(1_000) + "@kommune.example";
        };
    }

    private JsonNode anything() {
        List<JsonNode> all = new ArrayList<>(List.of(
                NODES.nullNode(),
                NODES.booleanNode(true),
                NODES.objectNode(),
                NODES.arrayNode(),
                NODES.objectNode().putArray("a").add(1),
                NODES.pojoNode(one(NUMBERS)),
                NODES.textNode(one(NASTY))));
        return one(all);
    }
}
