package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.type.InvalidValue;
import java.math.BigDecimal;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/** A record that was read, in a script: what the caller asked for and may see, and no more. */
final class ReadProxy implements ProxyObject {

    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);

    private final ReadRecord record;
    private final Found found;

    ReadProxy(ReadRecord record, Found found) {
        this.record = record;
        this.found = found;
    }

    @Override
    public @Nullable Object getMember(String key) {
        JsonNode json = record.json().get(key);
        return json == null ? null : found.member(record.entity(), key, json);
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray(
                record.json().properties().stream().map(Map.Entry::getKey).toArray());
    }

    @Override
    public boolean hasMember(String key) {
        return record.json().has(key);
    }

    /** What was not asked for stays away. */
    @Override
    public void putMember(String key, Value value) {
        Field field = record.entity().fields().get(key);
        if (field == null) {
            throw new ScriptFault(record.entity().fullName() + " has no field `" + key + "`. "
                    + Suggestion.question(key, record.entity().fields().keySet()));
        }
        if (field.system() || field.relation().isPresent() || !RecordProxy.isShown(field)) {
            throw new ScriptFault("`" + key + "` cannot be changed here");
        }
        ObjectNode json = record.json();
        if (json.has(key)) {
            JsonNode given = GuestJson.of(value);
            json.set(key, given.isNull() ? given : typed(field, given));
        }
    }

    private JsonNode typed(Field field, JsonNode given) {
        try {
            return switch (field.type().read(given, field.definition())) {
                case BigDecimal number when record.decimalsAsText() -> JSON.textNode(number.toPlainString());
                case BigDecimal number -> JSON.numberNode(number);
                case Long number -> JSON.numberNode(number);
                default -> given;
            };
        } catch (InvalidValue invalid) {
            throw new ProblemException(Problem.inValue(
                    invalid.code(), field.name(), invalid.arguments().toArray(String[]::new)));
        }
    }
}
