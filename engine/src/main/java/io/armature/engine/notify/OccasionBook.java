package io.armature.engine.notify;

import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.MailDefinition;
import io.armature.metadata.model.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The mails that go by themselves, by the entity of whose records they tell. Safe for several threads. */
final class OccasionBook {

    /** More than there are different models at once, or nearly; then all are forgotten and read again. */
    private static final int MOST = 64;

    /** By the digests of models: asked of every event, and a model is long to compare. */
    private final Map<String, Map<String, List<MailDefinition>>> known = new ConcurrentHashMap<>();

    /** Those that tell of an entity's records, also of records of what it extends. */
    List<MailDefinition> of(Model model, String entity) {
        if (known.size() > MOST) {
            known.clear();
        }
        Map<String, List<MailDefinition>> book = known.computeIfAbsent(model.digest(), any -> read(model));
        return book.isEmpty()
                ? List.of()
                : model.entity(entity).stream()
                        .flatMap(found -> found.lineage().stream())
                        .flatMap(level -> book.getOrDefault(level, List.of()).stream())
                        .toList();
    }

    private static Map<String, List<MailDefinition>> read(Model model) {
        Map<String, List<MailDefinition>> book = new HashMap<>();
        model.definitions(Kind.MAIL).values().forEach(definition -> {
            if (definition instanceof MailDefinition mail && mail.send().isPresent()) {
                mail.entity()
                        .ifPresent(
                                name -> book.computeIfAbsent(MailTexts.qualified(name, mail), any -> new ArrayList<>())
                                        .add(mail));
            }
        });
        return book;
    }
}
