package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.Proxy;

/** What a script hands over, as it would stand in JSON. Numbers are exact or refused. */
final class GuestJson {

    private static final int DEEPEST = 32;
    private static final int MOST = 200_000;
    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);

    private int nodes;

    private GuestJson() {}

    /** @throws ScriptFault when it is nothing that JSON has */
    static JsonNode of(Value value) {
        return new GuestJson().node(value, 0);
    }

    private JsonNode node(Value value, int depth) {
        if (depth > DEEPEST) {
            throw new ScriptFault("The value is nested deeper than " + DEEPEST + " levels, or contains itself");
        }
        if (++nodes > MOST) {
            throw new ScriptFault("The value has more than " + MOST + " parts");
        }
        if (value.isNull()) {
            return JSON.nullNode();
        }
        if (value.isBoolean()) {
            return JSON.booleanNode(value.asBoolean());
        }
        if (value.isString()) {
            return JSON.textNode(value.asString());
        }
        if (value.isNumber()) {
            return value.fitsInLong()
                    ? JSON.numberNode(value.asLong())
                    : JSON.numberNode(ScriptDecimal.of(value).orElseThrow());
        }
        return value.isProxyObject() ? proxy(value.asProxyObject(), depth) : object(value, depth);
    }

    private JsonNode proxy(Proxy proxy, int depth) {
        return switch (proxy) {
            case ScriptDecimal decimal -> JSON.numberNode(decimal.number());
            case RecordProxy record -> JSON.textNode(record.record().id().toString());
            case LinesProxy lines -> {
                ArrayNode list = JSON.arrayNode();
                lines.records().forEach(line -> list.add(node(Value.asValue(line), depth + 1)));
                yield list;
            }
            default -> throw new ScriptFault("This is nothing that can be kept");
        };
    }

    private JsonNode object(Value value, int depth) {
        if (value.isDuration()) {
            return JSON.textNode(value.asDuration().toString());
        }
        if (value.isInstant()) {
            return JSON.textNode(value.asInstant().toString());
        }
        if (value.isDate()) {
            return JSON.textNode(
                    value.isTime()
                            ? value.asDate().atTime(value.asTime()).toString()
                            : value.asDate().toString());
        }
        if (value.isTime()) {
            return JSON.textNode(value.asTime().toString());
        }
        if (value.hasArrayElements()) {
            ArrayNode list = JSON.arrayNode();
            for (long i = 0; i < value.getArraySize(); i++) {
                list.add(node(value.getArrayElement(i), depth + 1));
            }
            return list;
        }
        if (value.canExecute() || !value.hasMembers()) {
            throw new ScriptFault("This is nothing that can be kept: " + value);
        }
        ObjectNode object = JSON.objectNode();
        for (String key : value.getMemberKeys()) {
            Value member = value.getMember(key);
            if (member != null && !member.canExecute()) {
                object.set(key, node(member, depth + 1));
            }
        }
        return object;
    }
}
