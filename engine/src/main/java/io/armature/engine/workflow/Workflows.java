package io.armature.engine.workflow;

import io.armature.engine.current.Translations;
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

/** All workflows of a model, compiled once, and their words in every language. Immutable. */
public final class Workflows {

    private final Map<String, List<Workflow>> byEntity;
    private final Translations translations;

    private Workflows(Map<String, List<Workflow>> byEntity, Translations translations) {
        this.byEntity = Map.copyOf(byEntity);
        this.translations = translations;
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
        return new Workflows(byEntity, Translations.of(model));
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
