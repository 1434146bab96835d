package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Suggestion;
import java.util.UUID;
import org.graalvm.polyglot.Value;

/** What a script gave to a function of the engine. */
record Arguments(String function, Value[] given) {

    boolean has(int place) {
        return given.length > place && !given[place].isNull();
    }

    /** @throws ScriptFault when it is not there or no text */
    String text(int place, String what) {
        if (!has(place) || !given[place].isString()) {
            throw new ScriptFault(function + " needs " + what);
        }
        return given[place].asString();
    }

    JsonNode json(int place) {
        return has(place) ? GuestJson.of(given[place]) : JsonNodeFactory.instance.objectNode();
    }

    /** @throws ScriptFault when it is no object */
    ObjectNode object(int place, String what) {
        if (json(place) instanceof ObjectNode object) {
            return object;
        }
        throw new ScriptFault(function + " needs " + what);
    }

    /** @throws ScriptFault when there is no such entity */
    Entity entity(Model model, int place) {
        String name = text(place, "the name of an entity, such as 'core.country'");
        return model.entity(name)
                .orElseThrow(() -> new ScriptFault("There is no entity `" + name + "`. "
                        + Suggestion.question(name, model.entities().keySet())));
    }

    /** An id, or the id of a record. */
    UUID id(int place) {
        if (has(place)) {
            if (given[place].isProxyObject() && given[place].asProxyObject() instanceof RecordProxy record) {
                return record.record().id();
            }
            Value value = given[place].isString() || !given[place].hasMember("id")
                    ? given[place]
                    : given[place].getMember("id");
            if (value.isString()) {
                return id(value.asString());
            }
        }
        throw new ScriptFault(function + " needs an id, or something that has one");
    }

    /** @throws ScriptFault when it is none */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new ScriptFault("Not an id: " + text);
        }
    }
}
