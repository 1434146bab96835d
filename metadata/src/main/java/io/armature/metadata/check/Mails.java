package io.armature.metadata.check;

import io.armature.metadata.definition.MailDefinition;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.TextPiece;
import io.armature.metadata.model.Entity;
import java.util.List;
import java.util.Optional;

/** What mails say of records can be said of them. */
final class Mails implements Check {

    private static final List<String> TEXTS = List.of("subject", "text", "html");

    @Override
    public void check(Scene scene) {
        scene.each(MailDefinition.class, mail -> {
            Optional<Entity> entity = mail.entity()
                    .flatMap(name -> scene.entity(name, mail.origin(), Scene.at(mail, "entity"), "entity"));
            if (mail.entity().isPresent() == entity.isPresent()) {
                texts(scene, mail.source(), entity, "");
                mail.source()
                        .get("translations")
                        .filter(MapNode.class::isInstance)
                        .ifPresent(translations -> ((MapNode) translations)
                                .entries()
                                .forEach((locale, other) -> {
                                    if (other instanceof MapNode map) {
                                        texts(scene, map, entity, "translations." + locale + ".");
                                    }
                                }));
            }
        });
    }

    private static void texts(Scene scene, MapNode map, Optional<Entity> entity, String path) {
        for (String key : TEXTS) {
            if (map.get(key).orElse(null) instanceof TextNode text) {
                TextPiece.of(text.value()).stream()
                        .filter(TextPiece.Value.class::isInstance)
                        .map(TextPiece.Value.class::cast)
                        .forEach(value -> scene.value(value.expression(), entity, text.position(), path + key));
            }
        }
    }
}
