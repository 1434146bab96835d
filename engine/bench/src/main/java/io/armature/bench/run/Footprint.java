package io.armature.bench.run;

import java.util.OptionalInt;

/**
 * What a service took to be there.
 *
 * @param startMilliseconds from the start of the process to the first good answer
 * @param idleMegabytes resident, before the first load
 * @param loadedMegabytes resident, after the last load
 */
record Footprint(String peer, long startMilliseconds, OptionalInt idleMegabytes, OptionalInt loadedMegabytes) {}
