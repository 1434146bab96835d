package io.armature.engine.file;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.due.DueBook;
import io.armature.engine.event.Event;
import io.armature.engine.event.Subscriber;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import java.time.Clock;
import java.util.Optional;

/** Files go with their record: when it is deleted for good, they are. */
public final class FileSubscriber implements Subscriber {

    private final Database database;
    private final CurrentModels models;
    private final DueBook book;
    private final Clock clock;

    public FileSubscriber(Database database, CurrentModels models, DueBook book, Clock clock) {
        this.database = database;
        this.models = models;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public boolean wants(Event event) {
        return event.subject().isPresent() && event.verb().equals("deleted");
    }

    @Override
    public void receive(Tenant tenant, Event event) {
        StoredFile.About about = event.subject()
                .map(subject -> new StoredFile.About(subject.entity(), subject.record()))
                .orElseThrow();
        Model model = models.of(tenant);
        Optional<Entity> entity = model.entity(about.entity()).filter(Entity::stored);
        if (entity.isEmpty()) {
            return; // Its pack rests; what it had is kept with it.
        }
        database.transaction(sql -> {
            boolean gone = !FileStore.exists(
                    sql, tenant, model.require(entity.get().root()).table(), about.record());
            if (gone && FileStore.forget(sql, tenant, about) > 0) {
                book.note(sql, tenant, FileSweep.KIND, clock.instant().plus(FileSweep.PATIENCE));
            }
            return gone;
        });
    }
}
