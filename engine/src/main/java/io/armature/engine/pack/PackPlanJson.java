package io.armature.engine.pack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.PackGrants;
import io.armature.metadata.problem.Problem;
import java.util.Locale;

/** A plan as callers see it. */
public final class PackPlanJson {

    private PackPlanJson() {}

    public static ObjectNode of(PackPlan plan, Locale locale) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("plan", plan.digest()).put("empty", plan.isEmpty());
        json.put("installable", plan.blocking().isEmpty());
        json.put("destructive", !plan.schema().destructive().isEmpty() && !plan.takesPacksAway());
        ArrayNode packs = json.putArray("packs");
        plan.steps().forEach(step -> pack(packs.addObject(), step));
        ArrayNode consent = json.putArray("consent");
        plan.steps().forEach(step -> step.consents().forEach(consent::add));
        json.set("schema", plan.schema().toJson(locale));
        ArrayNode permissions = json.putArray("permissions");
        plan.permissions()
                .forEach(change -> permissions
                        .addObject()
                        .put("role", change.role())
                        .put("entity", change.entity())
                        .put("before", change.before())
                        .put("after", change.after()));
        ArrayNode migrations = json.putArray("migrations");
        plan.migrations()
                .forEach(migration -> migrations
                        .addObject()
                        .put("pack", migration.origin().pack())
                        .put("name", migration.name()));
        ObjectNode seeds = json.putObject("data");
        plan.rows().forEach(seeds::put);
        ArrayNode problems = json.putArray("problems");
        plan.problems().forEach(problem -> problem(problems.addObject(), problem, locale));
        return json;
    }

    private static void pack(ObjectNode json, PackStep step) {
        json.put("pack", step.pack()).put("action", step.action().name().toLowerCase(Locale.ROOT));
        step.from().ifPresent(version -> json.put("from", version));
        step.to().ifPresent(version -> json.put("to", version));
        step.grants().filter(PackPlanJson::reaches).ifPresent(grants -> grants(json.putObject("grants"), grants));
    }

    private static boolean reaches(PackGrants grants) {
        return !grants.http().isEmpty() || grants.mail() || grants.files() || grants.ai() || grants.sudo();
    }

    private static void grants(ObjectNode json, PackGrants grants) {
        ArrayNode http = json.putArray("http");
        grants.http().forEach(http::add);
        json.put("mail", grants.mail())
                .put("files", grants.files())
                .put("ai", grants.ai())
                .put("sudo", grants.sudo());
    }

    private static void problem(ObjectNode json, Problem problem, Locale locale) {
        json.put("code", problem.code().id()).put("error", problem.isError()).put("path", problem.path());
        json.put("file", problem.position().file())
                .put("line", problem.position().line())
                .put("column", problem.position().column());
        json.put("message", problem.message(locale)).put("hint", problem.hint(locale));
    }
}
