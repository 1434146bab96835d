package io.armature.metadata.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.read.PackReader;
import io.armature.metadata.read.PackSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes out of applications what does not pass the checks of packs, and says so, so that what is written installs whatever
 * stood in the foreign files.
 */
public final class SoundApplications {

    private static final int ROUNDS = 8;

    private final PackReader reader = new PackReader();
    private final Function<List<PackSource>, List<Problem>> check;
    private final ImportReport report;

    /** @param check everything that is wrong with some packs */
    public SoundApplications(Function<List<PackSource>, List<Problem>> check, ImportReport report) {
        this.check = check;
        this.report = report;
    }

    /** The applications as they pass the checks, in their order. */
    public List<Application> of(List<Application> applications) {
        List<Application> sound = new ArrayList<>();
        List<PackSource> sources = new ArrayList<>();
        for (Application application : applications) {
            Application mended = mend(application, sources);
            sound.add(mended);
            sources.add(source(mended));
        }
        return sound;
    }

    private Application mend(Application begun, List<PackSource> before) {
        Application application = begun;
        for (int round = 0; round < ROUNDS; round++) {
            List<PackSource> all = new ArrayList<>(before);
            all.add(source(application));
            List<Problem> errors =
                    check.apply(all).stream().filter(Problem::isError).toList();
            if (errors.isEmpty()) {
                return application;
            }
            Set<String> done = new LinkedHashSet<>();
            for (Problem error : errors) {
                String place = error.position().file() + " " + error.path();
                boolean gone = done.stream().anyMatch(removed -> place.startsWith(removed + "."));
                if (!gone && done.add(place)) {
                    application = without(application, error);
                }
            }
        }
        return application;
    }

    private PackSource source(Application application) {
        return reader.read(ApplicationFiles.of(application));
    }

    private Application without(Application application, Problem error) {
        Optional<Draft> found = application.draft(error.position().file());
        String why = error.message(Locale.ENGLISH);
        if (found.isEmpty()) {
            report.add(
                    Outcome.LEFT_OUT,
                    application.pack(),
                    "problem",
                    error.position().file(),
                    error.path(),
                    why);
            return application.without(error.position().file());
        }
        Draft draft = found.get();
        boolean removed = draft.path().equals(error.position().file()) && remove(draft.tree(), error.path());
        report.add(
                Outcome.LEFT_OUT,
                application.pack(),
                draft.kind().schema() + (removed ? " part" : ""),
                draft.source(),
                draft.name() + (error.path().isEmpty() ? "" : " " + error.path()),
                why);
        return removed ? application : application.without(draft);
    }

    /** Takes away what a problem's path names; keys may have dots in them. */
    private static boolean remove(JsonNode tree, String path) {
        if (path.isEmpty()) {
            return false;
        }
        if (tree instanceof ArrayNode) {
            return false;
        }
        if (!(tree instanceof ObjectNode map)) {
            return false;
        }
        if (map.has(path)) {
            map.remove(path);
            return true;
        }
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            String key = path.substring(0, dot);
            if (map.has(key)) {
                return remove(map.get(key), path.substring(dot + 1)) || shrink(map, key);
            }
        }
        return false;
    }

    /** A part inside that cannot be found goes with what holds it, unless that is what the definition cannot be without. */
    private static boolean shrink(ObjectNode map, String key) {
        if (Set.of("fields", "grants", "items", "measures", "states", "transitions")
                .contains(key)) {
            return false;
        }
        map.remove(key);
        return true;
    }
}
