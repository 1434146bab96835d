package io.armature.engine.workflow;

import io.armature.engine.current.Translations;
import io.armature.engine.db.SqlRunner;
import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All workflows of a model, compiled once, and their words in every language. Safe for many threads. */
public final class Workflows {

    private final Map<String, List<Workflow>> byEntity;
    private final Translations translations;

    private final Model model;
    private final Map<String, Optional<Workflow>> former = new ConcurrentHashMap<>();

    private Workflows(Model model, Map<String, List<Workflow>> byEntity) {
        this.model = model;
        this.byEntity = Map.copyOf(byEntity);
        this.translations = Translations.of(model);
    }

    public static Workflows of(Model model) {
        WorkflowCompiler compiler = new WorkflowCompiler(model);
        List<Workflow> all = new ArrayList<>();
        for (Definition definition : model.definitions(Kind.WORKFLOW).values()) {
            if (definition instanceof WorkflowDefinition workflow) {
                compiler.compile(workflow).ifPresent(all::add);
            }
        }
        for (Entity entity : model.entities().values()) {
            DocumentWorkflow.of(entity, of(entity, all)).ifPresent(all::add);
        }
        Map<String, List<Workflow>> byEntity = new HashMap<>();
        if (!all.isEmpty()) {
            model.entities().values().forEach(entity -> byEntity.put(entity.fullName(), of(entity, all)));
        }
        return new Workflows(model, byEntity);
    }

    private static List<Workflow> of(Entity entity, List<Workflow> all) {
        return all.stream()
                .filter(workflow -> entity.lineage().contains(workflow.entity().fullName()))
                .toList();
    }

    /** Those of an entity's records: its own, and those of what it shares its record with. */
    public List<Workflow> of(Entity entity) {
        return byEntity.getOrDefault(entity.fullName(), List.of());
    }

    /**
     * A workflow as it was in a former version; as it is now where nothing is known of that.
     *
     * @param schema of the tenant, who may have got it from another pack of that name
     */
    public Workflow former(SqlRunner runner, String schema, Workflow workflow, int version) {
        return former.computeIfAbsent(
                        schema + "/" + workflow.name() + "@" + version,
                        _ -> WorkflowVersions.kept(runner, schema, workflow.name(), version)
                                .flatMap(new WorkflowCompiler(model)::compile))
                .orElse(workflow);
    }

    /** The workflow and state whose branch a workflow is. */
    public Optional<Fork> fork(Entity entity, Workflow branch) {
        for (Workflow workflow : of(entity)) {
            for (State state : workflow.states().values()) {
                if (state.branches().contains(branch.name())) {
                    return Optional.of(new Fork(workflow, state));
                }
            }
        }
        return Optional.empty();
    }

    /** A state in which branches run. */
    public record Fork(Workflow workflow, State state) {}

    /** The branches of a state of an entity's records. */
    public List<Workflow> branches(Entity entity, State state) {
        return state.branches().stream()
                .flatMap(name -> named(entity, name).stream())
                .toList();
    }

    /** The workflow of an entity that has a transition. */
    public Optional<Workflow> with(Entity entity, String transition) {
        return of(entity).stream()
                .filter(workflow -> workflow.transitions().containsKey(transition))
                .findFirst();
    }

    /** A text of a workflow in English and in every language that has it. */
    public Map<String, String> texts(Workflow workflow, String english) {
        return translations.texts(workflow.pack(), english);
    }

    /** The workflow with a full name, if an entity still has it. */
    public Optional<Workflow> named(Entity entity, String name) {
        return of(entity).stream()
                .filter(workflow -> workflow.name().equals(name))
                .findFirst();
    }

    /** A text of a workflow in a language. */
    public String text(Workflow workflow, Locale locale, String english) {
        return translations.text(locale, workflow.pack(), "", english);
    }
}
