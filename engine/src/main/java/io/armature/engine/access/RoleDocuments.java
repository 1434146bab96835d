package io.armature.engine.access;

import io.armature.metadata.check.PackChecks;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.read.NodeJson;
import io.armature.metadata.read.PackReader;
import io.armature.metadata.read.PackSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Roles as documents: the JSON of {@code roles/<name>.json}, checked like a file of a pack. */
final class RoleDocuments {
    private static final PackReader READER = new PackReader();

    private RoleDocuments() {}

    /** A document that was read, and what is wrong with it. */
    record Read(PackSource source) {
        Optional<RoleDefinition> role() {
            return source.definitions().stream()
                    .filter(RoleDefinition.class::isInstance)
                    .map(RoleDefinition.class::cast)
                    .findFirst();
        }
    }

    /** @param name {@code pack.role}; names in the document that name no pack are of this one */
    static Read read(String name, byte[] json) {
        int dot = name.indexOf('.');
        if (dot <= 0 || !name.matches("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*")) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.INVALID_PARAMETER, "role", "role", name, "pack.role, such as crm.rep"));
        }
        String manifest = "{\"pack\": \"" + name.substring(0, dot)
                + "\", \"version\": \"0.0.0\", \"title\": \"Roles\", \"engine\": \">=0.1\"}";
        return new Read(READER.read(Map.of(
                "pack.json",
                manifest.getBytes(StandardCharsets.UTF_8),
                "roles/" + name.substring(dot + 1) + ".json",
                json)));
    }

    /**
     * A role that holds in a model.
     *
     * @throws ProblemException with everything that is wrong, at its line and column
     */
    static RoleDefinition checked(String name, byte[] json, Model model) {
        Read read = read(name, json);
        List<Problem> problems =
                read.source().problems().stream().filter(Problem::isError).toList();
        if (problems.isEmpty()) {
            problems = PackChecks.check(List.of(read.source()), model).stream()
                    .filter(Problem::isError)
                    .toList();
        }
        if (!problems.isEmpty() || read.role().isEmpty()) {
            throw new ProblemException(
                    problems.isEmpty()
                            ? List.of(Problem.inValue(ProblemCode.MALFORMED_REQUEST, "", "role", ""))
                            : problems);
        }
        return read.role().orElseThrow();
    }

    /** The document of a role. */
    static String json(RoleDefinition role) {
        return NodeJson.of(role.source()).toString();
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
