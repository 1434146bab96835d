package io.armature.engine.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.Transaction;
import io.armature.engine.record.PartialWriter;
import io.armature.engine.record.RecordReads;
import io.armature.engine.record.RowResult;
import io.armature.engine.script.Hooks;
import io.armature.engine.script.Scene;
import io.armature.engine.write.Change;
import io.armature.engine.write.WriteOptions;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes records in from files, some hundred at a time in one transaction. Every row is tried, so that the report names all
 * that is wrong; what was wrong then decides whether anything is kept.
 */
public final class Imports {

    private static final int AT_ONCE = 500;

    private final Database database;
    private final PartialWriter writer;
    private final RecordReads reads;
    private final Hooks hooks;
    private final Clock clock;

    /** @param reads by which links are found that a file names as people do */
    public Imports(Database database, PartialWriter writer, RecordReads reads, Hooks hooks, Clock clock) {
        this.database = database;
        this.writer = writer;
        this.reads = reads;
        this.hooks = hooks;
        this.clock = clock;
    }

    /**
     * Reads a file to its end.
     *
     * @throws ProblemException when the file as a whole cannot be read, or the key is not unique
     */
    public ImportReport run(
            RequestContext context, Entity entity, ImportFormat format, InputStream file, ImportOptions options) {
        return run(context, entity, format, file, options, ImportWatch.NOBODY);
    }

    /** The same while somebody looks on. */
    public ImportReport run(
            RequestContext context,
            Entity entity,
            ImportFormat format,
            InputStream file,
            ImportOptions options,
            ImportWatch watch) {
        RowMatcher matcher = new RowMatcher(context, entity, options.key(), reads);
        Optional<RowFunction> function = options.hook().map(name -> RowFunction.of(context, entity, hooks, name));
        return database.transaction(transaction -> {
            Tally tally = new Tally();
            boolean whole = true;
            Cells cells = new Cells(entity, options.mapping());
            try (ImportSource source = ImportSource.open(format, file, cells, options.mapping())) {
                for (List<ImportRow> chunk = chunk(source); whole && !chunk.isEmpty(); chunk = chunk(source)) {
                    Scene scene = new Scene(context, transaction, clock.instant(), options.dryRun());
                    List<ImportRow> read = chunk;
                    List<ImportRow> rows =
                            function.map(one -> one.rows(scene, read, tally)).orElse(read);
                    write(context, transaction, matcher, rows, tally, options);
                    whole = watch.goesOn(tally.counts());
                }
            } catch (JsonProcessingException malformed) {
                throw unreadable(malformed.getOriginalMessage());
            } catch (IOException malformed) {
                throw unreadable(String.valueOf(malformed.getMessage()));
            }
            boolean kept = whole && !options.dryRun() && (options.partial() || tally.refused() == 0);
            ImportReport report = tally.report(kept, cells.leftOut());
            if (kept) {
                watch.keeps(transaction, report);
            } else {
                transaction.rollbackOnly();
            }
            return report;
        });
    }

    /** @throws ProblemException when the key is not one, or the function is not there */
    public static void check(RequestContext context, Entity entity, Hooks hooks, ImportOptions options) {
        RowMatcher.check(entity, options.key());
        options.hook().ifPresent(name -> RowFunction.of(context, entity, hooks, name));
    }

    private static List<ImportRow> chunk(ImportSource source) throws IOException {
        List<ImportRow> chunk = new ArrayList<>();
        Optional<ImportRow> row = source.next();
        while (row.isPresent()) {
            chunk.add(row.get());
            row = chunk.size() < AT_ONCE ? source.next() : Optional.empty();
        }
        return chunk;
    }

    private void write(
            RequestContext context,
            Transaction transaction,
            RowMatcher matcher,
            List<ImportRow> chunk,
            Tally tally,
            ImportOptions options) {
        List<Change> changes = matcher.changes(transaction, chunk, tally);
        WriteOptions how = new WriteOptions(options.dryRun(), OptionalLong.empty(), false, true);
        for (RowResult result : writer.write(context, transaction, changes, how)) {
            tally.add(RowMatcher.number(result.path()), result);
        }
    }

    static ProblemException unreadable(String why) {
        return new ProblemException(Problem.inValue(ProblemCode.MALFORMED_REQUEST, "", why, ""));
    }
}
