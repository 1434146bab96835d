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

    /** Where the values of their fields are here, if they are texts. */
    private static final Map<String, String> FIELDS = Map.of(
            "User.name", "email",
            "User.email", "email",
            "User.full_name", "name",
            "User.username", "username",
            "Country.name", "name",
            "Country.country_name", "name",
            "Country.code", "code",
            "Currency.name", "code",
            "Currency.currency_name", "code");

    private Equivalents() {}

    /** What a field of such a DocType is here. */
    static Optional<String> field(String doctype, String field) {
        return Optional.ofNullable(FIELDS.get(doctype + "." + field));
    }

    static Optional<Target> find(String doctype) {
        return Optional.ofNullable(KNOWN.get(doctype));
    }
}
