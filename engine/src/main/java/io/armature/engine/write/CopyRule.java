package io.armature.engine.write;

import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that is filled from the other record when a link is chosen: {@code copy: {from: customer.currency}}.
 *
 * @param path from the record: a link, more links, a field
 * @param always whether it also replaces a value that is there
 */
record CopyRule(Field field, List<String> path, boolean always) {

    CopyRule {
        path = List.copyOf(path);
    }

    static List<CopyRule> of(Entity entity) {
        List<CopyRule> rules = new ArrayList<>();
        for (Field field : entity.fields().values()) {
            field.definition().map("copy").ifPresent(copy -> {
                if (copy.entries().get("from") instanceof TextNode from) {
                    boolean always = copy.entries().get("when") instanceof TextNode when
                            && when.value().equals("always");
                    rules.add(new CopyRule(field, List.of(from.value().split("\\.")), always));
                }
            });
        }
        return rules;
    }
}
