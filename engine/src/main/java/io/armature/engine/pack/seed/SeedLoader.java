package io.armature.engine.pack.seed;

import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Transaction;
import io.armature.engine.record.Records;
import io.armature.metadata.definition.DataDefinition;
import io.armature.metadata.model.Entity;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Writes the records of packs, by the same steps as a request. Safe for many threads. */
public final class SeedLoader {

    private final Records records;

    public SeedLoader(Records records) {
        this.records = records;
    }

    /** What happens to a record that is there already. */
    public enum Existing {
        /** The row's values are written over its own. */
        UPDATE,
        /** It stays as it is. */
        KEEP
    }

    /**
     * Writes the rows of some files in the order that their links need.
     *
     * @param context whose model has all their entities
     * @param transaction what they are written in: all or none
     * @return how many records were made or changed, by entity
     * @throws io.armature.metadata.problem.ProblemException for rows that break a rule, with file and line
     */
    public SequencedMap<String, Integer> load(
            RequestContext context, Transaction transaction, Collection<DataDefinition> files, Existing existing) {
        SequencedMap<String, Integer> written = new TreeMap<>();
        for (DataDefinition file : SeedOrder.of(context.model(), files)) {
            Entity entity = context.model().require(file.entity());
            SeedReader reader = new SeedReader(entity);
            List<SeedRow> rows = file.rows().stream().map(reader::read).toList();
            SeedRound writer = new SeedRound(records, context, transaction, entity);
            for (List<SeedRow> round : SeedRounds.of(entity, rows)) {
                written.merge(entity.fullName(), writer.write(round, existing), Integer::sum);
            }
        }
        return written;
    }
}
