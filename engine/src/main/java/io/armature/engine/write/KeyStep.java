package io.armature.engine.write;

import java.util.ArrayList;
import java.util.List;

/** Finds what the unique keys of the request stand for, all in one statement. */
final class KeyStep {

    private KeyStep() {}

    static void resolve(WriteSet set, List<? extends Change> changes) {
        List<Given.Key> keys = new ArrayList<>();
        changes.forEach(change -> collect(change, keys));
        set.keys().putAll(new KeyResolver(set.transaction(), set.schema(), set.model()).resolve(keys));
    }

    /** Finds what the unique keys of some fields stand for. */
    static void resolve(WriteSet set, Content content) {
        List<Given.Key> keys = new ArrayList<>();
        collect(content, keys);
        if (!keys.isEmpty()) {
            set.keys().putAll(new KeyResolver(set.transaction(), set.schema(), set.model()).resolve(keys));
        }
    }

    private static void collect(Change change, List<Given.Key> keys) {
        switch (change) {
            case Change.Create create -> collect(create.content(), keys);
            case Change.Update update -> collect(update.content(), keys);
            case Change.Transition step -> collect(step.content(), keys);
            case Change.Delete delete -> {}
            case Change.Restore restore -> {}
        }
    }

    private static void collect(Content content, List<Given.Key> keys) {
        content.values().values().forEach(given -> collect(given, keys));
        content.lines().values().forEach(lines -> lines.changes().forEach(change -> collect(change, keys)));
        content.links().values().forEach(links -> {
            links.add().forEach(given -> collect(given, keys));
            links.remove().forEach(given -> collect(given, keys));
        });
    }

    private static void collect(Given given, List<Given.Key> keys) {
        switch (given) {
            case Given.Key key -> keys.add(key);
            case Given.Value value -> {}
            case Given.Nothing nothing -> {}
        }
    }
}
