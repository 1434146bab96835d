package io.armature.engine.script;

import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/** Members that scripts may read and not change. */
final class Given {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    Given put(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    ProxyObject frozen() {
        return new Frozen(members);
    }

    private record Frozen(Map<String, @Nullable Object> members) implements ProxyObject {

        @Override
        public @Nullable Object getMember(String key) {
            return members.get(key);
        }

        @Override
        public Object getMemberKeys() {
            return ProxyArray.fromArray(members.keySet().toArray());
        }

        @Override
        public boolean hasMember(String key) {
            return members.containsKey(key);
        }

        @Override
        public void putMember(String key, Value value) {
            throw new ScriptFault("`" + key + "` cannot be changed here");
        }

        /** Stands in messages about what it does not have: names, as values are for those who asked for them. */
        @Override
        public String toString() {
            return "{ " + String.join(", ", members.keySet()) + " }";
        }
    }
}
