package io.armature.engine.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.schema.catalogue.Digests;
import io.armature.engine.schema.step.PlannedStep;
import io.armature.engine.schema.step.Risk;
import io.armature.metadata.problem.Problem;
import java.util.List;
import java.util.Locale;

/**
 * Exactly what a change of the schema would do.
 *
 * @param catalogue a digest of the schema as it was when the plan was made
 * @param steps in the order in which they run
 * @param findings what the rows say: errors block the plan, warnings are worth a look
 */
public record SchemaPlan(String schema, String catalogue, List<PlannedStep> steps, List<Problem> findings) {

    public SchemaPlan {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Findings that forbid to apply the plan. */
    public List<Problem> blocking() {
        return findings.stream().filter(Problem::isError).toList();
    }

    /** Steps that take values out of use, and so want to be confirmed. */
    public List<PlannedStep> destructive() {
        return steps.stream().filter(step -> step.risk() == Risk.DESTRUCTIVE).toList();
    }

    /** Equal for plans that do the same to the same schema. */
    public String digest() {
        StringBuilder text = new StringBuilder(schema).append('\n').append(catalogue);
        steps.forEach(step -> step.sql()
                .forEach(sql ->
                        text.append('\n').append(step.stage()).append(' ').append(sql)));
        return Digests.full(text.toString());
    }

    /** As a text that a person reads. */
    public String print() {
        if (isEmpty() && findings.isEmpty()) {
            return "No changes of schema " + schema + ".\n";
        }
        StringBuilder text = new StringBuilder();
        text.append("Changes of schema ")
                .append(schema)
                .append(": ")
                .append(steps.size())
                .append(" steps, ");
        text.append(count(Risk.SLOW))
                .append(" slow, ")
                .append(count(Risk.DESTRUCTIVE))
                .append(" destructive\n");
        for (PlannedStep step : steps) {
            String risk = step.risk().name().toLowerCase(Locale.ROOT);
            text.append("  ").append(String.format(Locale.ROOT, "%-12s", risk)).append(step.text());
            text.append(step.afterCommit() ? " afterwards\n" : "\n");
        }
        for (Problem finding : findings) {
            text.append(finding.isError() ? "  BLOCKED     " : "  note        ")
                    .append(finding)
                    .append('\n');
        }
        return text.toString();
    }

    private long count(Risk risk) {
        return steps.stream().filter(step -> step.risk() == risk).count();
    }

    /** As JSON, with findings in the language of {@code locale}. */
    public ObjectNode toJson(Locale locale) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", schema).put("digest", digest()).put("catalogue", catalogue);
        ArrayNode stepNodes = json.putArray("steps");
        steps.forEach(step -> stepNodes.add(json(step)));
        ArrayNode findingNodes = json.putArray("findings");
        for (Problem finding : findings) {
            findingNodes
                    .addObject()
                    .put("code", finding.code().id())
                    .put("blocking", finding.isError())
                    .put("path", finding.path())
                    .put("message", finding.message(locale))
                    .put("hint", finding.hint(locale));
        }
        return json;
    }

    private static ObjectNode json(PlannedStep step) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("kind", step.kind()).put("table", step.step().table()).put("text", step.text());
        node.put("risk", step.risk().name().toLowerCase(Locale.ROOT)).put("rows", step.rows());
        node.put("lock", step.lock()).put("afterCommit", step.afterCommit());
        ArrayNode statements = node.putArray("sql");
        step.sql().forEach(statements::add);
        return node;
    }
}
