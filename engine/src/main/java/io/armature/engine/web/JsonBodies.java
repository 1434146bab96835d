package io.armature.engine.web;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads JSON bodies: numbers exactly as written, keys once, within limits. Safe for many threads. */
@Singleton
public final class JsonBodies {

    /** Bytes that a JSON body may have. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int MOST_LEVELS = 100;
    private static final int MOST_DIGITS = 1000;

    private final JsonMapper mapper = JsonMapper.builder(new JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_LEVELS)
                            .maxNumberLength(MOST_DIGITS)
                            .maxStringLength(MOST_BYTES)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    /**
     * The body's tree.
     *
     * @throws ProblemException when it is empty, too large, too deep or no JSON
     */
    public JsonNode read(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new ProblemException(tooLarge());
        }
        try {
            JsonNode tree = mapper.readTree(body);
            if (tree.isMissingNode()) {
                throw malformed("the body is empty", "Send JSON.");
            }
            return tree;
        } catch (StreamConstraintsException beyond) {
            throw beyond.getOriginalMessage().contains("nesting depth")
                    ? new ProblemException(Problem.inValue(ProblemCode.JSON_TOO_DEEP, "", String.valueOf(MOST_LEVELS)))
                    : malformed(beyond.getOriginalMessage(), "");
        } catch (JsonProcessingException notJson) {
            throw malformed(notJson.getOriginalMessage(), place(notJson.getLocation()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The body's tree read as a type with properties of its own. */
    public <T> T read(byte[] body, Class<T> type) {
        JsonNode tree = read(body);
        if (!tree.isObject()) {
            throw malformed("the body is no object", "Send a JSON object.");
        }
        try {
            return mapper.treeToValue(tree, type);
        } catch (MismatchedInputException otherValue) {
            throw new ProblemException(Misfits.problem(otherValue));
        } catch (JsonProcessingException doesNotFit) {
            throw malformed(doesNotFit.getOriginalMessage(), "");
        }
    }

    static Problem tooLarge() {
        return Problem.inValue(ProblemCode.BODY_TOO_LARGE, "", String.valueOf(MOST_BYTES));
    }

    private static ProblemException malformed(String what, String hint) {
        return new ProblemException(Problem.inValue(ProblemCode.MALFORMED_REQUEST, "", what, hint));
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null
                ? ""
                : "Look at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }
}
