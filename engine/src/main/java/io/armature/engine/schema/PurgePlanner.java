package io.armature.engine.schema;

import io.armature.engine.db.SqlRunner;
import io.armature.engine.schema.catalogue.Catalogue;
import io.armature.engine.schema.catalogue.CatalogueReader;
import io.armature.engine.schema.catalogue.Column;
import io.armature.engine.schema.catalogue.Table;
import io.armature.engine.schema.data.RowQuestions;
import io.armature.engine.schema.step.Risk;
import io.armature.engine.schema.step.SchemaStep;
import io.armature.engine.schema.step.Stage;
import io.armature.engine.schema.step.StepList;
import java.util.List;

/** Plans to throw away what was retired. Only done when somebody asks for just that. */
public final class PurgePlanner {

    private final CatalogueReader reader = new CatalogueReader();
    private final SchemaSettings settings;

    public PurgePlanner(SchemaSettings settings) {
        this.settings = settings;
    }

    /** Everything retired in a schema, with how many rows go with it. */
    public SchemaPlan plan(SqlRunner runner, String schema) {
        Catalogue catalogue = reader.read(runner, schema);
        RowQuestions questions = new RowQuestions(runner, schema);
        StepList steps = new StepList(schema, settings.slowRows());
        for (Table table : catalogue.tables().values()) {
            if (table.isRetired()) {
                SchemaStep purge =
                        new SchemaStep.PurgeTable(table.name(), table.mark().retired());
                steps.add(Stage.DROP, purge, Risk.DESTRUCTIVE, questions.rows(table));
            } else if (table.isLive()) {
                table.columns().values().stream()
                        .filter(column -> column.mark().isRetired())
                        .forEach(column -> purge(table, column, steps, questions));
            }
        }
        return new SchemaPlan(schema, catalogue.digest(), steps.ordered(), List.of());
    }

    private static void purge(Table table, Column column, StepList steps, RowQuestions questions) {
        SchemaStep purge = new SchemaStep.PurgeColumn(
                table.name(), column.name(), column.mark().retired());
        steps.add(Stage.DROP, purge, Risk.DESTRUCTIVE, questions.rows(table));
    }
}
