package io.armature.engine.script;

import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Functions whose call was answered before it had ended, as it is in a builtin that does not look up, until that ends. Each keeps a
 * processor busy: there is one of each function at most, or nearly, and never more for each request. Safe for many threads.
 */
final class GivenUp {

    private final Map<Function, Integer> working = new ConcurrentHashMap<>();

    private record Function(String tenant, String pack, String file, String point) {
        static Function of(Call call) {
            return new Function(
                    call.view().map(scene -> scene.context().tenant().name()).orElse(""),
                    call.pack(),
                    call.definition().name(),
                    call.point().toString());
        }
    }

    void add(Call call) {
        working.merge(Function.of(call), 1, Integer::sum);
    }

    void remove(Call call) {
        working.computeIfPresent(Function.of(call), (function, calls) -> calls > 1 ? calls - 1 : null);
    }

    /** @throws ProblemException while an earlier call of the function is still at work */
    void admit(Call call) {
        if (!working.isEmpty() && working.containsKey(Function.of(call))) {
            throw Failures.problem(ProblemCode.SCRIPT_GIVEN_UP, call);
        }
    }
}
