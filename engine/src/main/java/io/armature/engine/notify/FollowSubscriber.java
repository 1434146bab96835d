package io.armature.engine.notify;

import static io.armature.engine.notify.WishStore.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.event.Event;
import io.armature.engine.event.Subscriber;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Model;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells people what happens to the records that they follow or own, and where somebody spoke to them. */
@Singleton
final class FollowSubscriber implements Subscriber {

    private static final Set<String> VERBS = Set.of("updated", "transitioned", "commented");
    private static final String COMMENTED = "commented";
    private static final String TRANSITIONED = "transitioned";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final CurrentModels models;
    private final Audience audience;
    private final Postman postman;
    private final Clock clock;

    FollowSubscriber(Database database, CurrentModels models, Audience audience, Postman postman, Clock clock) {
        this.database = database;
        this.models = models;
        this.audience = audience;
        this.postman = postman;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "followers";
    }

    @Override
    public boolean wants(Event event) {
        return event.subject().isPresent() && VERBS.contains(event.verb()) && !event.isInternal();
    }

    /** Most records have no followers; who comments on one follows it from there on. */
    @Override
    public Predicate<Event> interest(Tenant tenant, List<Event> events) {
        Set<Notice.About> records = events.stream().map(FollowSubscriber::about).collect(Collectors.toSet());
        Set<Notice.About> followed =
                new HashSet<>(database.direct(sql -> FollowerStore.followed(sql, tenant, records)));
        events.stream()
                .filter(event -> event.verb().equals(COMMENTED))
                .map(FollowSubscriber::about)
                .forEach(followed::add);
        return event -> followed.contains(about(event));
    }

    private static Notice.About about(Event event) {
        return event.subject()
                .map(subject -> new Notice.About(subject.entity(), subject.record()))
                .orElseThrow();
    }

    @Override
    public void receive(Tenant tenant, Event event) {
        Notice.About about = about(event);
        if (event.verb().equals(COMMENTED)) {
            commented(tenant, event, about);
        } else {
            Set<UUID> followers =
                    new LinkedHashSet<>(database.direct(sql -> FollowerStore.of(sql, tenant, about)).stream()
                            .map(Followers.Follower::id)
                            .toList());
            followers.remove(event.actor());
            Set<UUID> seeing = event.verb().equals(TRANSITIONED)
                    ? audience.ofStates(tenant, models.of(tenant), followers, about)
                    : Set.of();
            followers.removeAll(seeing);
            tell(
                    tenant,
                    event,
                    about,
                    seeing,
                    "transition",
                    details(event).path("to").asText(""));
            tell(tenant, event, about, followers, "change", "");
        }
    }

    private void commented(Tenant tenant, Event event, Notice.About about) {
        Optional<String> text = database.direct(sql -> sql.first(
                Sql.of(
                        "select text from " + table(tenant, "sys$comment") + " where id::text = ?",
                        SqlValue.text(details(event).path("comment").asText(""))),
                row -> row.getString(1)));
        if (text.isEmpty()) {
            return; // Taken back meanwhile.
        }
        Model model = models.of(tenant);
        Set<UUID> mentioned = new LinkedHashSet<>();
        Set<UUID> others = new LinkedHashSet<>();
        database.transaction(sql -> {
            FollowerStore.add(sql, tenant, about, event.actor(), clock.instant());
            mentioned.addAll(users(sql, tenant, Mentions.in(text.get())));
            others.addAll(Recipients.ofField(sql, tenant, model, "owner", about));
            FollowerStore.of(sql, tenant, about).forEach(follower -> others.add(follower.id()));
            return about;
        });
        others.removeAll(mentioned);
        mentioned.remove(event.actor());
        others.remove(event.actor());
        tell(tenant, event, about, mentioned, "mention", text.get());
        tell(tenant, event, about, others, "comment", text.get());
    }

    private void tell(
            Tenant tenant, Event event, Notice.About about, Collection<UUID> users, String kind, String text) {
        if (users.isEmpty()) {
            return;
        }
        Map<UUID, String> labels = audience.labels(tenant, models.of(tenant), users, about);
        String actor = audience.name(tenant, event.actor());
        String group = kind + " " + about.entity() + " " + about.record();
        database.transaction(sql -> {
            postman.tell(
                    sql,
                    tenant,
                    labels.keySet(),
                    kind,
                    to -> Optional.of(new Notice(
                            event.id(),
                            kind,
                            title(kind, to.locale(), actor, String.valueOf(labels.get(to.id())), text),
                            kind.equals("transition") ? "" : text,
                            Priority.NORMAL,
                            Optional.of(about),
                            group)),
                    clock.instant());
            return about;
        });
    }

    private static String title(String kind, Locale locale, String actor, String label, String text) {
        return NoticeTexts.of(kind + ".title", locale, actor, label, text);
    }

    private static Collection<UUID> users(SqlRunner sql, Tenant tenant, Set<String> names) {
        return sql.list(
                Sql.of(
                        "select id from " + table(tenant, "sys$user") + " where active and lower(username) = any(?)",
                        SqlValue.texts(List.copyOf(names))),
                row -> row.getObject(1, UUID.class));
    }

    private static JsonNode details(Event event) {
        try {
            return JSON.readTree(event.details());
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
