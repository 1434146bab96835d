package io.armature.metadata.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A system whose applications can be imported. A new one is a class that reads its files into {@link Application}s and says in
 * the report what became of each part; writing and checking are the same for all.
 */
public interface ForeignSource {

    /** What people call it on the command line. */
    String name();

    /**
     * The applications in a folder, those that others need first.
     *
     * @throws IOException when the files cannot be read
     */
    List<Application> read(Path folder, ImportReport report) throws IOException;
}
