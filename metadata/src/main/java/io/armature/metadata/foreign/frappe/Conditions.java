package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.javascript.ConditionTranslator;
import io.armature.metadata.foreign.javascript.Untranslatable;
import io.armature.metadata.foreign.javascript.Value;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Conditions of forms: {@code eval:} and JavaScript, or the name of a field that must have a value. What names no field is
 * never fulfilled, as in Frappe's browser.
 */
final class Conditions {

    private static final String EVAL = "eval:";

    private final ConditionNames names;
    private final ConditionTranslator translator;

    Conditions(ConditionNames names) {
        this.names = names;
        this.translator = new ConditionTranslator(names);
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
            return Optional.of(translator.present(value.get()));
        }
        try {
            Optional<String> expression = Optional.of(translator.translate(text.substring(EVAL.length())));
            if (text.contains("developer_mode")) {
                noted.accept("there is no developer mode here: `" + text + "` is as without");
            }
            return expression;
        } catch (Untranslatable untranslatable) {
            told.accept("`" + text + "` has no counterpart: " + untranslatable.why());
            return Optional.empty();
        }
    }
}
