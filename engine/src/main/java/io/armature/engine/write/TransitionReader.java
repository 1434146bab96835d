package io.armature.engine.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.problem.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads what a caller sends with a transition: {@code {"comment": "…", "values": {…}, "version": 3}}, all
 * optional; {@code {"decision": "reject"}} and the like where others must agree.
 */
public final class TransitionReader {

    private static final String COMMENT = "comment";
    private static final String VALUES = "values";
    private static final String DECISION = "decision";
    private static final String TO = "to";
    private static final String OF = "of";
    private static final List<String> PARTS = List.of(COMMENT, VALUES, SystemFields.VERSION, DECISION, TO, OF);
    private static final int LONGEST = 20_000;

    private final Model model;

    public TransitionReader(Model model) {
        this.model = model;
    }

    /**
     * @param version that the record must have, as the request's headers say
     * @throws ProblemException with everything that cannot be understood
     */
    public Change.Transition read(Entity entity, UUID id, String name, JsonNode json, Optional<Long> version) {
        Problems problems = new Problems();
        if (!json.isObject()) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.INVALID_VALUE, "", "an object", "{\"comment\": \"…\"}"));
        }
        json.fieldNames().forEachRemaining(part -> {
            if (!PARTS.contains(part)) {
                problems.add(Problem.inValue(
                        ProblemCode.UNKNOWN_VALUE_FIELD,
                        part,
                        part,
                        entity.fullName(),
                        Suggestion.question(part, PARTS)));
            }
        });
        ChangeReader reader = new ChangeReader(model, false);
        Content content = json.hasNonNull(VALUES)
                ? reader.update(entity, id, json.get(VALUES), VALUES, false).content()
                : Content.EMPTY;
        reader.problems().forEach(problems::add);
        Optional<String> comment = comment(json.path(COMMENT), problems);
        Optional<Long> wanted = version.or(() -> version(json.path(SystemFields.VERSION), problems));
        Optional<Decision> decision = decision(name, json, problems);
        if (problems.hasErrors()) {
            throw new ProblemException(problems.sorted());
        }
        return new Change.Transition(entity, "", id, wanted, name, comment, content, decision.orElse(Decision.APPROVE));
    }

    private static Optional<Decision> decision(String transition, JsonNode json, Problems problems) {
        String word = json.path(DECISION).isMissingNode()
                ? "approve"
                : json.path(DECISION).asText();
        Optional<Decision> decision = switch (word) {
            case "approve" -> Optional.of(Decision.APPROVE);
            case "reject" -> Optional.of(new Decision.Reject());
            case "return" -> Optional.of(new Decision.Return());
            case "reassign" ->
                Uuids.parse(json.path(TO).asText())
                        .map(to -> new Decision.Reassign(
                                to, Uuids.parse(json.path(OF).asText())));
            default -> Optional.empty();
        };
        if (decision.isEmpty()) {
            problems.add(Problem.inValue(ProblemCode.APPROVAL_DECISION, DECISION, transition, word));
        }
        return decision;
    }

    private static Optional<String> comment(JsonNode json, Problems problems) {
        if (json.isMissingNode() || json.isNull()) {
            return Optional.empty();
        }
        String text = json.asText("").strip();
        if (!json.isTextual()) {
            problems.add(Problem.inValue(ProblemCode.INVALID_VALUE, COMMENT, "a text", "\"…\""));
        } else if (text.indexOf('\0') >= 0) {
            problems.add(Problem.inValue(ProblemCode.UNSTORABLE_CHARACTER, COMMENT, "U+0000"));
        } else if (text.length() > LONGEST) {
            problems.add(Problem.inValue(ProblemCode.TOO_LONG, COMMENT, Integer.toString(LONGEST)));
        }
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    private static Optional<Long> version(JsonNode json, Problems problems) {
        if (json.isMissingNode() || json.isNull()) {
            return Optional.empty();
        }
        if (!json.canConvertToExactIntegral() || !json.canConvertToLong()) {
            problems.add(Problem.inValue(ProblemCode.INVALID_VALUE, SystemFields.VERSION, "a version", "3"));
            return Optional.empty();
        }
        return Optional.of(json.longValue());
    }
}
