package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.db.DatabaseException;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** {@code ctx.db}: records, in the transaction of the call, with the caller's rights. */
final class DbPort implements Port {

    private static final int USUAL_LIMIT = 200;

    private final Supplier<RecordDoor> records;

    DbPort(Supplier<RecordDoor> records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "db";
    }

    @Override
    public Object open(Call call, Shown shown) {
        return new Opened(call, shown, call.scene(), false).members();
    }

    /** The port, opened for one call. */
    private final class Opened {

        private final Call call;
        private final Scene scene;
        private final Found found;
        private final Shown shown;
        private final boolean everything;
        private final RecordDoor door;

        Opened(Call call, Shown shown, Scene scene, boolean everything) {
            this.call = call;
            this.shown = shown;
            this.scene = scene;
            this.everything = everything;
            this.found = new Found(scene.context().model(), shown);
            this.door = new TapedDoor(call.tape(), records);
        }

        Object members() {
            return new Given()
                    .put("get", function(this::get))
                    .put("find", function(this::find))
                    .put("query", function(this::query))
                    .put("create", function(this::create))
                    .put("update", function(this::update))
                    .put("delete", function(this::delete))
                    .put("sudo", (ProxyExecutable) given -> sudo())
                    .frozen();
        }

        private ProxyExecutable function(ProxyExecutable work) {
            return given -> {
                call.scene();
                call.use(Budget.Part.SQL, 0);
                return call.waiting(this::cancel, () -> work.execute(given));
            };
        }

        /** Interrupts the statement that the database works on. */
        private void cancel() {
            scene.within().ifPresent(transaction -> {
                try {
                    transaction.connection().unwrap(PGConnection.class).cancelQuery();
                } catch (SQLException gone) {
                    throw new DatabaseException(gone);
                }
            });
        }

        private Object sudo() {
            call.grants(grants -> grants.sudo(), "sudo");
            return everything ? members() : new Opened(call, shown, scene.asAdministrator(), true).members();
        }

        private @Nullable Object get(Value... given) {
            Arguments arguments = new Arguments("ctx.db.get", given);
            Entity entity = arguments.entity(scene.context().model(), 0);
            if (!arguments.has(1)) {
                return null;
            }
            call.use(Budget.Part.ROWS, 1);
            return one(entity, arguments.id(1));
        }

        private @Nullable Object one(Entity entity, UUID id) {
            return door.one(scene, entity, id)
                    .map(json -> found.record(entity, json))
                    .orElse(null);
        }

        private @Nullable Object find(Value... given) {
            Arguments arguments = new Arguments("ctx.db.find", given);
            Entity entity = arguments.entity(scene.context().model(), 0);
            ObjectNode query = arguments.object(2, "options such as { sort: '-created_at', limit: 10 }");
            if (arguments.has(1)) {
                query.put(
                        "filter", given[1].isString() ? given[1].asString() : Condition.of(entity, arguments.json(1)));
            }
            if (!query.has("limit")) {
                query.put("limit", USUAL_LIMIT);
            }
            return found.records(entity, list(entity, query).path("data"));
        }

        private @Nullable Object query(Value... given) {
            Arguments arguments = new Arguments("ctx.db.query", given);
            Entity entity = arguments.entity(scene.context().model(), 0);
            JsonNode page =
                    list(entity, arguments.object(1, "a query such as { groupBy: ['status'], measures: ['count()'] }"));
            return new Given()
                    .put("data", found.records(entity, page.path("data")))
                    .put("page", shown.of(page.path("page")))
                    .frozen();
        }

        private JsonNode list(Entity entity, ObjectNode query) {
            JsonNode page = door.list(scene, entity, query);
            call.use(Budget.Part.ROWS, page.path("data").size());
            return page;
        }

        private @Nullable Object create(Value... given) {
            Arguments arguments = new Arguments("ctx.db.create", given);
            Entity entity = arguments.entity(scene.context().model(), 0);
            JsonNode values = arguments.object(1, "the record's values");
            UUID id = kept(() -> door.create(scene, entity, values));
            return one(entity, id);
        }

        private @Nullable Object update(Value... given) {
            Arguments arguments = new Arguments("ctx.db.update", given);
            Entity entity = arguments.entity(scene.context().model(), 0);
            UUID id = free(entity, arguments.id(1));
            JsonNode values = arguments.object(2, "the values to change");
            kept(() -> {
                door.update(scene, entity, id, values);
                return id;
            });
            return one(entity, id);
        }

        private @Nullable Object delete(Value... given) {
            Arguments arguments = new Arguments("ctx.db.delete", given);
            Entity entity = arguments.entity(scene.context().model(), 0);
            UUID id = free(entity, arguments.id(1));
            kept(() -> {
                door.delete(scene, entity, id);
                return id;
            });
            return null;
        }

        /** A function that catches a refusal can go on: what was refused is undone, and no more. */
        private UUID kept(Supplier<UUID> work) {
            if (call.nesting() > call.budget().nesting()) {
                call.stop(Budget.Part.NESTING);
                throw new ScriptFault("Hooks set off hooks without end");
            }
            return scene.within()
                    .map(transaction -> transaction.nested(part -> work.get()))
                    .orElseGet(work);
        }

        /** A record that a write under way holds in memory would be overwritten by it. */
        private UUID free(Entity entity, UUID id) {
            if (call.isWriting(id)) {
                throw new ProblemException(
                        Problem.inValue(ProblemCode.SCRIPT_BEING_WRITTEN, "", entity.fullName(), id.toString()));
            }
            return id;
        }
    }
}
