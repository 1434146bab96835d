package io.armature.engine.record;

import io.armature.engine.write.Written;
import io.armature.metadata.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What became of one row of many.
 *
 * @param path where it stands in the request
 * @param written what was done, if it could be
 * @param problems why not, otherwise
 */
public record RowResult(String path, Optional<Written> written, List<Problem> problems) {

    public RowResult {
        problems = List.copyOf(problems);
    }

    static RowResult done(Written written) {
        return new RowResult(written.path(), Optional.of(written), List.of());
    }

    static RowResult refused(String path, List<Problem> problems) {
        return new RowResult(path, Optional.empty(), problems);
    }
}
