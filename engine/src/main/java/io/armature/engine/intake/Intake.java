package io.armature.engine.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.transfer.ImportReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that is, was or will be taken in.
 *
 * @param owner who asked for it; it is done with his rights
 * @param order how it is taken in, as it was asked for
 * @param share how much of the file is read, from 0 to 100
 * @param counts what became of its rows; empty of errors, which stand in {@code errors}
 * @param errors the first rows that were refused, with what is wrong in them in the owner's language
 * @param problem why it failed as a whole
 * @param undone how many records went back to what they were, once that was asked
 * @param left how many did not, because others had changed or used them since
 */
public record Intake(
        UUID id,
        UUID owner,
        String entity,
        UUID file,
        String fileName,
        JsonNode order,
        Status status,
        BigDecimal share,
        ImportReport counts,
        JsonNode errors,
        Optional<String> problem,
        Optional<Long> undone,
        Optional<Long> left,
        Instant createdAt,
        Optional<Instant> endedAt) {

    /** Where it stands. */
    public enum Status {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        STOPPED,
        UNDOING,
        UNDONE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Status of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }

        /** Whether something is being done. */
        boolean isOpen() {
            return this == WAITING || this == RUNNING || this == UNDOING;
        }
    }

    /** Whether what it made can be taken back. */
    public boolean isUndoable() {
        return status == Status.DONE && counts.kept() && counts.created() + counts.updated() > 0;
    }

    /** The name of all that it writes, in the trail. */
    String request() {
        return requestOf(id);
    }

    static String requestOf(UUID id) {
        return "import-" + id;
    }
}
