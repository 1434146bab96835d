package io.armature.metadata.foreign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.read.PackSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The workflows of packs that an earlier import wrote. Where one has fewer states now, its version is raised: records under way stay on
 * the version they began with, instead of standing in the way of an upgrade.
 */
public final class EarlierWorkflows {

    private static final String VERSION = "version";
    private static final String MIGRATE = "migrate";

    private final Map<String, WorkflowDefinition> byName = new HashMap<>();

    public EarlierWorkflows(Collection<PackSource> packs) {
        for (PackSource pack : packs) {
            pack.definitions().stream()
                    .filter(WorkflowDefinition.class::isInstance)
                    .map(WorkflowDefinition.class::cast)
                    .forEach(workflow -> byName.put(workflow.origin().pack() + "." + workflow.name(), workflow));
        }
    }

    /** Says in the workflows which version they are, and in the report which were raised. */
    public void carry(List<Application> applications, ImportReport report) {
        for (Application application : applications) {
            for (Draft draft : application.drafts()) {
                WorkflowDefinition earlier = byName.get(application.pack() + "." + draft.name());
                if (draft.kind() == Kind.WORKFLOW && earlier != null) {
                    goesOn(application, draft, earlier, report);
                }
            }
        }
    }

    private static void goesOn(Application application, Draft draft, WorkflowDefinition earlier, ImportReport report) {
        ObjectNode tree = draft.tree();
        List<String> gone = earlier.states().keySet().stream()
                .filter(state -> !tree.path("states").has(state))
                .toList();
        if (gone.isEmpty()) {
            if (earlier.version() > 1) {
                tree.put(VERSION, earlier.version());
            }
            earlier.migrate().ifPresent(migrate -> put(tree.putObject(MIGRATE), migrate));
            return;
        }
        tree.put(VERSION, earlier.version() + 1);
        report.add(
                Outcome.CHANGED,
                application.pack(),
                "workflow version",
                draft.source(),
                draft.name(),
                "has no `" + String.join("`, `", gone) + "` any more: records under way stay on version "
                        + earlier.version() + "; say in `migrate` where they go instead");
    }

    private static void put(ObjectNode tree, SequencedMap<String, String> migrate) {
        migrate.forEach(tree::put);
    }
}
