package io.armature.bench.operation;

import io.armature.bench.service.Call;
import java.util.random.RandomGenerator;

/** How a service is asked for the operations. */
public interface Requests {
    /** A request of its own for each invocation; an update's value depends on the turn and not on chance. */
    Call next(Operation operation, RandomGenerator random, int turn);
}
