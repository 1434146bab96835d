package io.armature.engine.query.plan;

import io.armature.engine.query.request.CountMode;
import io.armature.engine.query.request.Deletion;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Field;
import java.util.List;

/**
 * A checked reading of one entity's records. What changes from one page or record to the next (offset, id, search
 * words, the moment of {@code asOf}, where a page begins) is not in it but given with each run.
 *
 * @param entity full name
 * @param outputs what each record tells, in this order
 * @param conditions what holds of every record read: the caller's filter, the rules of access
 * @param searched the fields that hold the search words
 * @param words how many search words there are; each is in one of the fields
 * @param order most important first; the last one is the id
 * @param versioned whether the version is read too, beside the outputs
 * @param limit how many records a page has, for the usual sizes: PostgreSQL plans better what it knows; 0 when it is
 *     given with each run
 * @param steady whether one way of finding the records is right whatever the values are
 * @param gathered whether all records of the list are found before they are put in order
 */
public record ReadPlan(
        String entity,
        List<Output> outputs,
        List<Expression> conditions,
        List<Field> searched,
        int words,
        List<Order> order,
        Start start,
        CountMode count,
        Deletion deletion,
        boolean historical,
        boolean versioned,
        int limit,
        boolean steady,
        boolean gathered) {
    public ReadPlan {
        outputs = List.copyOf(outputs);
        conditions = List.copyOf(conditions);
        searched = List.copyOf(searched);
        order = List.copyOf(order);
    }

    /** Where the reading begins. */
    public sealed interface Start {
        /** At the first record. */
        record AtFirst() implements Start {}

        /** After a number of records. */
        record AtOffset() implements Start {}

        /**
         * After a record.
         *
         * @param empty of each order whether that record's value is empty
         */
        record AfterRecord(List<Boolean> empty) implements Start {
            public AfterRecord {
                empty = List.copyOf(empty);
            }
        }

        /** At the first of some records, whose ids are given with each run. */
        record Among() implements Start {}

        /** At records that are known by a unique field, such as the id. */
        sealed interface Keyed extends Start {
            String field();
        }

        /** At the one record whose unique field has a value. */
        record ByKey(String field) implements Keyed {}

        /** At the records whose unique field has one of some values. */
        record ByKeys(String field) implements Keyed {}
    }
}
