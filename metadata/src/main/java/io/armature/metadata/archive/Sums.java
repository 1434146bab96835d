package io.armature.metadata.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sums of a pack's files.
 *
 * @param files SHA-256 in hexadecimal, by path
 */
record Sums(SortedMap<String, String> files) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILES = "files";

    Sums {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static Sums of(Map<String, byte[]> files) {
        SortedMap<String, String> sums = new TreeMap<>();
        files.forEach((path, bytes) -> sums.put(path, sha256(bytes)));
        return new Sums(sums);
    }

    /** Reads what {@link #bytes} wrote; nothing when it is something else. */
    static Optional<Sums> read(byte[] json) {
        try {
            JsonNode tree = JSON.readTree(json);
            SortedMap<String, String> sums = new TreeMap<>();
            tree.path(FILES)
                    .properties()
                    .forEach(entry -> sums.put(entry.getKey(), entry.getValue().asText()));
            return sums.isEmpty() ? Optional.empty() : Optional.of(new Sums(sums));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** As JSON, the same bytes for the same sums. */
    byte[] bytes() {
        ObjectNode tree = JSON.createObjectNode();
        ObjectNode entries = tree.putObject(FILES);
        files.forEach(entries::put);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** One sum over all: equal for equal files. */
    String digest() {
        return sha256(bytes());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
