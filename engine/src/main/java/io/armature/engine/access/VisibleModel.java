package io.armature.engine.access;

import io.armature.metadata.expression.Member;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Inverse;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The part of a model that somebody may know of: entities of which he may read some record, the fields that show on one of
 * them at least, and of public entities the label. What he may never change is read-only in it.
 */
final class VisibleModel {
    private final AccessPolicy policy;
    private final Model model;

    private VisibleModel(AccessPolicy policy) {
        this.policy = policy;
        this.model = policy.model();
    }

    static Model of(AccessPolicy policy) {
        return policy.isEverything() ? policy.model() : new VisibleModel(policy).build();
    }

    private Model build() {
        SequencedMap<String, Entity> entities = new LinkedHashMap<>();
        model.entities().values().stream()
                .filter(entity -> known(entity.fullName()))
                .forEach(entity -> entities.put(entity.fullName(), entity(entity)));
        Map<String, Map<String, Member>> members = new HashMap<>();
        entities.forEach((name, entity) -> members.put(name, members(entity)));
        String digest = model.digest() + "-" + Integer.toHexString(Objects.hash(policy));
        return new Model(digest, model.packs(), entities, model.definitions(), members);
    }

    private boolean known(String entity) {
        return !policy.rows(entity).isNone() || model.require(entity).isPublic();
    }

    private boolean sees(Entity entity, String field) {
        if (policy.rows(entity.fullName()).isNone()) {
            return Set.of(SystemFields.ID, entity.label()).contains(field);
        }
        return !policy.field(entity, field).isHidden();
    }

    private Entity entity(Entity entity) {
        SequencedMap<String, Field> fields = new LinkedHashMap<>();
        entity.fields().values().stream()
                .filter(field -> sees(entity, field.name()) && leadsToKnown(field))
                .forEach(field -> fields.put(field.name(), field(entity, field)));
        SequencedMap<String, Inverse> inverses = new LinkedHashMap<>();
        entity.inverses().values().stream()
                .filter(inverse -> !policy.rows(inverse.entity()).isNone()
                        && !policy.field(model.require(inverse.entity()), inverse.by())
                                .isHidden())
                .forEach(inverse -> inverses.put(inverse.name(), inverse));
        Map<String, String> search = new LinkedHashMap<>(entity.search());
        search.keySet().retainAll(fields.keySet());
        return new Entity(
                entity.name(),
                entity.title(),
                entity.plural(),
                entity.icon(),
                entity.origin(),
                entity.shape(),
                entity.features(),
                entity.table(),
                entity.managed(),
                entity.lineage(),
                fields,
                inverses,
                fields.containsKey(entity.label()) ? entity.label() : SystemFields.ID,
                entity.number(),
                search,
                List.of(),
                List.of(),
                fields.keySet().containsAll(entity.key()) ? entity.key() : List.of(),
                entity.isPublic(),
                entity.lineOf(),
                List.of());
    }

    private boolean leadsToKnown(Field field) {
        return switch (field.relation().orElse(null)) {
            case Relation.Lines lines -> !policy.rows(lines.target()).isNone();
            case Relation.Links links -> known(links.target());
            case Relation.Inverse inverse -> !policy.rows(inverse.target()).isNone();
            case Relation.Link _ -> true;
            case null -> true;
        };
    }

    private Field field(Entity entity, Field field) {
        boolean fixed = policy.writable(Verb.CREATE, entity.fullName(), field.name())
                        .isNone()
                && policy.writable(Verb.UPDATE, entity.fullName(), field.name()).isNone();
        return fixed && !field.readOnly() ? readOnly(field) : field;
    }

    private static Field readOnly(Field field) {
        return new Field(
                field.name(),
                field.title(),
                field.type(),
                field.definition(),
                field.level(),
                field.valueType(),
                field.columns(),
                field.relation(),
                field.required(),
                field.unique(),
                true,
                field.setOnce(),
                field.translated(),
                field.system(),
                field.stored(),
                field.rules());
    }

    private Map<String, Member> members(Entity entity) {
        Map<String, Member> seen = new LinkedHashMap<>();
        for (String name : model.memberNames(entity.fullName())) {
            Optional<Member> member = model.member(entity.fullName(), name);
            boolean visible = member.map(Member::name)
                    .filter(now -> entity.fields().containsKey(now)
                            || entity.inverses().containsKey(now))
                    .isPresent();
            if (visible) {
                seen.put(name, member.orElseThrow());
            }
        }
        return seen;
    }
}
