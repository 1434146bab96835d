package io.armature.engine.write;

import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.AnyLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A link leads only to what the caller may read; what he may not, is not there, and he is told so in the same words. */
final class LinkRights {
    private LinkRights() {}

    /** A link that the request sets. */
    private record Aim(String path, String target, UUID id, String named) {}

    static void check(WriteSet set, List<RecordState> records) {
        Map<String, List<Aim>> byTarget = new LinkedHashMap<>();
        for (RecordState record : records) {
            for (String name : record.given()) {
                record.entity()
                        .field(name)
                        .ifPresent(field -> links(record, field)
                                .forEach(link -> byTarget.computeIfAbsent(link.target(), any -> new ArrayList<>())
                                        .add(link)));
            }
        }
        byTarget.forEach((target, links) -> check(set, target, links));
    }

    private static void check(WriteSet set, String target, List<Aim> links) {
        Set<UUID> linkable = set.model().entity(target).isEmpty()
                ? Set.of()
                : set.rights().linkable(target, links.stream().map(Aim::id).toList());
        for (Aim link : links) {
            if (!linkable.contains(link.id())) {
                set.problems().add(Problem.inValue(ProblemCode.LINK_NOT_FOUND, link.path(), target, link.named()));
            }
        }
    }

    private static List<Aim> links(RecordState record, Field field) {
        String path = Paths.field(record.path(), field.name());
        List<UUID> many = record.linksAfter().get(field.name());
        if (many != null && field.relation().orElse(null) instanceof Relation.Links links) {
            List<UUID> before = record.linksBefore().getOrDefault(field.name(), List.of());
            return many.stream()
                    .filter(id -> !before.contains(id))
                    .map(id -> new Aim(Paths.item(path, many.indexOf(id)), links.target(), id, "id = " + id))
                    .toList();
        }
        if (!record.changes(field.name())) {
            return List.of();
        }
        return switch (record.after(field.name())) {
            case UUID id
            when field.relation().orElse(null) instanceof Relation.Link link ->
                List.of(new Aim(path, link.target(), id, named(record, field, id)));
            case AnyLink(var entity, var id) -> List.of(new Aim(path, entity, id, "id = " + id));
            case null, default -> List.of();
        };
    }

    /** As the request named it: a key that names no record is told of by the key. */
    private static String named(RecordState record, Field field, UUID id) {
        Optional<Content> content = switch (record.change()) {
            case Change.Create create -> Optional.of(create.content());
            case Change.Update update -> Optional.of(update.content());
            case Change.Transition step -> Optional.of(step.content());
            case Change.Delete _, Change.Restore _ -> Optional.empty();
        };
        return content.map(given -> given.values().get(field.name()))
                .filter(Given.Key.class::isInstance)
                .map(Given::toString)
                .orElse("id = " + id);
    }
}
