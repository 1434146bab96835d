package io.armature.engine.script;

import io.armature.metadata.definition.HookDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * Looks at what files of hooks export; they are run for that, in a realm of their own and within the usual budget. What a file
 * exports is its own matter, whatever model it stands in: it is looked at once, and not again when something else changes.
 */
final class ModuleReader {

    /** Files that are known at once; when there are more, all are forgotten and looked at again when asked for. */
    private static final int MOST = 5_000;

    private static final Set<String> OTHER_KEYS = Set.of("entity", "order");

    private final ScriptThreads threads;
    private final RealmPool realms;
    private final Map<HookDefinition, Exports> known = new ConcurrentHashMap<>();

    /** What a file exports, and what is wrong with that. */
    private record Exports(
            Source source,
            Optional<String> entity,
            Set<String> after,
            Set<String> before,
            Set<Point> points,
            Map<String, Action> actions,
            List<Problem> problems) {

        Exports {
            points = Set.copyOf(points);
            problems = List.copyOf(problems);
        }
    }

    ModuleReader(ScriptThreads threads, RealmPool realms) {
        this.threads = threads;
        this.realms = realms;
    }

    /** What a file exports; nothing when it cannot be read, which is told. */
    Optional<HookModule> read(Model model, HookDefinition definition, Consumer<Problem> problems) {
        try {
            Exports exports = exports(definition);
            exports.problems().forEach(problems);
            return Optional.of(new HookModule(
                    definition,
                    exports.source(),
                    entity(model, definition, exports, problems),
                    exports.after(),
                    exports.before(),
                    exports.points(),
                    exports.actions()));
        } catch (ProblemException refused) {
            refused.problems().forEach(problems);
            return Optional.empty();
        }
    }

    private Exports exports(HookDefinition definition) {
        Exports before = known.get(definition);
        if (before != null) {
            return before;
        }
        Exports read = threads.run(() -> readHere(definition));
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(definition, read);
        return read;
    }

    private Exports readHere(HookDefinition definition) {
        Source source = ScriptEngine.source(definition);
        Call call = new Call(Optional.empty(), definition, Point.function("export"), Budget.READING, Optional.empty());
        RealmPool.Key key = new RealmPool.Key("", "", "");
        Realm realm = realms.take(key);
        try {
            return realm.during(call, own -> exports(definition, source, own.exported(source)));
        } finally {
            realm.close();
        }
    }

    private static Exports exports(HookDefinition definition, Source source, Value exported) {
        Position position = definition.origin().position();
        if (exported == null || !exported.hasMembers() || exported.canExecute()) {
            throw new ProblemException(Problem.error(ProblemCode.SCRIPT_EXPORT, position, ""));
        }
        List<Problem> problems = new ArrayList<>();
        Set<Point> points = new LinkedHashSet<>();
        for (String name : exported.getMemberKeys()) {
            if (!OTHER_KEYS.contains(name)) {
                points(name, exported.getMember(name), position, points, problems::add);
            }
        }
        Value entity = member(exported, "entity");
        Value order = member(exported, "order");
        return new Exports(
                source,
                entity.isString() ? Optional.of(entity.asString()) : Optional.empty(),
                names(order, "after"),
                names(order, "before"),
                points,
                actions(definition, exported, points, problems::add),
                problems);
    }

    private static Map<String, Action> actions(
            HookDefinition definition, Value exported, Set<Point> points, Consumer<Problem> problems) {
        Map<String, Action> actions = new HashMap<>();
        for (Point point : points) {
            if (point.kind() == Point.Kind.ACTION) {
                Value member = exported.getMember(point.kind().word()).getMember(point.name());
                actions.put(point.name(), ActionReader.read(definition, point.name(), member, problems));
            }
        }
        return actions;
    }

    private static Value member(Value object, String name) {
        Value member = object.getMember(name);
        return member == null ? Value.asValue(null) : member;
    }

    private static void points(
            String name, Value member, Position position, Set<Point> points, Consumer<Problem> problems) {
        Optional<Point.Kind> kind = Point.Kind.of(name);
        if (kind.isPresent() && kind.get().isNamed()) {
            if (!member.hasMembers() || member.canExecute()) {
                problems.accept(shape(position, name, "`" + name + ": { name(record, ctx) { … } }`"));
                return;
            }
            for (String inner : member.getMemberKeys()) {
                if (isFunction(member.getMember(inner))) {
                    points.add(new Point(kind.get(), inner));
                } else {
                    problems.accept(shape(position, name + "." + inner, "a function"));
                }
            }
        } else if (!isFunction(member)) {
            problems.accept(shape(position, name, "a function"));
        } else if (kind.isPresent()) {
            points.add(new Point(kind.get(), ""));
        } else {
            points.add(Point.function(name));
            nearMiss(name)
                    .ifPresent(meant -> problems.accept(
                            Problem.warning(ProblemCode.SCRIPT_POINT_UNKNOWN, position, name, name, meant)));
        }
    }

    /** A function whose name is nearly that of a point is hardly meant to be one that a workflow names. */
    private static Optional<String> nearMiss(String name) {
        return Suggestion.nearest(
                name, Arrays.stream(Point.Kind.values()).map(Point.Kind::word).collect(Collectors.toSet()));
    }

    /** An action is an object with a function when it declares its parameters. */
    private static boolean isFunction(Value member) {
        return member.canExecute()
                || member.hasMembers() && member(member, "run").canExecute();
    }

    private static Problem shape(Position position, String name, String wanted) {
        return Problem.error(ProblemCode.SCRIPT_SHAPE, position, name, name, wanted);
    }

    private static String entity(Model model, HookDefinition definition, Exports exports, Consumer<Problem> problems) {
        String pack = definition.origin().pack();
        String entity = exports.entity().orElse(pack + "." + definition.name());
        if (model.entity(entity).isPresent()) {
            return entity;
        }
        if (exports.entity().isPresent() || exports.points().stream().anyMatch(ModuleReader::needsEntity)) {
            Set<String> known = new HashSet<>(model.entities().keySet());
            problems.accept(Problem.error(
                    ProblemCode.SCRIPT_ENTITY_UNKNOWN,
                    definition.origin().position(),
                    "entity",
                    entity,
                    Suggestion.question(entity, known)));
        }
        return "";
    }

    private static boolean needsEntity(Point point) {
        return switch (point.kind()) {
            case JOB, ACTION, IMPORT, FUNCTION -> false;
            case BEFORE_VALIDATE,
                    BEFORE_SAVE,
                    AFTER_SAVE,
                    BEFORE_DELETE,
                    AFTER_DELETE,
                    ON_READ,
                    BEFORE_TRANSITION,
                    AFTER_TRANSITION -> true;
        };
    }

    private static Set<String> names(Value order, String key) {
        Value list = order.hasMembers() ? member(order, key) : Value.asValue(null);
        if (list.isString()) {
            return Set.of(list.asString());
        }
        return Stream.iterate(0L, i -> i < (list.hasArrayElements() ? list.getArraySize() : 0), i -> i + 1)
                .map(list::getArrayElement)
                .filter(Value::isString)
                .map(Value::asString)
                .collect(Collectors.toSet());
    }

    /** Whether a model has files to look at. */
    static boolean isNeeded(Model model) {
        return !model.definitions(Kind.HOOK).isEmpty();
    }
}
