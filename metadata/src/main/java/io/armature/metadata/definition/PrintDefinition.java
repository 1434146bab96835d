package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document made of a record: {@code prints/<name>.yaml} with its HTML.
 *
 * @param template the HTML file beside it
 * @param paper such as {@code A4}
 * @param fileName an expression
 * @param when the expression that must hold for a record to be printed
 * @param html what stands in the template; empty when the file is missing
 * @param pictures the pictures beside the template, by file name, as addresses that hold them ({@code data:…})
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
        String html,
        Map<String, String> pictures,
        MapNode source)
        implements Definition {

    public PrintDefinition {
        roles = List.copyOf(roles);
        pictures = Map.copyOf(pictures);
    }

    /** The same with what stands in the files beside it. */
    public PrintDefinition with(String template, Map<String, String> beside) {
        return new PrintDefinition(
                name,
                origin,
                title,
                entity,
                this.template,
                paper,
                landscape,
                fileName,
                when,
                roles,
                template,
                beside,
                source);
    }

    @Override
    public Kind kind() {
        return Kind.PRINT;
    }
}
