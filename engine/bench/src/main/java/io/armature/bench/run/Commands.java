package io.armature.bench.run;

import java.util.List;

/**
 * How the services are started.
 *
 * @param floor a Java command with the hand-written service's class path, up to and without its class
 * @param armature what {@code run} and its options are appended to
 */
public record Commands(List<String> floor, List<String> armature) {
    public Commands {
        floor = List.copyOf(floor);
        armature = List.copyOf(armature);
    }
}
