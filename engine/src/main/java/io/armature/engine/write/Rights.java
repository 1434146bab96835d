package io.armature.engine.write;

import io.armature.engine.access.AccessPolicy;
import io.armature.engine.access.FieldAccess;
import io.armature.engine.access.Rule;
import io.armature.engine.access.Verb;
import io.armature.engine.query.read.Among;
import io.armature.engine.query.read.ReadContext;
import io.armature.engine.write.RecordLoader.Stored;
import io.armature.metadata.expression.Context;
import io.armature.metadata.expression.Evaluator;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.SystemFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the caller may do with the records of one request, as they were and as they will be. Not safe for several threads. */
final class Rights {
    private final WriteSet set;
    private final AccessPolicy policy;
    private @Nullable ReadContext reading;
    private final Evaluator evaluator;
    private final Map<Asked, Boolean> held = new HashMap<>();

    private record Asked(Rule rule, UUID record) {}

    Rights(WriteSet set, AccessPolicy policy) {
        this.set = set;
        this.policy = policy;
        this.evaluator = new Evaluator(set.model());
    }

    private ReadContext reading() {
        ReadContext known = reading;
        if (known == null) {
            known = new ReadContext(
                    set.context().tenant().name(),
                    set.schema(),
                    set.model(),
                    policy,
                    set.moment(),
                    Optional.empty(),
                    false);
            reading = known;
        }
        return known;
    }

    AccessPolicy policy() {
        return policy;
    }

    /** Whether nothing need be asked. */
    boolean all() {
        return policy.isEverything() || set.options().privileged();
    }

    /** Whether each record must be one that the caller may import. */
    boolean imports() {
        return set.options().imported();
    }

    /** Of which of some stored records the caller may know. */
    Set<UUID> readable(Entity entity, Collection<Stored> stored) {
        Rule rule = policy.rows(entity.fullName());
        Set<UUID> unknown = new HashSet<>();
        Set<UUID> readable = new HashSet<>();
        for (Stored record : stored) {
            Optional<Boolean> plain = plainly(rule, entity.fullName(), record.id(), record.values());
            if (plain.isEmpty()) {
                unknown.add(record.id());
            } else if (plain.get()) {
                readable.add(record.id());
            }
        }
        readable.addAll(Among.of(set.transaction(), reading(), entity.fullName(), unknown, rule));
        return readable;
    }

    /** Asks of many records at once what {@link #held} will be asked of each. */
    void prepare(Rule rule, Entity entity, Collection<RecordState> records) {
        List<UUID> unknown = records.stream()
                .filter(record -> plainly(rule, record).isEmpty())
                .map(RecordState::id)
                .toList();
        Set<UUID> found = Among.of(set.transaction(), reading(), entity.fullName(), unknown, rule);
        unknown.forEach(id -> held.put(new Asked(rule, id), found.contains(id)));
    }

    /** Whether a rule held of a record as it was. */
    boolean held(Rule rule, RecordState record) {
        return plainly(rule, record).orElseGet(() -> {
            Asked asked = new Asked(rule, record.id());
            if (!held.containsKey(asked)) {
                prepare(rule, record.entity(), List.of(record));
            }
            return held.getOrDefault(asked, false);
        });
    }

    /** Whether a rule holds of a record as it will be. */
    boolean holds(Rule rule, RecordState record) {
        return switch (rule) {
            case Rule.All _ -> true;
            case Rule.None _ -> false;
            case Rule.When(var condition) -> set.rules().holds(condition, record);
        };
    }

    /** Whether a field showed on a record as it was. */
    boolean saw(RecordState record, String field) {
        FieldAccess access = policy.field(record.entity(), field);
        return access.isOpen() || held(access.shown(), record);
    }

    /** Whether a field of a record that is there may be set. */
    boolean maySet(RecordState record, String field) {
        return all()
                || saw(record, field)
                        && held(policy.writable(Verb.UPDATE, record.entity().fullName(), field), record);
    }

    /** Those of some records that the caller may link to: he may read them, or their entity is public. */
    Set<UUID> linkable(String entity, Collection<UUID> ids) {
        if (entity.equals(FileStep.ENTITY)) {
            return Set.copyOf(ids); // Files are held against their uploader by a step of their own.
        }
        Rule rule = set.model().require(entity).isPublic() ? Rule.ALL : policy.rows(entity);
        Set<UUID> linkable = new HashSet<>();
        Set<UUID> unknown = new HashSet<>(ids);
        if (all() || rule.isAll()) {
            return unknown;
        }
        ids.stream()
                .filter(id -> set.find(id).filter(made -> made.action().isNew()).isPresent())
                .forEach(id -> {
                    linkable.add(id);
                    unknown.remove(id);
                });
        linkable.addAll(Among.of(set.transaction(), reading(), entity, unknown, rule));
        return linkable;
    }

    private Optional<Boolean> plainly(Rule rule, RecordState record) {
        return plainly(rule, record.entity().fullName(), record.id(), record.stored());
    }

    /** The answer where the record's own columns give it. */
    private Optional<Boolean> plainly(Rule rule, String entity, UUID id, Map<String, Object> values) {
        return switch (rule) {
            case Rule.All _ -> Optional.of(true);
            case Rule.None _ -> Optional.of(false);
            case Rule.When(Expression condition) ->
                StoredRow.suffices(set.model(), entity, condition.tree())
                        ? Optional.of(evaluator.holds(condition, new StoredRow(id, values), set.moment()))
                        : Optional.empty();
        };
    }

    /** Whether somebody is the caller. */
    boolean isCaller(Object user) {
        return user.equals(set.moment().value(Context.USER_ID).orElse(SystemFields.ID));
    }
}
