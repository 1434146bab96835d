package io.armature.bench.run;

import io.armature.bench.load.LoadResult;
import io.armature.bench.operation.Operation;

/**
 * One run of one operation against one service.
 *
 * @param serviceMilliseconds of processor the service used for a request
 * @param postgresMilliseconds of processor PostgreSQL used for a request
 */
record Measurement(
        String peer,
        Operation operation,
        int connections,
        int round,
        LoadResult load,
        double serviceMilliseconds,
        double postgresMilliseconds) {}
