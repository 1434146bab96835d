package io.armature.engine.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.access.Access;
import io.armature.engine.access.Verb;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How files of a kind are taken in, kept under a name for all who may import into the entity. */
public final class IntakeTemplates {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_NAME = 100;

    private final Database database;
    private final Access access;

    public IntakeTemplates(Database database, Access access) {
        this.database = database;
        this.access = access;
    }

    /** By their names. */
    public Map<String, JsonNode> of(RequestContext context, Entity into) {
        access.require(context, Verb.IMPORT, into);
        Map<String, JsonNode> templates = new LinkedHashMap<>();
        database.direct(sql -> TemplateStore.of(sql, context.tenant(), into.fullName()))
                .forEach(row -> templates.put(row[0], json(row[1])));
        return templates;
    }

    /** Keeps one, in place of the one that is called so already. */
    public void keep(RequestContext context, Entity into, String name, IntakeOrder order) {
        access.require(context, Verb.IMPORT, into);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new ProblemException(Problem.inValue(ProblemCode.OUT_OF_RANGE, "name", "1 – " + LONGEST_NAME));
        }
        database.transaction(sql -> {
            TemplateStore.keep(
                    sql,
                    context.tenant(),
                    into.fullName(),
                    name,
                    order.json(),
                    context.user().id());
            return name;
        });
    }

    public void forget(RequestContext context, Entity into, String name) {
        access.require(context, Verb.IMPORT, into);
        int gone = database.direct(sql -> TemplateStore.forget(sql, context.tenant(), into.fullName(), name));
        if (gone == 0) {
            throw new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", "imports/templates/" + name, ""));
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL keeps JSON only", impossible);
        }
    }
}
