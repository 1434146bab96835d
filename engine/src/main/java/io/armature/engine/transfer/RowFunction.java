package io.armature.engine.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.script.Hooks;
import io.armature.engine.script.Point;
import io.armature.engine.script.Scene;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** The function of a pack that an import names: it is given each row, and what it returns is taken in. */
final class RowFunction {

    private static final String PARAMETER = "hook";

    private final Hooks hooks;
    private final String pack;
    private final Point point;

    private RowFunction(Hooks hooks, String pack, Point point) {
        this.hooks = hooks;
        this.pack = pack;
        this.point = point;
    }

    /**
     * @param name with its pack, or of the entity's
     * @throws ProblemException when there is no such function
     */
    static RowFunction of(RequestContext context, Entity entity, Hooks hooks, String name) {
        String full = Origin.fullName(name, entity.origin().pack());
        int dot = full.indexOf('.');
        String pack = full.substring(0, dot);
        Point point = Point.imports(full.substring(dot + 1));
        if (!hooks.has(context.model(), pack, point)) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.SCRIPT_FUNCTION_MISSING, PARAMETER, pack, point.toString(), "–"));
        }
        return new RowFunction(hooks, pack, point);
    }

    /** The rows as they are to be taken in; what was refused goes to the tally, like what is left out. */
    List<ImportRow> rows(Scene scene, List<ImportRow> chunk, Tally tally) {
        List<ImportRow> rows = new ArrayList<>();
        for (ImportRow row : chunk) {
            try {
                JsonNode made = hooks.call(scene, pack, point, row.json());
                if (made.isObject()) {
                    rows.add(new ImportRow(row.number(), made));
                } else if (made.isNull() || made.isMissingNode()) {
                    tally.leave();
                } else {
                    tally.refuse(row.number(), List.of(notARow()));
                }
            } catch (ProblemException refused) {
                tally.refuse(row.number(), refused.problems());
            }
        }
        return rows;
    }

    private Problem notARow() {
        return Problem.inValue(ProblemCode.INVALID_VALUE, pack + "." + point, "row", "return { ...row, name: 'Ada' }");
    }
}
