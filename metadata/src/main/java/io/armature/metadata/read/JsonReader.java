package io.armature.metadata.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON text to the same tree that YAML gives. */
final class JsonReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH)
                    .maxNumberLength(2 * Limits.DIGITS + 20)
                    .maxStringLength(Limits.BYTES)
                    .build())
            .build();

    private final String file;
    private final Problems problems;
    private final TreeBuilder tree;

    private JsonReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.tree = new TreeBuilder(problems);
    }

    /** The tree, unless the syntax is wrong; nothing for an empty text. */
    static Optional<Node> read(String file, String text, Problems problems) {
        return new JsonReader(file, problems).read(text);
    }

    private Optional<Node> read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            while (parser.nextToken() != null) {
                if (tree.root().isPresent()) {
                    problems.add(syntax(parser.currentTokenLocation(), "text after the end"));
                    return Optional.empty();
                }
                accept(parser);
            }
            return tree.root();
        } catch (StreamConstraintsException tooMuch) {
            problems.add(Problem.error(
                    ProblemCode.NESTED_TOO_DEEP, position(tooMuch.getLocation()), "", Integer.toString(Limits.DEPTH)));
        } catch (JsonProcessingException wrong) {
            problems.add(syntax(wrong.getLocation(), firstLine(wrong.getOriginalMessage())));
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory can be read", impossible);
        }
        return Optional.empty();
    }

    private void accept(JsonParser parser) throws IOException {
        Position position = position(parser.currentTokenLocation());
        switch (parser.currentToken()) {
            case START_OBJECT -> tree.begin(position, true);
            case START_ARRAY -> tree.begin(position, false);
            case END_OBJECT, END_ARRAY -> tree.end();
            case FIELD_NAME -> tree.key(parser.currentName(), position);
            case VALUE_STRING -> tree.value(new TextNode(position, parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                tree.value(Scalars.number(new BigDecimal(parser.getText()), position, problems));
            case VALUE_TRUE -> tree.value(new FlagNode(position, true));
            case VALUE_FALSE -> tree.value(new FlagNode(position, false));
            case VALUE_NULL -> tree.value(new NullNode(position));
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("A parser of texts gives no " + parser.currentToken());
        }
    }

    private Problem syntax(@Nullable JsonLocation place, String what) {
        return Problem.error(ProblemCode.SYNTAX, position(place), "", "JSON", what, "");
    }

    private Position position(@Nullable JsonLocation place) {
        return place == null || place.getLineNr() < 1
                ? new Position(file, 1, 1)
                : new Position(file, place.getLineNr(), Math.max(1, place.getColumnNr()));
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
