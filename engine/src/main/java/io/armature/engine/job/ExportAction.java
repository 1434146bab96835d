package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.file.StoredFile;
import io.armature.engine.file.StoredFiles;
import io.armature.engine.print.ExportFiles;
import io.armature.engine.query.request.RecordQueryParser;
import io.armature.engine.transfer.ExportOrder;
import io.armature.metadata.model.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code action: export}: records as a file that goes to people by mail, {@code with: { entity: crm.lead, filter: …, fields: …,
 * format: xlsx, to: [role:crm.manager] }}. The file stays for a day.
 */
public final class ExportAction implements JobAction {

    private static final List<String> QUERY = List.of("filter", "fields", "sort");

    private final Database database;
    private final ExportFiles exports;
    private final StoredFiles files;
    private final MailOrders mails;

    public ExportAction(Database database, ExportFiles exports, StoredFiles files, MailOrders mails) {
        this.database = database;
        this.exports = exports;
        this.files = files;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public void run(RequestContext context, String pack, JsonNode with, RunCall call) {
        Entity entity = Given.entity(context, with, pack);
        StoredFile file = file(context, entity, with);
        ObjectNode order = MailOrders.of(with);
        order.putArray("files").add(file.id().toString());
        if (order.has("template")) {
            order.put("template", Given.qualified(Given.text(with, "template"), pack));
        } else {
            order.put("subject", with.path("subject").asText(entity.plural()));
            order.put("text", with.path("text").asText(file.name()));
        }
        database.transaction(transaction -> {
            if (!with.path("to").isEmpty() || with.path("to").isTextual()) {
                mails.add(transaction, context, order, Optional.empty());
            }
            call.say("{\"file\": \"" + file.id() + "\", \"bytes\": " + file.size() + "}");
            call.doneWith(transaction);
            return file;
        });
    }

    private StoredFile file(RequestContext context, Entity entity, JsonNode with) {
        String format = with.path("format").asText("xlsx");
        Map<String, List<String>> query = new HashMap<>();
        QUERY.stream()
                .filter(with::hasNonNull)
                .forEach(parameter ->
                        query.put(parameter, List.of(with.path(parameter).asText())));
        ExportOrder order = ExportOrder.of(RecordQueryParser.ofUrlForAll(entity.fullName(), query));
        try (InputStream content =
                exports.open(context, entity, order, format, "with.format").content()) {
            String file = with.path("name").asText(entity.name().entity()) + "." + format;
            return files.add(context, file, content, Optional.empty());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
