package io.armature.engine.report;

import io.armature.metadata.definition.ReportDefinition;
import io.armature.metadata.definition.ReportDefinition.Dimension;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import java.util.List;
import java.util.Optional;

/** What the numbers of a report are split by, resolved in a model. */
record ReportParts(List<Part> dimensions) {

    private static final String DATE_TIME = "dateTime";
    private static final String DATE = "date";

    /**
     * A dimension.
     *
     * @param path of its field
     * @param field at the end of the path; absent where the caller may not know it
     * @param grain of a date
     * @param label the path of what the record of a link is called
     */
    record Part(
            String path,
            Optional<Field> field,
            Optional<String> title,
            Optional<String> grain,
            Optional<String> label) {

        /** What the answer calls it. */
        String key() {
            return path.replace('.', '_');
        }

        String labelKey() {
            return key() + "_label";
        }

        String expression() {
            boolean moment =
                    field.filter(found -> found.type().name().equals(DATE_TIME)).isPresent();
            String day = moment ? "date(" + path + ")" : path;
            return grain.map(unit -> "startOf(" + day + ", '" + unit + "')").orElse(grainless(moment, day));
        }

        /** A moment by itself is in a group of its own: its day is meant. */
        private String grainless(boolean moment, String day) {
            return moment ? day : path;
        }
    }

    /** The full name of the entity that a report counts. */
    static String entity(ReportDefinition report) {
        return report.origin().fullName(report.entity());
    }

    static ReportParts of(ReportDefinition report, Model model) {
        Entity entity = model.require(entity(report));
        return new ReportParts(report.dimensions().stream()
                .map(dimension -> part(dimension, entity, model))
                .toList());
    }

    private static Part part(Dimension dimension, Entity entity, Model model) {
        Optional<Field> field = field(dimension.field(), entity, model);
        Optional<String> label = field.flatMap(Field::relation)
                .filter(Relation.Link.class::isInstance)
                .flatMap(link -> model.entity(link.target()))
                .filter(target -> target.field(target.label()).isPresent())
                .map(target -> dimension.field() + "." + target.label());
        boolean dated = field.map(found -> found.type().name())
                .filter(type -> type.equals(DATE) || type.equals(DATE_TIME))
                .isPresent();
        return new Part(
                dimension.field(), field, dimension.title(), dimension.grain().filter(_ -> dated), label);
    }

    /** The field at the end of a path over links. */
    private static Optional<Field> field(String path, Entity entity, Model model) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return entity.field(path);
        }
        return entity.field(path.substring(0, dot))
                .flatMap(Field::relation)
                .flatMap(relation -> model.entity(relation.target()))
                .flatMap(target -> field(path.substring(dot + 1), target, model));
    }

    /** What the answer calls a field or a measure that a report names. */
    String key(String name) {
        return dimensions.stream()
                .filter(dimension -> dimension.path().equals(name))
                .map(dimension ->
                        dimension.label().map(_ -> dimension.labelKey()).orElse(dimension.key()))
                .findFirst()
                .orElse(name);
    }
}
