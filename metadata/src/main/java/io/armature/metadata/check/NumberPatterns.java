package io.armature.metadata.check;

import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.NumberDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.Options;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number's pattern has one counter, known parts of the date, and fields of the entity. */
final class NumberPatterns implements Check {

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> DATE = Set.of("yyyy", "yy", "MM", "dd");

    /** How parts of a date are written, here or in other programs. */
    private static final Pattern DATE_ELSEWHERE =
            Pattern.compile("[yYmMdD]{1,4}|year|month|day", Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Scene scene) {
        scene.each(
                EntityDefinition.class,
                definition -> definition
                        .number()
                        .ifPresent(number -> scene.model()
                                .entity(definition.fullName())
                                .ifPresent(entity -> check(scene, number, entity))));
    }

    private static void check(Scene scene, NumberDefinition number, Entity entity) {
        Position place = number.origin().position();
        pattern(scene, number.pattern(), "number.pattern", place, entity);
        number.patterns()
                .forEach((value, pattern) -> pattern(scene, pattern, "number.patterns." + value, place, entity));
        series(scene, number, entity, place);
        entity.field(number.field())
                .filter(field -> field.valueType() != Scalar.TEXT)
                .ifPresent(field -> scene.add(Problem.error(
                        ProblemCode.NOT_FOR_THIS_TYPE,
                        place,
                        "number.field",
                        "number",
                        field.type().name())));
    }

    /** What chooses between patterns is a text or a choice, and the values are those that it can have. */
    private static void series(Scene scene, NumberDefinition number, Entity entity, Position place) {
        if (number.by().isEmpty() && number.patterns().isEmpty()) {
            return;
        }
        if (number.by().isEmpty() || number.patterns().isEmpty()) {
            String missing = number.by().isEmpty() ? "by" : "patterns";
            scene.add(Problem.error(ProblemCode.MISSING_PROPERTY, place, "number." + missing, missing));
            return;
        }
        scene.field(entity, number.by(), place, "number.by");
        Optional<Field> by = entity.field(number.by());
        if (by.isPresent() && by.get().valueType() != Scalar.TEXT) {
            scene.add(Problem.error(
                    ProblemCode.NOT_FOR_THIS_TYPE,
                    place,
                    "number.by",
                    "by",
                    by.get().type().name()));
        }
        Set<String> options =
                by.map(field -> Options.of(field.definition()).keys()).orElse(Set.of());
        number.patterns().keySet().stream()
                .filter(value -> !options.isEmpty() && !options.contains(value))
                .forEach(value -> scene.unknown("option", value, options, place, "number.patterns." + value));
    }

    private static void pattern(Scene scene, String text, String path, Position place, Entity entity) {
        int counters = 0;
        boolean unknown = false;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            String part = parts.group(1);
            if (part.matches("#+")) {
                counters++;
            } else if (DATE_ELSEWHERE.matcher(part).matches()
                    && entity.field(part).isEmpty()) {
                unknown |= !DATE.contains(part);
            } else {
                scene.field(entity, part, place, path);
            }
        }
        boolean stray = PART.matcher(text).replaceAll("").matches(".*[{}].*");
        if (counters != 1 || stray || unknown) {
            scene.add(Problem.error(ProblemCode.NUMBER_PATTERN, place, path, text, "{yyyy} {yy} {MM} {dd}", "{####}"));
        }
    }
}
