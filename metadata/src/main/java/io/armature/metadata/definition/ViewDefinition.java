package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How records of an entity are shown: {@code views/<name>.yaml}.
 *
 * @param tabs of a form; one without title when the form names sections or fields only
 * @param items the columns of a list, or the fields on a card
 * @param uses the fields that the kind of view puts to a use, such as {@code start} of a calendar, by use
 * @param numbers which numbers it shows and how, such as {@code measures} of a pivot
 * @param filter which records it shows at all
 * @param sort field names, with {@code -} before them for descending
 * @param limit how many records show before one asks for more: of a gallery, a column of a kanban, a group of a list
 * @param roles who gets this view; empty for everybody
 */
public record ViewDefinition(
        String name,
        Origin origin,
        ViewKind view,
        String entity,
        Optional<String> title,
        Optional<String> icon,
        List<ViewTab> tabs,
        List<ViewItem> items,
        SequencedMap<String, List<String>> uses,
        SequencedMap<String, List<String>> numbers,
        Optional<String> filter,
        List<ViewFilter> filters,
        List<ViewColor> colors,
        List<ViewAction> actions,
        List<String> sort,
        Optional<Integer> limit,
        List<String> roles,
        MapNode source)
        implements Definition {

    public ViewDefinition {
        tabs = List.copyOf(tabs);
        items = List.copyOf(items);
        uses = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(uses));
        numbers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(numbers));
        filters = List.copyOf(filters);
        colors = List.copyOf(colors);
        actions = List.copyOf(actions);
        sort = List.copyOf(sort);
        roles = List.copyOf(roles);
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }
}
