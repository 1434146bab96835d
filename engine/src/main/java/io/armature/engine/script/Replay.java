package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.User;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Runs a call that failed again: with the record, caller, moment, chance and answers of then, and with nothing else. It reaches no
 * database and no server, and keeps nothing.
 */
public final class Replay implements AutoCloseable {

    private final Model model;
    private final ScriptThreads threads = new ScriptThreads();
    private final RealmPool realms;
    private final HookBook book;

    /** @param model of the pack as it shall be run, and of what it requires */
    public Replay(Model model) {
        this(model, new RealmPool());
    }

    private Replay(Model model, RealmPool realms) {
        this.model = model;
        this.realms = realms;
        this.book = HookBook.of(model, new ModuleReader(threads, realms));
    }

    /**
     * The same with a debugger: whoever opens the address that is printed sees the function stop at its first line. Takes as long
     * as that does.
     *
     * @param port where the debugger listens, on this machine
     */
    public static Replay inspected(Model model, int port) {
        return new Replay(model, RealmPool.inspected(port));
    }

    /**
     * What came of it.
     *
     * @param failure as recordings have it; empty when the function ended well
     * @param answer what it returned then; JSON null for a function of a record
     * @param log what it logged
     */
    public record Outcome(Optional<ObjectNode> failure, JsonNode answer, List<String> log) {

        public Outcome {
            log = List.copyOf(log);
        }

        /** Whether the same came of it as then. */
        public boolean isSame(JsonNode recording) {
            return failure.filter(recording.path("failure")::equals).isPresent();
        }
    }

    /**
     * Runs one.
     *
     * @param recording as {@code sys.script_failure} keeps it
     * @throws ProblemException when the pack has no such function
     */
    public Outcome run(JsonNode recording) {
        Point point = new Point(
                Point.Kind.valueOf(recording.path("kind").asText()),
                recording.path("name").asText());
        Scene scene = scene(recording);
        HookModule module = module(recording, point);
        List<String> log = new ArrayList<>();
        HookCalls calls = new HookCalls(
                realms,
                ports(),
                (call, failure) -> call.lines().forEach(line -> log.add(line.level() + " " + line.message())),
                Optional.of(new Call.Chance(
                        new ReplayTape(recording.path("tape")),
                        Long.parseLong(recording.path("seed").asText()))));
        try {
            JsonNode answer = threads.run(() -> call(calls, scene, module, point, recording));
            return new Outcome(Optional.empty(), answer, log);
        } catch (ProblemException failed) {
            return new Outcome(Optional.of(Recording.failure(failed)), NullNode.instance, log);
        }
    }

    private JsonNode call(HookCalls calls, Scene scene, HookModule module, Point point, JsonNode recording) {
        JsonNode input = recording.path("input");
        if (recording.has("record")) {
            JsonNode record = recording.path("record");
            calls.of(scene, module, point, record(record, recording.path("before")));
            return NullNode.instance;
        }
        if (point.kind() == Point.Kind.ON_READ && input instanceof ObjectNode shown) {
            ObjectNode changed = shown.deepCopy();
            calls.shown(scene, module, List.of(new ReadRecord(model.require(module.entity()), changed, false)));
            return changed;
        }
        Action action = module.actions().get(point.name());
        return point.kind() == Point.Kind.ACTION && action != null
                ? calls.with(scene, module, point, input, HookCalls.parameters(action, input))
                : calls.with(scene, module, point, input, realm -> HookCalls.shown(realm, input));
    }

    private ReplayRecord record(JsonNode record, JsonNode before) {
        String name = record.path("entity").asText();
        Entity entity = model.entity(name)
                .orElseThrow(() -> new ProblemException(
                        Problem.inValue(ProblemCode.SCRIPT_ENTITY_UNKNOWN, "record.entity", name, "")));
        return new ReplayRecord(model, entity, record, before.isMissingNode() ? MissingNode.getInstance() : before);
    }

    private HookModule module(JsonNode recording, Point point) {
        String pack = recording.path("pack").asText();
        String file = recording.path("file").asText();
        return book.modules().stream()
                .filter(module -> module.pack().equals(pack)
                        && module.definition().name().equals(file)
                        && module.points().contains(point))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.inValue(ProblemCode.NOT_FOUND, "", pack + "." + file + ":" + point, "")));
    }

    private Scene scene(JsonNode recording) {
        JsonNode caller = recording.path("user");
        User user = new User(
                UUID.fromString(caller.path("id").asText()),
                caller.path("username").asText(),
                caller.path("name").asText(),
                texts(caller.path("roles")),
                texts(caller.path("groups")),
                ids(caller.path("teams")),
                Optional.of(caller.path("company").asText(""))
                        .filter(id -> !id.isEmpty())
                        .map(UUID::fromString),
                Optional.empty(),
                ZoneId.of(caller.path("zone").asText("UTC")));
        String tenant = recording.path("tenant").asText();
        RequestContext context = new RequestContext(
                new Tenant(tenant, tenant, Set.of()),
                model,
                user,
                Locale.forLanguageTag(caller.path("locale").asText("en")),
                "replay");
        Map<String, Object> more = new HashMap<>();
        recording.path("more").properties().forEach(entry -> more.put(entry.getKey(), lent(entry.getValue())));
        return new Scene(
                context,
                Optional.empty(),
                Instant.parse(recording.path("now").asText()),
                recording.path("dryRun").asBoolean(),
                ids(recording.path("writing")),
                more);
    }

    /** What a function was lent: values as they were, and tools that do nothing, as nothing leaves a replay. */
    private static Object lent(JsonNode value) {
        return value.asText("").equals(Recording.TOOL) ? (Tool) given -> NullNode.instance : value;
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static Set<UUID> ids(JsonNode list) {
        return list.valueStream().map(id -> UUID.fromString(id.asText())).collect(Collectors.toSet());
    }

    /** All that functions can reach, none of which leads anywhere: the tape answers for it. */
    private static List<Port> ports() {
        return List.of(
                new DbPort(() -> {
                    throw nowhere();
                }),
                new NotifyPort((scene, event) -> {
                    throw nowhere();
                }),
                new EmitPort((scene, event) -> {
                    throw nowhere();
                }),
                new MailPort(
                        () -> {
                            throw nowhere();
                        },
                        (scene, mail) -> {
                            throw nowhere();
                        },
                        (scene, event) -> {
                            throw nowhere();
                        }),
                new HttpPort((call, request) -> {
                    throw nowhere();
                }),
                new FilesPort(() -> {
                    throw nowhere();
                }),
                new AbsentPort("ai"));
    }

    private static IllegalStateException nowhere() {
        return new IllegalStateException("Nothing leaves a replay");
    }

    @Override
    public void close() {
        threads.close();
        realms.close();
    }
}
