package io.armature.engine.event;

import io.armature.metadata.definition.JobDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Node;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events that can happen with a model: those of its records, and those that its packs tell themselves. Jobs say the names of
 * theirs; functions of hooks may choose any that begin with their pack, so that there only slips can be found.
 */
public final class KnownEvents {

    private static final List<String> VERBS =
            List.of("created", "updated", "deleted", "restored", "transitioned", "commented");
    private static final String STAR = "*";
    private static final int MOST = 6;

    private final Set<String> entities;
    private final Set<String> packs;
    private final Set<String> withHooks;
    private final Set<String> ofJobs;

    public KnownEvents(Model model) {
        entities = model.entities().keySet();
        packs = entities.stream().map(KnownEvents::pack).collect(Collectors.toCollection(TreeSet::new));
        packs.addAll(model.packs().keySet());
        withHooks = model.definitions(Kind.HOOK).keySet().stream()
                .map(KnownEvents::pack)
                .collect(Collectors.toSet());
        ofJobs = model.definitions(Kind.JOB).values().stream()
                .filter(JobDefinition.class::isInstance)
                .flatMap(job -> Optional.ofNullable(((JobDefinition) job).with().get("event")).stream())
                .filter(Node.TextNode.class::isInstance)
                .map(event -> ((Node.TextNode) event).value())
                .collect(Collectors.toSet());
    }

    /** What was perhaps meant by a pattern that no event will ever fit; nothing where one can. */
    public Optional<List<String>> instead(String pattern) {
        if (ofJobs.stream().anyMatch(new EventNames(List.of(pattern))::match)) {
            return Optional.empty();
        }
        String[] parts = pattern.split("\\.");
        if (parts[0].equals(STAR)) {
            return parts.length == 1 || parts.length == 2 || parts.length == 3 && fits(parts[2], VERBS)
                    ? Optional.empty()
                    : Optional.of(VERBS.stream().map(verb -> "*.*." + verb).toList());
        }
        if (!packs.contains(parts[0])) {
            String rest = pattern.substring(parts[0].length());
            return Optional.of(near(parts[0], packs)
                    .map(pack -> pack + (rest.isEmpty() ? ".*" : rest))
                    .toList());
        }
        return switch (parts.length) {
            case 1 -> Optional.of(List.of(parts[0] + ".*"));
            case 2 -> ofPack(parts[0], parts[1]);
            default -> parts[1].equals(STAR) ? ofAny(parts) : ofEntity(parts);
        };
    }

    private Optional<List<String>> ofPack(String pack, String name) {
        boolean entity = entities.contains(pack + "." + name);
        if (name.equals(STAR) || !entity && withHooks.contains(pack)) {
            return Optional.empty();
        }
        return Optional.of(
                near(pack + "." + name, entitiesOf(pack)).map(one -> one + ".*").toList());
    }

    private Optional<List<String>> ofAny(String[] parts) {
        boolean slip = Suggestion.nearest(parts[2], VERBS).isPresent() || !withHooks.contains(parts[0]);
        return fits(parts[2], VERBS) || !slip
                ? Optional.empty()
                : Optional.of(near(parts[2], VERBS)
                        .map(verb -> parts[0] + ".*." + verb)
                        .toList());
    }

    private Optional<List<String>> ofEntity(String[] parts) {
        String entity = parts[0] + "." + parts[1];
        String verb = parts[2];
        if (entities.contains(entity)) {
            boolean slip = Suggestion.nearest(verb, VERBS).isPresent() || !withHooks.contains(parts[0]);
            return fits(verb, VERBS) && parts.length == 3 || !slip
                    ? Optional.empty()
                    : Optional.of(
                            near(verb, VERBS).map(one -> entity + "." + one).toList());
        }
        Set<String> others = entitiesOf(parts[0]);
        boolean slip =
                VERBS.contains(verb) || Suggestion.nearest(entity, others).isPresent() || !withHooks.contains(parts[0]);
        return slip
                ? Optional.of(near(entity, others).map(one -> one + "." + verb).toList())
                : Optional.empty();
    }

    private static boolean fits(String part, Collection<String> known) {
        return part.equals(STAR) || known.contains(part);
    }

    private Set<String> entitiesOf(String pack) {
        return entities.stream()
                .filter(entity -> pack(entity).equals(pack))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The one that is hardly another word; else some, so that one sees what names are like. */
    private static Stream<String> near(String word, Collection<String> known) {
        return Suggestion.nearest(word, known)
                .map(Stream::of)
                .orElseGet(() -> known.stream().limit(MOST));
    }

    private static String pack(String name) {
        return name.substring(0, name.indexOf('.'));
    }
}
