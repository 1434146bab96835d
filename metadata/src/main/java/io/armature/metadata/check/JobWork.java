package io.armature.metadata.check;

import io.armature.metadata.definition.JobDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.MailDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What jobs are given is what their actions can do something with: nobody looks at a job that fails at night. */
final class JobWork implements Check {

    private static final Set<String> ON_RECORDS = Set.of("purge", "export");

    /** What each action cannot do without. */
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "purge", Set.of("entity", "filter"),
            "export", Set.of("entity"),
            "emit", Set.of("event"),
            "notify", Set.of("recipients"),
            "mail", Set.of("to"),
            "webhook", Set.of("webhook", "event"));

    @Override
    public void check(Scene scene) {
        scene.each(
                JobDefinition.class,
                job -> job.action().ifPresent(action -> {
                    MapNode with = job.source().get("with").orElse(null) instanceof MapNode map
                            ? map
                            : Node.MapNode.of(job.with());
                    Position place =
                            job.source().get("with").map(Node::position).orElse(Scene.at(job, "action"));
                    NEEDED.getOrDefault(action, Set.of()).stream()
                            .filter(name -> with.get(name).isEmpty())
                            .sorted()
                            .forEach(name -> scene.add(
                                    Problem.error(ProblemCode.MISSING_PROPERTY, place, "with." + name, name)));
                    if (ON_RECORDS.contains(action)) {
                        text(with, "entity")
                                .flatMap(named ->
                                        scene.entity(named.value(), job.origin(), named.position(), "with.entity"))
                                .ifPresent(entity -> filter(scene, with, entity));
                    }
                    text(with, "template").ifPresent(named -> template(scene, job, with, named));
                }));
    }

    private static void template(Scene scene, JobDefinition job, MapNode with, TextNode named) {
        scene.definition(Kind.MAIL, named.value(), job.origin(), named.position(), "with.template");
        if (scene.model().definitions(Kind.MAIL).get(Scene.qualify(named.value(), job.origin()))
                instanceof MailDefinition mail) {
            mail.entity()
                    .flatMap(entity -> scene.model().entity(Scene.qualify(entity, mail.origin())))
                    .filter(about -> job.action().filter("mail"::equals).isPresent())
                    .ifPresent(entity -> filter(scene, with, entity));
        }
    }

    private static void filter(Scene scene, MapNode with, Entity entity) {
        text(with, "filter").ifPresent(text -> scene.condition(text.value(), entity, text.position(), "with.filter"));
    }

    private static Optional<TextNode> text(MapNode with, String name) {
        return with.get(name).filter(TextNode.class::isInstance).map(TextNode.class::cast);
    }
}
