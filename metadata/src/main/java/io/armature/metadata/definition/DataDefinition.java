package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Records that a pack brings: {@code data/<entity>.yaml} or {@code .csv}.
 *
 * @param entity full name
 * @param demo whether they are loaded on demand only
 */
public record DataDefinition(String name, Origin origin, String entity, boolean demo, List<Row> rows, MapNode source)
        implements Definition {

    /**
     * A record.
     *
     * @param values by field; a link is a mapping that names a unique field of the record it leads to; a translated text
     *     in another language has the key {@code field@locale}
     */
    public record Row(SequencedMap<String, Node> values, Origin origin) {
        public Row {
            values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        }
    }

    public DataDefinition {
        rows = List.copyOf(rows);
    }

    @Override
    public Kind kind() {
        return Kind.DATA;
    }
}
