package io.armature.engine.pack;

import io.armature.engine.current.InstalledPack;
import io.armature.engine.current.PackCompiler.Part;
import io.armature.engine.current.PackLibrary;
import io.armature.engine.current.PackRegistry;
import io.armature.engine.db.Database;
import io.armature.engine.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;

/** The packs that a tenant's model is made of. */
public final class ModelParts {

    private final Database database;
    private final PackLibrary library;

    public ModelParts(Database database, PackLibrary library) {
        this.database = database;
        this.library = library;
    }

    /** The tenant's active packs with one of them replaced, or added. */
    public List<Part> with(Tenant tenant, Part changed) {
        String name = changed.source().manifest().name();
        List<Part> parts = new ArrayList<>();
        for (InstalledPack pack : database.direct(sql -> PackRegistry.packs(sql, tenant))) {
            if (pack.active() && !pack.name().equals(name)) {
                parts.add(new Part(library.load(pack.digest()), pack.digest()));
            }
        }
        parts.add(changed);
        return parts;
    }
}
