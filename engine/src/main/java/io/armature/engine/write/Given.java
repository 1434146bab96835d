package io.armature.engine.write;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What a request says about one field. */
public sealed interface Given {

    /** A value of the field's Java class. */
    record Value(Object value) implements Given {}

    /** {@code null}: the field becomes empty. */
    record Nothing() implements Given {}

    /**
     * The record that has these values in fields that are unique together: {@code {"code": "FR"}}.
     *
     * @param entity whose record it is, by full name
     */
    record Key(String entity, SequencedMap<String, Object> values) implements Given {
        public Key {
            values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            values.forEach((name, value) -> text.append(text.isEmpty() ? "" : ", ")
                    .append(name)
                    .append(" = ")
                    .append(value));
            return text.toString();
        }
    }
}
