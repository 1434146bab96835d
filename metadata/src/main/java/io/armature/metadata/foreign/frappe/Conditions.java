package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.javascript.ConditionTranslator;
import io.armature.metadata.foreign.javascript.Names;
import io.armature.metadata.foreign.javascript.Untranslatable;
import io.armature.metadata.foreign.javascript.Value;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;

/**
 * Conditions of forms: {@code eval:} and JavaScript, or the name of a field that must have a value. What names no field is
 * never fulfilled, as in Frappe's browser.
 */
final class Conditions {

    private static final String EVAL = "eval:";

    private final ConditionNames names;

    Conditions(ConditionNames names) {
        this.names = names;
    }

    /** As {@link #translate(String, Consumer, Consumer)}; all is told to one. */
    Optional<String> translate(String condition, Consumer<String> told) {
        return translate(condition, told, told);
    }

    /**
     * The expression, or nothing where there is none.
     *
     * @param told hears why there is none
     * @param noted hears what is the same here, and yet hardly meant
     */
    Optional<String> translate(String condition, Consumer<String> told, Consumer<String> noted) {
        String text = condition.strip();
        if (text.startsWith("fn:")) {
            told.accept("`" + text + "` is code");
            return Optional.empty();
        }
        if (!text.startsWith(EVAL)) {
            Optional<Value> value = names.field(text);
            if (value.isEmpty()) {
                noted.accept("`" + text + "` names no field, so it never holds");
                return Optional.of("false");
            }
            return Optional.of(new ConditionTranslator(names).present(value.get()));
        }
        try {
            Asked asked = new Asked(names, new LinkedHashSet<>());
            String expression = new ConditionTranslator(asked).translate(text.substring(EVAL.length()));
            asked.unknown().forEach(name -> noted.accept("`" + name + "` names no field, so it is nothing"));
            if (text.contains("developer_mode")) {
                noted.accept("there is no developer mode here: `" + text + "` is as without");
            }
            return Optional.of(expression);
        } catch (Untranslatable untranslatable) {
            told.accept("`" + text + "` has no counterpart: " + untranslatable.why());
            return Optional.empty();
        }
    }

    /** @param unknown what was asked for and means nothing */
    private record Asked(ConditionNames known, SequencedSet<String> unknown) implements Names {

        @Override
        public Optional<Value> field(String name) {
            Optional<Value> value = known.field(name);
            if (value.isEmpty()) {
                unknown.add(name);
            }
            return value;
        }

        @Override
        public Optional<Value> parentField(String name) {
            return known.parentField(name);
        }

        @Override
        public Optional<String> role(String name) {
            return known.role(name);
        }
    }
}
