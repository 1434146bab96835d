package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/** The lines of a record in a script: an array that can also {@code add} and {@code remove} lines. */
final class LinesProxy implements ProxyArray, ProxyObject {

    private final ScriptRecord parent;
    private final Field field;
    private final Shown shown;
    private final Call call;
    private final Map<UUID, RecordProxy> known = new LinkedHashMap<>();
    private final Set<UUID> added = new HashSet<>();
    private @Nullable List<RecordProxy> records;

    LinesProxy(ScriptRecord parent, Field field, Shown shown, Call call) {
        this.parent = parent;
        this.field = field;
        this.shown = shown;
        this.call = call;
    }

    /** Each line is the same object every time it is looked at. */
    List<RecordProxy> records() {
        call.scene();
        List<RecordProxy> now = records;
        if (now == null) {
            now = new ArrayList<>();
            for (ScriptRecord line : parent.lines(field)) {
                now.add(known.computeIfAbsent(line.id(), any -> new RecordProxy(line, shown, call, false)));
            }
            records = now;
        }
        return now;
    }

    private RecordProxy add(Value values) {
        JsonNode json = GuestJson.of(values);
        List<ScriptRecord> made = new ArrayList<>();
        call.tape().attempt(() -> made.add(parent.addLine(field, json)));
        ScriptRecord line = made.getFirst();
        added.add(line.id());
        records = null;
        return known.computeIfAbsent(line.id(), any -> new RecordProxy(line, shown, call, false));
    }

    private boolean remove(RecordProxy line) {
        call.tape().attempt(() -> parent.removeLine(field, line.record()));
        records = null;
        return true;
    }

    private RecordProxy line(Value value) {
        if (value.isProxyObject()
                && value.asProxyObject() instanceof RecordProxy line
                && records().contains(line)) {
            return line;
        }
        if (value.fitsInInt() && value.asInt() >= 0 && value.asInt() < records().size()) {
            return records().get(value.asInt());
        }
        throw new ScriptFault("Not a line of `" + field.name() + "`: " + RealmHost.text(value));
    }

    /** All lines that were there or were added, for those who write down a failure. */
    void write(ArrayNode json, Secrets secrets) {
        known.values().forEach(line -> {
            ObjectNode one =
                    json.addObject().put("added", added.contains(line.record().id()));
            line.write(one, secrets);
        });
    }

    /** {@code record.lines = [...]}: lines that are there stay, others are made, those left out go. */
    void become(Value value) {
        List<RecordProxy> leaving = new ArrayList<>(records());
        List<Value> made = new ArrayList<>();
        if (!value.isNull()) {
            if (!value.hasArrayElements()) {
                throw new ScriptFault("`" + field.name() + "` takes a list of lines");
            }
            for (long i = 0; i < value.getArraySize(); i++) {
                Value item = value.getArrayElement(i);
                boolean there = item.isProxyObject()
                        && item.asProxyObject() instanceof RecordProxy line
                        && leaving.remove(line);
                if (!there) {
                    made.add(item);
                }
            }
        }
        leaving.forEach(this::remove);
        made.forEach(this::add);
    }

    @Override
    public @Nullable Object get(long index) {
        return index < records().size() ? records().get((int) index) : null;
    }

    @Override
    public void set(long index, Value value) {
        if (index != records().size()) {
            throw new ScriptFault(
                    "Change the fields of a line, or use `" + field.name() + ".add({…})` and `.remove(line)`");
        }
        add(value);
    }

    @Override
    public boolean remove(long index) {
        return remove(records().get((int) index));
    }

    @Override
    public long getSize() {
        return records().size();
    }

    @Override
    public @Nullable Object getMember(String key) {
        return switch (key) {
            case "add" -> (ProxyExecutable) given -> add(given[0]);
            case "remove" -> (ProxyExecutable) given -> remove(line(given[0]));
            case null, default -> null;
        };
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray();
    }

    @Override
    public boolean hasMember(String key) {
        return key.equals("add") || key.equals("remove");
    }

    @Override
    public void putMember(String key, Value value) {
        throw new ScriptFault("`" + field.name() + "` has no property `" + key + "`");
    }
}
