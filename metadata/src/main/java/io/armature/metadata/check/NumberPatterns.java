package io.armature.metadata.check;

import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.NumberDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number's pattern has one counter, known parts of the date, and fields of the entity. */
final class NumberPatterns implements Check {

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> DATE = Set.of("yyyy", "yy", "MM", "dd");

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
        int counters = 0;
        Matcher parts = PART.matcher(number.pattern());
        while (parts.find()) {
            String part = parts.group(1);
            if (part.matches("#+")) {
                counters++;
            } else if (!DATE.contains(part)) {
                scene.field(entity, part, place, "number.pattern");
            }
        }
        boolean stray = PART.matcher(number.pattern()).replaceAll("").matches(".*[{}].*");
        if (counters != 1 || stray) {
            scene.add(Problem.error(
                    ProblemCode.NUMBER_PATTERN,
                    place,
                    "number.pattern",
                    number.pattern(),
                    "{yyyy} {yy} {MM} {dd}",
                    "{####}"));
        }
        entity.field(number.field())
                .filter(field -> field.valueType() != Scalar.TEXT)
                .ifPresent(field -> scene.add(Problem.error(
                        ProblemCode.NOT_FOR_THIS_TYPE,
                        place,
                        "number.field",
                        "number",
                        field.type().name())));
    }
}
