package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Numbers over an entity's records: {@code reports/<name>.yaml}.
 *
 * @param filter an expression that the records must meet
 * @param chart how it is drawn; a table when absent
 */
public record ReportDefinition(
        String name,
        Origin origin,
        Optional<String> title,
        String entity,
        Optional<String> filter,
        SequencedMap<String, Measure> measures,
        List<Dimension> dimensions,
        List<String> sort,
        Optional<Integer> limit,
        Optional<String> chart,
        List<String> roles,
        MapNode source)
        implements Definition {

    /**
     * A number of a report.
     *
     * @param expression an aggregate such as {@code sum(amount)}, or {@code count()}
     */
    public record Measure(String name, Optional<String> title, String expression, Origin origin) {}

    /**
     * What the numbers are split by.
     *
     * @param field its name, or a path over links
     * @param grain of a date: {@code day week month quarter year}
     */
    public record Dimension(String field, Optional<String> title, Optional<String> grain, Origin origin) {}

    public ReportDefinition {
        measures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(measures));
        dimensions = List.copyOf(dimensions);
        sort = List.copyOf(sort);
        roles = List.copyOf(roles);
    }

    @Override
    public Kind kind() {
        return Kind.REPORT;
    }
}
