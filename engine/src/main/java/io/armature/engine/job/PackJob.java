package io.armature.engine.job;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.JobDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.model.Model;
import java.util.List;
import java.util.Optional;

/**
 * A job of an installed pack.
 *
 * @param name with its pack: {@code crm.low_activity}
 */
record PackJob(String name, JobDefinition definition) {

    private static final int OF_PACK = 4;
    private static final int OF_TENANT = 6;

    static List<PackJob> of(Model model) {
        return model.definitions(Kind.JOB).entrySet().stream()
                .flatMap(entry -> of(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    static Optional<PackJob> named(Model model, String name) {
        return Optional.ofNullable(model.definitions(Kind.JOB).get(name)).flatMap(found -> of(name, found));
    }

    private static Optional<PackJob> of(String name, Definition definition) {
        return definition instanceof JobDefinition job ? Optional.of(new PackJob(name, job)) : Optional.empty();
    }

    String pack() {
        return name.substring(0, name.indexOf('.'));
    }

    String title() {
        return definition.title().orElse(name);
    }

    /** How many of its runs may go on at once, and of all of its pack and of a tenant. */
    LaneStore.Limits limits() {
        return new LaneStore.Limits(definition.concurrency(), OF_PACK, OF_TENANT);
    }

    JobSchedule schedule() {
        return JobSchedule.of(definition);
    }
}
