package io.armature.metadata.check;

import io.armature.metadata.definition.MailDefinition;
import io.armature.metadata.definition.MailOccasion;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType.Reference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mails that go by themselves name fields, steps and people that are there. */
final class MailOccasions implements Check {

    private static final String SEND = "send";
    private static final String ROLE = "role:";
    private static final Set<String> ALWAYS = Set.of("owner", "followers");

    @Override
    public void check(Scene scene) {
        scene.each(
                MailDefinition.class,
                mail -> mail.send().ifPresent(send -> {
                    if (mail.entity().isEmpty()) {
                        scene.add(
                                Problem.error(ProblemCode.MISSING_PROPERTY, Scene.at(mail, SEND), "entity", "entity"));
                    }
                    mail.entity()
                            .flatMap(name -> scene.model().entity(Scene.qualify(name, mail.origin())))
                            .ifPresent(entity -> check(scene, mail, send, entity));
                }));
    }

    private static void check(Scene scene, MailDefinition mail, MailOccasion send, Entity entity) {
        scene.fields(entity, send.changed(), at(mail, "changed"), "send.changed");
        send.when().ifPresent(when -> scene.condition(when, entity, at(mail, "when"), "send.when"));
        Set<String> known = scene.transitions(entity);
        send.transitions().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> scene.unknown("transition", name, known, at(mail, "transitions"), "send.transitions"));
        for (String name : send.to()) {
            recipient(scene, mail, entity, name);
        }
    }

    private static void recipient(Scene scene, MailDefinition mail, Entity entity, String name) {
        Position place = at(mail, "to");
        if (name.startsWith(ROLE)) {
            scene.roles(List.of(name.substring(ROLE.length())), mail.origin(), place, "send.to");
        } else if (name.indexOf(':') < 0
                && name.indexOf('@') < 0
                && !ALWAYS.contains(name)
                && !leads(scene, entity, name)) {
            scene.add(Problem.error(ProblemCode.MAIL_RECIPIENT, place, "send.to", name, entity.fullName()));
        }
    }

    private static boolean leads(Scene scene, Entity entity, String name) {
        Reference user = new Reference(scene.model().userEntity());
        return entity.field(name)
                .filter(field ->
                        field.type().name().equals("email") || field.valueType().equals(user))
                .isPresent();
    }

    private static Position at(MailDefinition mail, String key) {
        Optional<Node> send = mail.source().get(SEND);
        return send.orElse(null) instanceof MapNode map ? Scene.at(map, key) : Scene.at(mail, SEND);
    }
}
