package io.armature.metadata.foreign.frappe;

import java.util.Map;
import java.util.Optional;

/** What the framework's own DocTypes are here when the framework itself is not imported. */
final class Equivalents {

    private static final Map<String, Target> KNOWN = Map.of(
            "User", new Target("sys", "sys.user", Optional.of("email")),
            "Role", new Target("sys", "sys.role", Optional.of("name")),
            "File", new Target("sys", "sys.file", Optional.empty()),
            "Country", new Target("core", "core.country", Optional.of("name")),
            "Currency", new Target("core", "core.currency", Optional.of("code")));

    private Equivalents() {}

    static Optional<Target> find(String doctype) {
        return Optional.ofNullable(KNOWN.get(doctype));
    }
}
