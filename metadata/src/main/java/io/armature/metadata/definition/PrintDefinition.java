package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * A document made of a record: {@code prints/<name>.yaml} with its HTML.
 *
 * @param template the HTML file beside it
 * @param paper such as {@code A4}
 * @param fileName an expression
 * @param when the expression that must hold for a record to be printed
 */
public record PrintDefinition(
        String name,
        Origin origin,
        Optional<String> title,
        String entity,
        String template,
        String paper,
        boolean landscape,
        Optional<String> fileName,
        Optional<String> when,
        List<String> roles,
        MapNode source)
        implements Definition {

    public PrintDefinition {
        roles = List.copyOf(roles);
    }

    @Override
    public Kind kind() {
        return Kind.PRINT;
    }
}
