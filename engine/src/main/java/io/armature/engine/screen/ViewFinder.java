package io.armature.engine.screen;

import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.ViewDefinition;
import io.armature.metadata.definition.ViewKind;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the view that a name means: a definition of that name, else the first definition of that kind, the entity's own
 * pack first, else one made of the entity alone.
 */
final class ViewFinder {

    private final Model model;
    private final Entity entity;
    private final GeneratedView generated;
    private final Predicate<ViewDefinition> offered;

    /** @param offered which of the views that were written are for the caller */
    ViewFinder(Model model, Entity entity, Texts texts, Predicate<ViewDefinition> offered) {
        this.offered = offered;
        this.model = model;
        this.entity = entity;
        this.generated = new GeneratedView(model, texts);
    }

    Optional<ViewDefinition> find(String name) {
        return written()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .or(() -> ViewKind.of(name).flatMap(this::ofKind));
    }

    private Optional<ViewDefinition> ofKind(ViewKind kind) {
        return written().filter(view -> view.view() == kind).findFirst().or(() -> generated.of(entity, kind));
    }

    /** Names of all views of the entity: those written, and the kinds that can be made. */
    List<String> names() {
        return all().stream().map(ViewDefinition::name).toList();
    }

    /** All views of the entity: those written, and one of each other kind that can be made. */
    List<ViewDefinition> all() {
        List<ViewDefinition> written = written().toList();
        Stream<ViewDefinition> made = Stream.of(ViewKind.values())
                .filter(kind -> written.stream().noneMatch(view -> view.view() == kind))
                .flatMap(kind -> generated.of(entity, kind).stream());
        return Stream.concat(written.stream(), made).toList();
    }

    private Stream<ViewDefinition> written() {
        List<ViewDefinition> views = model.definitions(Kind.VIEW).values().stream()
                .filter(ViewDefinition.class::isInstance)
                .map(ViewDefinition.class::cast)
                .filter(view -> view.origin().fullName(view.entity()).equals(entity.fullName()))
                .filter(offered)
                .toList();
        return Stream.concat(views.stream().filter(this::isHome), views.stream().filter(view -> !isHome(view)));
    }

    private boolean isHome(ViewDefinition view) {
        return view.origin().pack().equals(entity.name().pack());
    }
}
