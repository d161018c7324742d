package de.digitallotsen.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the security log says while it is open. */
public final class SecurityLines extends Handler implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("digitallotsen.security");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** From now until it is closed. */
    public SecurityLines() {
        LOG.addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(entry.getMessage());
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        LOG.removeHandler(this);
    }

    /** As they are written. */
    public String text() {
        return String.join("\n", lines);
    }

    /** The lines about one kind of event. */
    public List<JsonNode> about(String event) {
        return lines.stream()
                .map(SecurityLines::read)
                .filter(line -> line.get("event").asText().equals(event))
                .toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(line, noJson);
        }
    }
}
