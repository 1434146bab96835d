package io.armature.engine.schema.step;

/** The locks that steps hold on their tables, by PostgreSQL's names. */
final class StepLock {

    private static final String EXCLUSIVE = "ACCESS EXCLUSIVE";

    private StepLock() {}

    static String of(SchemaStep step) {
        return switch (step) {
            case SchemaStep.CreateExtension _, SchemaStep.CreateTable _ -> "";
            case SchemaStep.Backfill _ -> "ROW EXCLUSIVE";
            case SchemaStep.AddForeignKey _ -> "SHARE ROW EXCLUSIVE";
            case SchemaStep.CreateIndex it -> it.concurrently() ? "SHARE UPDATE EXCLUSIVE" : "SHARE";
            case SchemaStep.Validate _, SchemaStep.MarkColumn _, SchemaStep.RenameIndex _ -> "SHARE UPDATE EXCLUSIVE";
            case SchemaStep.RenameTable _,
                    SchemaStep.RetireTable _,
                    SchemaStep.RestoreTable _,
                    SchemaStep.AddColumn _,
                    SchemaStep.RenameColumn _,
                    SchemaStep.RetireColumn _,
                    SchemaStep.RestoreColumn _,
                    SchemaStep.ChangeType _,
                    SchemaStep.SetNotNull _,
                    SchemaStep.DropNotNull _,
                    SchemaStep.AddCheck _,
                    SchemaStep.DropCheck _,
                    SchemaStep.DropForeignKey _,
                    SchemaStep.DropIndex _,
                    SchemaStep.RenameConstraint _,
                    SchemaStep.PurgeTable _,
                    SchemaStep.PurgeColumn _ -> EXCLUSIVE;
        };
    }
}
