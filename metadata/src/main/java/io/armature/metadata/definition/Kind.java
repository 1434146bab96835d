package io.armature.metadata.definition;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of definition, each with its folder in a pack. The manifest stands alone at the top. */
public enum Kind {
    PACK("", "pack"),
    ENTITY("entities", "entity"),
    EXTENSION("extensions", "extension"),
    CHOICES("choices", "choices"),
    VIEW("views", "view"),
    MENU("menus", "menu"),
    WORKFLOW("workflows", "workflow"),
    ROLE("roles", "role"),
    JOB("jobs", "job"),
    REPORT("reports", "report"),
    DASHBOARD("dashboards", "dashboard"),
    HOOK("hooks", "hook"),
    PRINT("prints", "print"),
    MAIL("mails", "mail"),
    ASSIGNMENT("assignments", "assignment"),
    TRANSLATION("i18n", "translation"),
    DATA("data", "data"),
    MIGRATION("migrations", "migration"),
    TEST("tests", "test"),
    CONNECTOR("connectors", "connector"),
    PAGE("pages", "page");

    private final String folder;
    private final String schema;

    Kind(String folder, String schema) {
        this.folder = folder;
        this.schema = schema;
    }

    public String folder() {
        return folder;
    }

    /** The name of its JSON Schema: {@code entity} for {@code entity.json}. */
    public String schema() {
        return schema;
    }

    public static Optional<Kind> ofFolder(String folder) {
        return Arrays.stream(values())
                .filter(kind -> kind != PACK && kind.folder.equals(folder))
                .findFirst();
    }
}
