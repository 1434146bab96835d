package io.armature.metadata.read;

import io.armature.metadata.definition.ViewChange;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One change of a view: {@code { after: email, add: loyalty_points }}, {@code { hide: status }}. */
final class ViewChangeParser {

    private static final Set<String> OWN = Set.of("add", "hide", "move", "set", "before", "after", "into");

    private ViewChangeParser() {}

    static ViewChange parse(Entries change) {
        for (ViewChange.Operation operation : ViewChange.Operation.values()) {
            Optional<String> target = change.text(operation.name().toLowerCase(Locale.ROOT));
            if (target.isPresent()) {
                return of(operation, target.get(), change);
            }
        }
        return of(ViewChange.Operation.SET, "", change);
    }

    private static ViewChange of(ViewChange.Operation operation, String target, Entries change) {
        return new ViewChange(operation, target, anchor(change), change.without(OWN), change.origin());
    }

    private static Optional<ViewChange.Anchor> anchor(Entries change) {
        for (ViewChange.Place place : ViewChange.Place.values()) {
            Optional<String> node = change.text(place.name().toLowerCase(Locale.ROOT));
            if (node.isPresent()) {
                return Optional.of(new ViewChange.Anchor(place, node.get()));
            }
        }
        return Optional.empty();
    }
}
