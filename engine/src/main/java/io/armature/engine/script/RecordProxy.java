package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.problem.Suggestion;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/** A record in a script: its fields are its properties. */
final class RecordProxy implements ProxyObject {

    /** Types whose values no script sees or sets. */
    private static final Set<String> HIDDEN = Set.of("password", "secret");

    private final ScriptRecord record;
    private final Shown shown;
    private final Call call;
    private final boolean old;
    private final Seen seen = new Seen();
    private final Map<String, LinesProxy> lines = new HashMap<>();

    /** @param old whether to show the record as it was, which cannot be changed */
    RecordProxy(ScriptRecord record, Shown shown, Call call, boolean old) {
        this.record = record;
        this.shown = shown;
        this.call = call;
        this.old = old;
    }

    ScriptRecord record() {
        return record;
    }

    static boolean isShown(Field field) {
        return !HIDDEN.contains(field.type().name());
    }

    @Override
    public @Nullable Object getMember(String key) {
        Field field = record.entity().fields().get(key);
        if (field == null || !isShown(field)) {
            return null;
        }
        if (field.relation().orElse(null) instanceof Relation.Lines) {
            return old ? null : lines.computeIfAbsent(key, any -> new LinesProxy(record, field, shown, call));
        }
        call.scene();
        Object value = old ? record.before(field) : record.value(field);
        seen.note(key, value);
        return shown.of(value);
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray(record.entity().fields().values().stream()
                .filter(RecordProxy::isShown)
                .map(Field::name)
                .toArray());
    }

    @Override
    public boolean hasMember(String key) {
        Field field = record.entity().fields().get(key);
        return field != null && isShown(field);
    }

    @Override
    public void putMember(String key, Value value) {
        call.scene();
        Field field = record.entity().fields().get(key);
        if (field == null) {
            throw new ScriptFault(record.entity().fullName() + " has no field `" + key + "`. "
                    + Suggestion.question(key, record.entity().fields().keySet()));
        }
        if (old || !isShown(field)) {
            throw new ScriptFault("`" + key + "` cannot be changed here");
        }
        if (field.relation().orElse(null) instanceof Relation.Lines) {
            LinesProxy all = lines.computeIfAbsent(key, any -> new LinesProxy(record, field, shown, call));
            all.become(value);
        } else {
            JsonNode json = json(field, value);
            call.tape().attempt(() -> record.set(field, json));
        }
    }

    /** What a function has seen of it, and what it holds beyond, for those who write down a failure. */
    void write(ObjectNode json, Secrets secrets) {
        json.put("entity", record.entity().fullName())
                .put("id", record.id().toString())
                .put("isNew", record.isNew());
        seen.write(json.putObject("seen"), secrets);
        ObjectNode rest = json.putObject("rest");
        for (Field field : record.entity().fields().values()) {
            boolean plain = isShown(field)
                    && (field.relation().isEmpty() || field.relation().get() instanceof Relation.Link)
                    && (!field.computed() || field.stored());
            if (plain && !seen.has(field.name()) && !secrets.isSecret(field.name())) {
                rest.set(field.name(), Kept.json(old ? record.before(field) : record.value(field)));
            }
        }
        ObjectNode all = json.putObject("lines");
        lines.forEach((name, one) -> one.write(all.putArray(name), secrets));
    }

    private JsonNode json(Field field, Value value) {
        try {
            return GuestJson.of(value);
        } catch (ScriptFault fault) {
            throw new ScriptFault("`" + record.entity().fullName() + "." + field.name() + "`: " + fault.getMessage());
        }
    }
}
