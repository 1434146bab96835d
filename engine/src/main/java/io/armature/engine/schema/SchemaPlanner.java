package io.armature.engine.schema;

import io.armature.engine.db.SqlRunner;
import io.armature.engine.schema.blueprint.Blueprint;
import io.armature.engine.schema.blueprint.BlueprintMaker;
import io.armature.engine.schema.catalogue.Catalogue;
import io.armature.engine.schema.catalogue.CatalogueReader;
import io.armature.engine.schema.catalogue.Server;
import io.armature.metadata.model.Model;

/** Compares a schema with a model. Reads only; asks the rows wherever a change depends on them. */
public final class SchemaPlanner {

    private final CatalogueReader reader = new CatalogueReader();
    private final SchemaSettings settings;

    public SchemaPlanner(SchemaSettings settings) {
        this.settings = settings;
    }

    /**
     * What would make the schema fit the model.
     *
     * @param runner in a transaction, if the answers shall belong together
     * @param schema of the tenant
     */
    public SchemaPlan plan(SqlRunner runner, String schema, Model model) {
        Catalogue catalogue = reader.read(runner, schema);
        Server server = catalogue.server();
        boolean trigrams = !server.trigramSchema().isEmpty() || server.trigramAvailable();
        Blueprint blueprint =
                new BlueprintMaker(model, trigrams, catalogue.tables().keySet()).make();
        return new PlanRun(runner, catalogue, model, blueprint, settings).plan();
    }
}
