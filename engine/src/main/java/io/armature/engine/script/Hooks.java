package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.event.Event;
import io.armature.engine.event.Outbox;
import io.armature.engine.identity.PeerAddresses;
import io.armature.engine.mail.MailQueue;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs the functions of packs. Asking whether there are any costs a look into memory. Safe for many threads. */
public final class Hooks implements AutoCloseable {

    /** More than there are different models at once, or nearly; then all are forgotten and read again when asked for. */
    private static final int MOST = 64;

    private final ScriptThreads threads = new ScriptThreads();
    private final RealmPool realms = new RealmPool();
    private final ModuleReader reader = new ModuleReader(threads, realms);
    private final HookCalls calls;
    private final Map<String, HookBook> books = new ConcurrentHashMap<>();

    /** Hooks that can be looked at and reach nothing: for checking packs. */
    public Hooks() {
        this(List.of(), (call, failure) -> {});
    }

    private Hooks(List<Port> ports, HookCalls.Ledger ledger) {
        this.calls = new HookCalls(realms, ports, ledger);
    }

    /** The doors that functions come through; asked for when first needed. */
    public record Doors(Supplier<RecordDoor> records, Supplier<FileDoor> files) {}

    public static Hooks of(Doors doors, Outbox outbox, MailQueue mails, Peers peers, ScriptLedger ledger) {
        PeerCaller caller = new PeerCaller(peers.addresses());
        return new Hooks(
                List.of(
                        new DbPort(doors.records()),
                        new NotifyPort((scene, event) -> send(outbox, scene, event)),
                        new EmitPort((scene, event) -> send(outbox, scene, event)),
                        new MailPort(
                                doors.files(),
                                (scene, mail) -> mails.add(
                                        scene.transaction(), scene.context().tenant(), mail),
                                (scene, event) -> send(outbox, scene, event)),
                        new HttpPort((call, request) -> caller.answer(call, request, peers.answers())),
                        new FilesPort(doors.files()),
                        new AbsentPort("ai")),
                ledger::add);
    }

    /**
     * Other servers.
     *
     * @param addresses that may be called
     * @param answers in place of some
     */
    public record Peers(PeerAddresses addresses, PeerAnswers answers) {}

    private static void send(Outbox outbox, Scene scene, Event event) {
        outbox.add(scene.transaction(), scene.context().tenant(), event);
    }

    /** Whether functions look at anything that is written of an entity. */
    public boolean any(Model model, Entity entity) {
        return ModuleReader.isNeeded(model) && book(model).has(entity.fullName());
    }

    /**
     * Whether functions that may call other servers may run when records of an entity are written: those of its own pack, which
     * workflows and lines may name too, and those that are bound to it.
     */
    public boolean reachesOthers(Model model, Entity entity) {
        return ModuleReader.isNeeded(model)
                && Stream.concat(Stream.of(entity.origin().pack()), book(model).packs(entity.fullName()))
                        .distinct()
                        .map(model.packs()::get)
                        .anyMatch(pack -> pack != null && !pack.grants().http().isEmpty());
    }

    /** Whether functions run for records of an entity at a point. */
    public boolean has(Model model, Entity entity, Point point) {
        return ModuleReader.isNeeded(model)
                && !book(model).at(entity.fullName(), point).isEmpty();
    }

    /** Whether a pack has a function for a point that no record is needed for: a job, an action, an import. */
    public boolean has(Model model, String pack, Point point) {
        return ModuleReader.isNeeded(model) && book(model).of(pack, point).isPresent();
    }

    /** The functions that an import into an entity may name, with their packs. */
    public List<String> imports(Model model, Entity entity) {
        return ModuleReader.isNeeded(model) ? book(model).imports(entity) : List.of();
    }

    /** The custom endpoints of a model. */
    public List<Action> actions(Model model) {
        return ModuleReader.isNeeded(model) ? book(model).actions() : List.of();
    }

    /**
     * Calls a custom endpoint.
     *
     * @return what it answers; JSON null for nothing
     * @throws ProblemException when the input does not fit its parameters, the function refuses or fails, or its answer is
     *     not what it declares
     */
    public JsonNode call(Scene scene, Action action, JsonNode input) {
        Point point = Point.action(action.name());
        HookModule module = require(scene, action.pack(), point);
        Function<Realm, Object> shown = HookCalls.parameters(action, input);
        JsonNode answer = threads.run(() -> calls.with(scene, module, point, input, shown));
        action.check(answer);
        return answer;
    }

    /** Everything that is wrong with the hooks of a model, and with what names them. */
    public List<Problem> check(Model model) {
        HookBook checked = HookBook.of(model, reader);
        boolean whole = checked.problems().stream().noneMatch(Problem::isError);
        return whole
                ? Stream.concat(checked.problems().stream(), NamedFunctions.missing(model, checked).stream())
                        .toList()
                : checked.problems();
    }

    /**
     * Runs all functions at a point for each of some records, in the order of the packs.
     *
     * @throws ProblemException when a function refuses, fails, or uses up its budget; the transaction is then to be undone
     */
    public void run(Scene scene, Point point, List<? extends ScriptRecord> records) {
        Model model = scene.context().model();
        if (!ModuleReader.isNeeded(model)) {
            return;
        }
        HookBook book = book(model);
        List<? extends ScriptRecord> concerned = records.stream()
                .filter(record -> !book.at(record.entity().fullName(), point).isEmpty())
                .toList();
        if (concerned.isEmpty()) {
            return;
        }
        threads.run(() -> {
            for (ScriptRecord record : concerned) {
                for (HookModule module : book.at(record.entity().fullName(), point)) {
                    calls.of(scene, module, point, record);
                }
            }
            return concerned;
        });
    }

    /**
     * Lets functions change what is shown of records of one entity that were read.
     *
     * @param records each is changed in place
     * @throws ProblemException when a function fails, or uses up the budget that it has for all of them
     */
    public void read(Scene scene, Entity entity, List<ReadRecord> records) {
        List<HookModule> modules = book(scene.context().model()).at(entity.fullName(), Point.ON_READ);
        threads.run(() -> {
            modules.forEach(module -> calls.shown(scene, module, records));
            return records;
        });
    }

    /**
     * Calls one function of a pack for a record: the one that a workflow names.
     *
     * @throws ProblemException when there is no such function, or it refuses or fails
     */
    public void call(Scene scene, String pack, Point point, ScriptRecord record) {
        HookModule module = require(scene, pack, point);
        threads.run(() -> {
            calls.of(scene, module, point, record);
            return record;
        });
    }

    /**
     * Calls one function of a pack without a record: a job, an action, an import.
     *
     * @param input what it is given first
     * @return what it returned
     * @throws ProblemException when there is no such function, or it refuses or fails
     */
    public JsonNode call(Scene scene, String pack, Point point, JsonNode input) {
        HookModule module = require(scene, pack, point);
        return threads.run(() -> calls.with(scene, module, point, input, realm -> HookCalls.shown(realm, input)));
    }

    private HookModule require(Scene scene, String pack, Point point) {
        return book(scene.context().model())
                .of(pack, point)
                .orElseThrow(
                        () -> new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", pack + "." + point, "")));
    }

    private HookBook book(Model model) {
        HookBook known = books.get(model.digest());
        if (known != null) {
            return known;
        }
        if (books.size() >= MOST) {
            books.clear();
        }
        HookBook made = HookBook.of(model, reader);
        books.put(model.digest(), made);
        return made;
    }

    @Override
    public void close() {
        threads.close();
        realms.close();
    }
}
