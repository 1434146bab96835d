package io.armature.engine.query.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request to read records of one entity, as parsed: names are not resolved, expressions not checked.
 *
 * @param entity full name
 * @param filter an expression that holds of every record read
 * @param sort most important key first; records equal in all keys are ordered by id
 * @param fields what to read of each record; empty for the usual fields
 * @param limit how many records at most
 * @param search words that the searchable fields contain
 * @param asOf the moment whose values to read
 * @param grouping sums instead of records
 */
public record RecordQuery(
        String entity,
        Optional<String> filter,
        List<SortKey> sort,
        List<FieldSelection> fields,
        int limit,
        Page page,
        CountMode count,
        Optional<String> search,
        Deletion deletion,
        Optional<Instant> asOf,
        Optional<Grouping> grouping) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAXIMUM_LIMIT = 1000;
    /** As many as there are; only of a query that has no pages. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    public RecordQuery {
        sort = List.copyOf(sort);
        fields = List.copyOf(fields);
        if (limit < 0) {
            throw new IllegalArgumentException("A limit cannot be negative: " + limit);
        }
    }

    /** The first page of all records that are not deleted. */
    public static RecordQuery all(String entity) {
        return all(entity, Deletion.HIDDEN);
    }

    /** The first page of all records. */
    public static RecordQuery all(String entity, Deletion deletion) {
        return new RecordQuery(
                entity,
                Optional.empty(),
                List.of(),
                List.of(),
                DEFAULT_LIMIT,
                Page.FIRST,
                CountMode.NONE,
                Optional.empty(),
                deletion,
                Optional.empty(),
                Optional.empty());
    }

    /** The same records, but so many at most. */
    public RecordQuery atMost(int most) {
        return new RecordQuery(entity, filter, sort, fields, most, page, count, search, deletion, asOf, grouping);
    }
}
