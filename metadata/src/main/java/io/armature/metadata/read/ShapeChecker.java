package io.armature.metadata.read;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Holds trees against the JSON Schema of their kind. Safe for several threads. */
final class ShapeChecker {

    /** Where the schemas would be if they were on the web; nothing is fetched from there. */
    private static final String BASE = "https://schemas.armature.invalid/";

    private final DefinitionSchemas schemas = new DefinitionSchemas();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(ShapeChecker::textAt));
    private final Map<Kind, Schema> byKind = new ConcurrentHashMap<>();

    /** Adds a problem for everything in the tree that the schema does not allow. */
    void check(Kind kind, MapNode tree, Problems problems) {
        Schema schema = byKind.computeIfAbsent(
                kind, missing -> registry.getSchema(SchemaLocation.of(BASE + missing.schema() + ".json")));
        List<Error> errors = schema.validate(NodeJson.of(tree));
        if (!errors.isEmpty()) {
            Violations violations = new Violations(tree, schemas);
            violations.distinct(errors).forEach(error -> problems.add(violations.problem(error)));
        }
    }

    private static @Nullable String textAt(String address) {
        if (!address.startsWith(BASE)) {
            return null;
        }
        String file = address.substring(BASE.length());
        return DefinitionSchemas.text(file.endsWith(".json") ? file.substring(0, file.length() - 5) : file)
                .orElse(null);
    }
}
