package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.event.Event;
import io.armature.engine.query.request.RecordQueryParser;
import io.armature.engine.record.RecordReads;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.MailDefinition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code action: mail}: a text, {@code with: { to: [ada@example.org], subject: …, text: … }}, or a mail of a pack, for each record
 * that a filter finds, {@code with: { template: sleeping, filter: …, to: [owner] }}.
 */
public final class MailAction implements JobAction {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 1000;
    private static final String ROLE = "role:";

    private final Database database;
    private final RecordReads reads;
    private final MailOrders mails;

    public MailAction(Database database, RecordReads reads, MailOrders mails) {
        this.database = database;
        this.reads = reads;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "mail";
    }

    /** @param with {@code limit} says how many records at most */
    @Override
    public void run(RequestContext context, String pack, JsonNode with, RunCall call) {
        ObjectNode order = MailOrders.of(with);
        List<Optional<Event.Subject>> about = List.of(Optional.empty());
        if (with.path("to").isEmpty()) {
            Given.text(with, "to");
        }
        order.set("to", recipients(with.path("to"), context, pack));
        if (with.has("template")) {
            String name = Given.qualified(Given.text(with, "template"), pack);
            MailDefinition mail = mail(context, name);
            order.put("template", name);
            if (mail.entity().isPresent()) {
                about = found(
                        context,
                        Given.qualified(mail.entity().get(), mail.origin().pack()),
                        with);
            }
        } else {
            Given.text(with, "subject");
            Given.text(with, "text");
        }
        List<Optional<Event.Subject>> all = about;
        database.transaction(transaction -> {
            all.forEach(one -> mails.add(transaction, context, order, one));
            call.say("Mails asked for: " + all.size());
            call.doneWith(transaction);
            return all;
        });
    }

    /** A role of the job's pack may be named without it, as in mails. */
    private static JsonNode recipients(JsonNode to, RequestContext context, String pack) {
        if (to.isArray()) {
            ArrayNode all = JSON.createArrayNode();
            to.forEach(one -> all.add(recipients(one, context, pack)));
            return all;
        }
        if (!to.asText().startsWith(ROLE)) {
            return to;
        }
        String role = Given.qualified(to.asText().substring(ROLE.length()), pack);
        return context.model().definitions(Kind.ROLE).containsKey(role) ? TextNode.valueOf(ROLE + role) : to;
    }

    private static MailDefinition mail(RequestContext context, String name) {
        return Optional.ofNullable(context.model().definitions(Kind.MAIL).get(name))
                .filter(MailDefinition.class::isInstance)
                .map(MailDefinition.class::cast)
                .orElseThrow(
                        () -> new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "with.template", name, "")));
    }

    private List<Optional<Event.Subject>> found(RequestContext context, String entity, JsonNode with) {
        int most = Math.clamp(with.path("limit").asInt(MOST), 1, MOST);
        try {
            List<Optional<Event.Subject>> found = new ArrayList<>();
            for (JsonNode record : JSON.readTree(reads.list(
                            context,
                            RecordQueryParser.ofUrl(
                                    entity,
                                    Map.of(
                                            "filter", List.of(Given.text(with, "filter")),
                                            "fields", List.of("id,version"),
                                            "limit", List.of(Integer.toString(most)))),
                            false))
                    .path("data")) {
                found.add(Optional.of(new Event.Subject(
                        entity,
                        UUID.fromString(record.path("id").asText()),
                        record.path("version").asLong())));
            }
            return found;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
