package io.armature.engine.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.event.Event;
import io.armature.engine.workflow.Move;
import io.armature.engine.workflow.Workflow;
import io.armature.metadata.model.SystemFields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;

/** Asks for people to be told of what a workflow did, by an event that leaves with the transaction. */
final class Notices {

    private static final String EVENT = "sys.notification.requested";
    private static final String ROLE = "role:";
    private static final String OWNER = "owner";

    private final WriteSet set;
    private final Uuids ids;

    Notices(WriteSet set, Uuids ids) {
        this.set = set;
        this.ids = ids;
    }

    /** Of the transitions that a record takes. */
    List<Event> of(RecordState record) {
        return record.moves().stream()
                .flatMap(move -> of(record, move).stream())
                .toList();
    }

    private Optional<Event> of(RecordState record, Move move) {
        Workflow workflow = move.workflow();
        List<String> notified = move.transition().definition().notified();
        String title = workflow.target(move.transition()).title();
        return notified.isEmpty()
                        || !move.transition()
                                .to()
                                .equals(move.transition().definition().to())
                ? Optional.empty()
                : of(record, workflow, notified, title, move.comment().orElse(""));
    }

    /**
     * @param notified {@code owner}, {@code role:x}, or a field that links to a user
     * @param title in English
     */
    Optional<Event> of(RecordState record, Workflow workflow, List<String> notified, String title, String body) {
        SequencedSet<String> recipients = new LinkedHashSet<>();
        for (String who : notified) {
            recipient(record, workflow.recipient(who)).ifPresent(recipients::add);
        }
        if (recipients.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode to = json.putArray("recipients");
        recipients.forEach(to::add);
        ObjectNode titles = json.putObject("title");
        String label = label(record);
        set.plans()
                .workflows()
                .texts(workflow, title)
                .forEach((language, text) -> titles.put(language, label.isEmpty() ? text : label + ": " + text));
        json.put("body", body);
        json.put("kind", "workflow");
        json.put("group", record.id().toString());
        return Optional.of(Event.of(
                ids.next(set.now()),
                set.now(),
                EVENT,
                Optional.of(new Event.Subject(
                        record.entity().fullName(),
                        record.id(),
                        record.after(SystemFields.VERSION) instanceof Long version ? version : 0)),
                set.context().user().id(),
                json.toString(),
                set.context().requestId()));
    }

    private static Optional<String> recipient(RecordState record, String who) {
        if (who.startsWith(ROLE) || Uuids.parse(who).isPresent()) {
            return Optional.of(who);
        }
        String field = who.equals(OWNER) ? SystemFields.OWNER : who;
        return record.after(field) instanceof UUID user ? Optional.of(user.toString()) : Optional.empty();
    }

    /** What the record is called, where a value of its own says so. */
    static String label(RecordState record) {
        return record.after(record.entity().label()) instanceof String text ? text : "";
    }
}
