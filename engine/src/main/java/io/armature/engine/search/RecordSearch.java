package io.armature.engine.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.access.Access;
import io.armature.engine.access.AccessPolicy;
import io.armature.engine.current.RequestContext;
import io.armature.engine.current.Translations;
import io.armature.engine.query.request.CountMode;
import io.armature.engine.query.request.Deletion;
import io.armature.engine.query.request.FieldSelection;
import io.armature.engine.query.request.Page;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.record.RecordReads;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds records by words in whatever a caller may read: a statement for each entity that is searched, a few at once, and
 * what came within a moment. Where nothing is called so, what is nearly called so. Safe for many threads.
 */
@Singleton
public final class RecordSearch {

    /** Whoever types does not wait longer; what takes longer is left out, and it is said. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private static final int AT_ONCE = 4;
    private static final int LONG_ENOUGH = 4;
    private static final String ID = "id";

    private final RecordReads records;
    private final Access access;
    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public RecordSearch(RecordReads records, Access access) {
        this.records = records;
        this.access = access;
    }

    /**
     * A record that was found.
     *
     * @param title what it is called
     * @param kind what its entity is called, in the caller's language
     */
    public record Found(String entity, String id, String title, String kind, Optional<String> icon) {}

    /**
     * What was found.
     *
     * @param near whether nothing is called so, and these nearly are
     * @param complete whether all entities were looked through in time
     */
    public record Findings(List<Found> data, boolean near, boolean complete) {
        public Findings {
            data = List.copyOf(data);
        }
    }

    /** @param each how many of an entity at most */
    public Findings find(RequestContext context, String words, int each) {
        String plain = words.strip();
        if (plain.isEmpty()) {
            return new Findings(List.of(), false, true);
        }
        Findings exact = round(context, plain, each, false);
        return exact.data().isEmpty() ? round(context, plain, each, true) : exact;
    }

    private Findings round(RequestContext context, String words, int each, boolean near) {
        AccessPolicy policy = access.policy(context);
        Translations translations = Translations.of(context.model());
        Semaphore places = new Semaphore(AT_ONCE);
        List<Entity> entities = searched(policy);
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Found> found = new ArrayList<>();
        boolean complete = true;
        // Whatever comes too late comes to its end by itself: to interrupt it would break its connection.
        List<Future<List<Found>>> answers = entities.stream()
                .map(entity -> threads.submit(() -> {
                    if (!places.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                        throw new TimeoutException(entity.fullName());
                    }
                    try {
                        return near
                                        && NearlyCalled.condition(entity.label(), words)
                                                .isEmpty()
                                ? List.<Found>of()
                                : read(context, entity, query(entity, words, each, near), translations);
                    } finally {
                        places.release();
                    }
                }))
                .toList();
        for (Future<List<Found>> answer : answers) {
            try {
                found.addAll(answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
            } catch (TimeoutException | ExecutionException late) {
                complete = false;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return new Findings(found, near, false);
            }
        }
        return new Findings(sorted(found, words), near, complete);
    }

    /** What has a life and a name of its own, and words to look in. */
    private static List<Entity> searched(AccessPolicy policy) {
        return policy.visible().entities().values().stream()
                .filter(entity -> entity.stored() && !entity.lineOf())
                .filter(entity -> !entity.search().isEmpty() && !entity.label().equals(ID))
                .filter(entity -> entity.field(entity.label()).isPresent())
                .filter(entity -> !policy.rows(entity.fullName()).isNone())
                // A customer is found as such, not as the party that he is too.
                .sorted(Comparator.comparing(
                        (Entity entity) -> -entity.lineage().size()))
                .toList();
    }

    private List<Found> read(RequestContext context, Entity entity, RecordQuery query, Translations translations) {
        try {
            JsonNode page = json.readTree(records.list(context, query, false));
            String kind = translations.text(
                    context.locale(),
                    entity.name().pack(),
                    "entities." + entity.name().entity() + ".title",
                    entity.title());
            List<Found> found = new ArrayList<>();
            page.path("data")
                    .forEach(row -> found.add(new Found(
                            entity.fullName(),
                            row.path(ID).asText(),
                            row.path(entity.label()).asText(""),
                            kind,
                            entity.icon())));
            return found;
        } catch (ProblemException notForHim) {
            // A field that is searched may be hidden from the caller: then there is nothing to find here.
            return List.of();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static RecordQuery query(Entity entity, String words, int each, boolean near) {
        return new RecordQuery(
                entity.fullName(),
                near ? NearlyCalled.condition(entity.label(), words) : Optional.empty(),
                List.of(),
                List.of(FieldSelection.of(ID), FieldSelection.of(entity.label())),
                each,
                Page.FIRST,
                CountMode.NONE,
                near ? Optional.empty() : Optional.of(words),
                Deletion.HIDDEN,
                Optional.empty(),
                Optional.empty());
    }

    /** Each once; names that begin with the words come first, otherwise as the entities come. */
    private static List<Found> sorted(List<Found> found, String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        String start = plain.substring(0, Math.min(LONG_ENOUGH, plain.length()));
        String end = plain.substring(Math.max(0, plain.length() - LONG_ENOUGH));
        Map<String, Found> once = new LinkedHashMap<>();
        found.forEach(one -> once.putIfAbsent(one.id(), one));
        List<Found> sorted = new ArrayList<>(once.values());
        sorted.sort(Comparator.comparing((Found one) -> rank(one.title().toLowerCase(Locale.ROOT), plain, start, end)));
        return sorted;
    }

    /** Who is called so comes before who only has the words in an address or a note. */
    private static int rank(String title, String plain, String start, String end) {
        if (title.startsWith(plain)) {
            return 0;
        }
        return title.contains(plain) ? 1 : title.contains(start) || title.contains(end) ? 2 : 3;
    }
}
