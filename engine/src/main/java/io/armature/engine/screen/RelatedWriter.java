package io.armature.engine.screen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Inverse;
import io.armature.metadata.model.Relation;
import java.util.List;
import java.util.Optional;

/** Describes which records lead to one: those of entities that the caller sees and that have a life of their own. */
final class RelatedWriter {

    private final Painting painting;

    RelatedWriter(Painting painting) {
        this.painting = painting;
    }

    /** What leads here by one link. */
    private record Related(Entity entity, Field by) {}

    void write(ArrayNode into) {
        List<Related> all = painting.entity().inverses().values().stream()
                .flatMap(inverse -> related(inverse).stream())
                .toList();
        for (Related one : all) {
            boolean several = all.stream()
                            .filter(other -> other.entity().equals(one.entity()))
                            .count()
                    > 1;
            String plural = painting.texts().plural(one.entity());
            ObjectNode json = into.addObject();
            json.put("entity", one.entity().fullName());
            json.put("by", one.by().name());
            json.put("title", several ? plural + " (" + painting.texts().title(one.by()) + ")" : plural);
            one.entity().icon().ifPresent(icon -> json.put("icon", icon));
        }
    }

    private Optional<Related> related(Inverse inverse) {
        return painting.model()
                .entity(inverse.entity())
                .filter(entity -> entity.stored() && entity.managed() && !entity.lineOf())
                .flatMap(entity -> entity.field(inverse.by())
                        .filter(field -> field.relation().orElse(null) instanceof Relation.Link)
                        .filter(field -> !field.system() && !field.definition().flag("hidden"))
                        .map(field -> new Related(entity, field)));
    }
}
