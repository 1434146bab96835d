package io.armature.engine.transfer;

import io.armature.engine.query.request.RecordQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is exported.
 *
 * @param query which records, in which order, and what of each
 * @param only the ids of those that are wanted; all of the query where it is empty
 * @param harmless whether texts that a spreadsheet would run as formulas get an apostrophe in front
 */
public record ExportOrder(RecordQuery query, Optional<List<UUID>> only, boolean harmless) {

    public ExportOrder {
        only = only.map(List::copyOf);
    }

    /** All records of a query, harmless to who opens them. */
    public static ExportOrder of(RecordQuery query) {
        return new ExportOrder(query, Optional.empty(), true);
    }

    /** The same records by another query: with other fields, or fewer of them. */
    public ExportOrder with(RecordQuery other) {
        return new ExportOrder(other, only, harmless);
    }
}
