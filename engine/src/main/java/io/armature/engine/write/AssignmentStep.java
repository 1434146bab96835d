package io.armature.engine.write;

import io.armature.engine.access.Access;
import io.armature.engine.event.Event;
import io.armature.engine.event.Outbox;
import io.armature.metadata.model.SystemFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gives records that nobody has to somebody, by the rules of the packs, and tells him. */
final class AssignmentStep implements WriteStep {

    private final Access access;
    private final Uuids ids;

    AssignmentStep(Access access, Uuids ids) {
        this.access = access;
        this.ids = ids;
    }

    @Override
    public void apply(WriteSet set) {
        if (set.problems().hasErrors()) {
            return;
        }
        Map<String, AssignmentChoice> choices = new HashMap<>();
        for (RecordState record : set.written()) {
            if (record.action() != Action.DELETE && record.action() != Action.RESTORE) {
                for (AssignmentRule rule : set.plan(record).assignments()) {
                    assign(set, record, rule, choices);
                }
            }
        }
    }

    private void assign(WriteSet set, RecordState record, AssignmentRule rule, Map<String, AssignmentChoice> choices) {
        boolean wanted = !record.has(rule.field().name())
                && rule.when().map(when -> set.rules().holds(when, record)).orElse(true);
        if (!wanted) {
            return;
        }
        Optional<UUID> chosen = switch (rule.definition().by()) {
            case EXPRESSION ->
                rule.user()
                        .flatMap(user -> set.rules().value(user, record))
                        .filter(UUID.class::isInstance)
                        .map(UUID.class::cast);
            case ROUND_ROBIN, LEAST_LOADED ->
                choices.computeIfAbsent(rule.name(), any -> AssignmentChoice.of(set, rule, access))
                        .next();
        };
        chosen.ifPresent(user -> {
            record.set(rule.field().name(), user);
            if (!user.equals(set.context().user().id())) {
                tell(set, record, user);
            }
        });
    }

    private void tell(WriteSet set, RecordState record, UUID user) {
        long version = record.after(SystemFields.VERSION) instanceof Long known ? known : 1;
        Event event = Event.of(
                ids.next(set.now()),
                set.now(),
                "sys.notification.requested",
                Optional.of(new Event.Subject(record.entity().fullName(), record.id(), version)),
                set.context().user().id(),
                "{\"recipients\": [\"" + user + "\"], \"kind\": \"assignment\"}",
                set.context().requestId());
        set.flush().insert(Outbox.TABLE, Outbox.row(event));
    }
}
