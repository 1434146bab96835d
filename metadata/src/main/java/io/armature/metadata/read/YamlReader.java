package io.armature.metadata.read;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML text to a tree. Definitions use the plain part of YAML: no anchors, aliases, tags, merge keys or second
 * documents, so what stands in a file is what it says.
 */
final class YamlReader {

    private final String file;
    private final Problems problems;
    private final TreeBuilder tree;

    private YamlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.tree = new TreeBuilder(problems);
    }

    /** The tree, unless the syntax is wrong; nothing for an empty text. */
    static Optional<Node> read(String file, String text, Problems problems) {
        return new YamlReader(file, problems).read(text);
    }

    private Optional<Node> read(String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Limits.BYTES);
            Parser parser = new ParserImpl(new StreamReader(text), options);
            int documents = 0;
            while (!parser.checkEvent(Event.ID.StreamEnd)) {
                Event event = parser.getEvent();
                if (event instanceof DocumentStartEvent && ++documents > 1) {
                    forbidden(event, "---");
                    break;
                }
                if (!accept(event)) {
                    return Optional.empty();
                }
            }
            return tree.root();
        } catch (MarkedYAMLException wrong) {
            syntax(wrong.getProblemMark(), wrong.getProblem());
        } catch (ReaderException unreadable) {
            problems.add(Problem.error(
                    ProblemCode.SYNTAX,
                    placeOf(text, unreadable.getPosition()),
                    "",
                    "YAML",
                    "U+%04X".formatted(unreadable.getCodePoint()),
                    ""));
        } catch (YAMLException wrong) {
            syntax(null, String.valueOf(wrong.getMessage()));
        }
        return Optional.empty();
    }

    private boolean accept(Event event) {
        switch (event) {
            case AliasEvent alias -> {
                forbidden(event, "*" + alias.getAnchor());
                tree.value(new NullNode(position(event)));
            }
            case CollectionStartEvent start -> {
                return begin(start);
            }
            case ScalarEvent scalar -> scalar(scalar);
            default -> {
                if (event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd)) {
                    tree.end();
                }
            }
        }
        return true;
    }

    private boolean begin(CollectionStartEvent start) {
        if (tree.expectsKey()) {
            forbidden(start, "?");
            return false;
        }
        if (!tree.mayNest()) {
            problems.add(
                    Problem.error(ProblemCode.NESTED_TOO_DEEP, position(start), "", Integer.toString(Limits.DEPTH)));
            return false;
        }
        checkPlain(start, start.getTag());
        tree.begin(position(start), start instanceof MappingStartEvent);
        return true;
    }

    private void scalar(ScalarEvent scalar) {
        checkPlain(scalar, scalar.getImplicit().bothFalse() ? scalar.getTag() : null);
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        if (tree.expectsKey()) {
            if (plain && scalar.getValue().equals("<<")) {
                forbidden(scalar, "<<");
            }
            tree.key(scalar.getValue(), position(scalar));
        } else {
            tree.value(
                    plain
                            ? Scalars.plain(scalar.getValue(), position(scalar), problems)
                            : new TextNode(position(scalar), scalar.getValue()));
        }
    }

    private void checkPlain(NodeEvent event, @Nullable String tag) {
        if (event.getAnchor() != null) {
            forbidden(event, "&" + event.getAnchor());
        }
        if (tag != null) {
            forbidden(event, tag.equals("!") ? tag : "!" + tag.substring(tag.lastIndexOf(':') + 1));
        }
    }

    private void forbidden(Event event, String what) {
        problems.add(Problem.error(ProblemCode.FORBIDDEN_YAML, position(event), "", what));
    }

    private void syntax(@Nullable Mark mark, @Nullable String problem) {
        Position place = mark == null ? new Position(file, 1, 1) : position(mark);
        String text = problem == null ? "" : problem.strip();
        problems.add(Problem.error(ProblemCode.SYNTAX, place, "", "YAML", text, SyntaxAdvice.yaml(text)));
    }

    private Position placeOf(String text, int index) {
        String before =
                text.substring(0, text.offsetByCodePoints(0, Math.min(index, text.codePointCount(0, text.length()))));
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(file, lines + 1, before.length() - before.lastIndexOf('\n'));
    }

    private Position position(Event event) {
        return position(event.getStartMark());
    }

    private Position position(Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
