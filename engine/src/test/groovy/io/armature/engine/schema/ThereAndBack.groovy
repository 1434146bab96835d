package io.armature.engine.schema

import io.armature.engine.db.Database
import io.armature.engine.db.Transaction
import io.armature.metadata.model.Model
import javax.sql.DataSource

/** One way from a random model to another and back, in a transaction that leaves nothing. For one thread. */
final class ThereAndBack {
    private final Database database
    private final SchemaPlanner planner
    private final SchemaApplier applier
    private final boolean told

    /** @param told whether to print each plan */
    ThereAndBack(DataSource source, boolean told) {
        def settings = SchemaSpec.SETTINGS
        this.database = new Database(source)
        this.planner = new SchemaPlanner(settings)
        this.applier = new SchemaApplier(database, new SchemaLock(database, settings, Pause.resting()), settings)
        this.told = told
    }

    List<String> failures(long seed) {
        try {
            database.transaction { Transaction it ->
                it.rollbackOnly()
                go(seed, it)
                []
            }
        } catch (RuntimeException | AssertionError failure) {
            ["seed $seed: ${(failure.message ?: failure.toString()).take(600)}" as String]
        }
    }

    private void go(long seed, Transaction transaction) {
        transaction.execute('create schema pair')
        def models = new RandomModels(seed)
        def entities = models.first()
        Model first = Entities.model(entities)
        Model second = Entities.model(models.changed(entities))
        settle(first, transaction)
        new RandomRows(seed, transaction, 'pair', first).fill()
        def before = new Snapshot(transaction, 'pair')

        settle(second, transaction)
        def lost = before.lostIn(new Snapshot(transaction, 'pair'))
        assert lost == []

        settle(first, transaction)
        def differences = before.differencesIn(new Snapshot(transaction, 'pair'))
        assert differences == []
    }

    private void settle(Model model, Transaction transaction) {
        def plan = planner.plan(transaction, 'pair', model)
        if (told) {
            println plan.print()
        }
        assert plan.blocking()*.toString() == []
        applier.perform(plan, transaction)
        def again = planner.plan(transaction, 'pair', model)
        assert again.steps()*.text() == [] : plan.print()
    }
}
