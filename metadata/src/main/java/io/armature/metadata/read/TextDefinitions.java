package io.armature.metadata.read;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.HookDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.MigrationDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.TestScriptDefinition;
import io.armature.metadata.problem.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Definitions that are no trees: scripts, SQL and CSV. */
final class TextDefinitions {

    private static final String SCRIPT = "js";
    private static final String SQL = "sql";
    private static final String CSV = "csv";

    private TextDefinitions() {}

    /** Whether a file of this kind and ending is a definition in itself. */
    static boolean has(PackPath path) {
        return switch (path.kind()) {
            case HOOK, TEST -> path.ending().equals(SCRIPT);
            case MIGRATION -> path.ending().equals(SQL);
            case DATA -> path.ending().equals(CSV);
            case PACK,
                    ENTITY,
                    EXTENSION,
                    CHOICES,
                    VIEW,
                    MENU,
                    WORKFLOW,
                    ROLE,
                    JOB,
                    REPORT,
                    DASHBOARD,
                    PRINT,
                    MAIL,
                    ASSIGNMENT,
                    TRANSLATION,
                    CONNECTOR,
                    PAGE -> false;
        };
    }

    static Definition parse(PackPath path, Origin origin, String text, Problems problems) {
        return switch (path.ending()) {
            case CSV -> CsvDataParser.parse(path.name(), origin, text, problems);
            case SQL -> migration(path.name(), origin, text);
            default ->
                path.kind() == Kind.TEST
                        ? new TestScriptDefinition(path.name(), origin, text, tree(origin, text))
                        : new HookDefinition(path.name(), origin, text, tree(origin, text));
        };
    }

    private static MigrationDefinition migration(String name, Origin origin, String text) {
        int split = name.indexOf("__");
        String version = split < 0 ? name : name.substring(1, split).replace('_', '.');
        String description = split < 0 ? "" : name.substring(split + 2).replace('_', ' ');
        return new MigrationDefinition(name, origin, version, description, text, tree(origin, text));
    }

    /** The text as a tree, because every definition has one. */
    private static MapNode tree(Origin origin, String text) {
        SequencedMap<String, Node> entries = new LinkedHashMap<>();
        entries.put("text", new TextNode(origin.position(), text));
        return new MapNode(origin.position(), entries, Map.of());
    }
}
