package io.armature.engine.schema.step;

import io.armature.engine.schema.catalogue.IndexShape;
import io.armature.engine.schema.step.SchemaStep.AddForeignKey;
import io.armature.engine.schema.step.SchemaStep.CreateIndex;
import io.armature.metadata.model.SystemFields;

/** Steps as lines that a person reads. */
final class StepText {

    private StepText() {}

    static String of(SchemaStep step) {
        return switch (step) {
            case SchemaStep.CreateExtension it -> "install extension " + it.extension();
            case SchemaStep.CreateTable it ->
                "create table " + it.table() + " with " + it.columns().size() + " columns";
            case SchemaStep.RenameTable it -> "rename table " + it.from() + " to " + it.table();
            case SchemaStep.RetireTable it -> "retire table " + it.table() + " as " + it.retired();
            case SchemaStep.RestoreTable it -> "restore table " + it.table() + " from " + it.retired();
            case SchemaStep.AddColumn it ->
                "add column " + it.table() + "." + it.column().name() + " "
                        + it.column().type()
                        + (it.column().notNull() ? " not null" : "")
                        + (it.fill().isEmpty() ? "" : ", filled with " + it.fill());
            case SchemaStep.RenameColumn it -> "rename column " + it.table() + "." + it.from() + " to " + it.column();
            case SchemaStep.RetireColumn it ->
                "retire column " + it.table() + "." + it.column() + " as " + it.retired();
            case SchemaStep.RestoreColumn it ->
                "restore column " + it.table() + "." + it.column() + " from " + it.retired();
            case SchemaStep.ChangeType it ->
                "change type of " + it.table() + "." + it.column() + " from " + it.from() + " to " + it.to();
            case SchemaStep.Backfill it -> it.purpose() + " in " + it.table();
            case SchemaStep.SetNotNull it -> "require a value in " + it.table() + "." + it.column();
            case SchemaStep.DropNotNull it -> "allow no value in " + it.table() + "." + it.column();
            case SchemaStep.AddCheck it -> "check " + it.table() + ": " + it.condition();
            case SchemaStep.DropCheck it -> "drop check " + it.name() + " of " + it.table();
            case AddForeignKey it -> reference(it);
            case SchemaStep.DropForeignKey it -> "drop foreign key " + it.name() + " of " + it.table();
            case SchemaStep.Validate it -> "look at the older rows of " + it.table() + " for " + it.name();
            case CreateIndex it -> index(it);
            case SchemaStep.DropIndex it -> "drop index " + it.name() + " of " + it.table();
            case SchemaStep.RenameIndex it -> "rename index " + it.from() + " to " + it.name();
            case SchemaStep.RenameConstraint it -> "rename constraint " + it.from() + " to " + it.name();
            case SchemaStep.MarkColumn it -> "note the origin of " + it.table() + "." + it.column();
            case SchemaStep.PurgeTable it -> "drop retired table " + it.table() + " (formerly " + it.formerly() + ")";
            case SchemaStep.PurgeColumn it ->
                "drop retired column " + it.table() + "." + it.column() + " (formerly " + it.formerly() + ")";
        };
    }

    private static String reference(AddForeignKey it) {
        String action = switch (it.shape().onDelete()) {
            case RESTRICT -> "restrict";
            case CLEAR -> "clear";
            case CASCADE -> "cascade";
        };
        return "link " + it.table() + "." + it.shape().column() + " to "
                + it.shape().target() + ", on delete " + action;
    }

    private static String index(CreateIndex it) {
        IndexShape shape = it.shape();
        return "create " + (shape.unique() ? "unique " : "") + "index " + it.name() + " on " + it.table() + " ("
                + String.join(", ", shape.keys()) + ")"
                + (shape.condition().isEmpty() ? "" : " where " + shape.condition())
                + purpose(shape)
                + (it.concurrently() ? ", while the site runs" : "");
    }

    private static String purpose(IndexShape shape) {
        boolean ordered = !shape.unique()
                && shape.keys().size() == 2
                && shape.keys().getLast().equals(SystemFields.ID)
                && !shape.keys().getFirst().equals(SystemFields.OWNER);
        return ordered ? ", for lists sorted by " + shape.keys().getFirst() : "";
    }
}
