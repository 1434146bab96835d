package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.javascript.Names;
import io.armature.metadata.foreign.javascript.Value;
import io.armature.metadata.foreign.javascript.Value.Sort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records that names of a template stand for, such as {@code doc} or the row of a loop. A field is asked for by the name,
 * the links to follow and the field, with {@code $} between them: {@code doc$customer$territory}.
 */
record TemplatePlaces(AppContext context, Map<String, Place> places) implements Names {

    static final String BETWEEN = "$";

    TemplatePlaces {
        places = Map.copyOf(places);
    }

    /**
     * A record.
     *
     * @param member nothing for what the engine or another pack brings itself
     * @param before the path to it, with a dot at its end
     */
    record Place(Optional<Site.Member> member, String doctype, String before) {}

    static TemplatePlaces of(AppContext context, Site.Member member) {
        return new TemplatePlaces(
                context,
                Map.of("doc", new Place(Optional.of(member), member.type().name(), "")));
    }

    /** The same inside of a loop over rows, which are the records now; all others are reached from there. */
    TemplatePlaces inside(String name, Site.Owner owner, Site.Member child) {
        Map<String, Place> inner = new LinkedHashMap<>();
        places.forEach((known, place) ->
                inner.put(known, new Place(place.member(), place.doctype(), owner.link() + "." + place.before())));
        inner.put(name, new Place(Optional.of(child), child.type().name(), ""));
        return new TemplatePlaces(context, inner);
    }

    @Override
    public Optional<Value> field(String path) {
        int last = path.lastIndexOf(BETWEEN);
        if (last < 0) {
            return Optional.empty();
        }
        String name = path.substring(last + 1);
        return place(path.substring(0, last))
                .flatMap(place -> place.member()
                        .map(member -> context.names(member).at(member, place.before(), name))
                        .orElseGet(() -> Equivalents.field(place.doctype(), name)
                                .map(field -> Value.of(Sort.TEXT, place.before() + field))));
    }

    /** The record that a path leads to. */
    Optional<Place> place(String path) {
        List<String> steps = List.of(path.split("\\$"));
        Optional<Place> at = Optional.ofNullable(places.get(steps.getFirst()));
        for (String link : steps.subList(1, steps.size())) {
            at = at.flatMap(place -> follow(place, link));
        }
        return at;
    }

    private Optional<Place> follow(Place place, String link) {
        return definition(place, link)
                .filter(field -> field.fieldtype().equals("Link"))
                .map(field -> {
                    String doctype = field.text("options", "");
                    String name = place.member().orElseThrow().fields().getOrDefault(link, link);
                    return new Place(context.member(doctype), doctype, place.before() + name + ".");
                })
                .filter(to -> to.member().isPresent()
                        || Equivalents.find(to.doctype()).isPresent());
    }

    /** The field that a path ends in, as it is defined. */
    Optional<Doc> definition(String path) {
        int last = path.lastIndexOf(BETWEEN);
        return last < 0
                ? Optional.empty()
                : place(path.substring(0, last)).flatMap(place -> definition(place, path.substring(last + 1)));
    }

    private static Optional<Doc> definition(Place place, String field) {
        return place.member().flatMap(member -> member.type().field(field));
    }

    @Override
    public Optional<Value> parentField(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> role(String name) {
        return context.roles().find(name);
    }
}
