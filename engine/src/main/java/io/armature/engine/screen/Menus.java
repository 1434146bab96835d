package io.armature.engine.screen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.access.AccessPolicy;
import io.armature.engine.current.RequestContext;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.MenuDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.PackInfo;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The navigation: the menus of all packs in their order; for a pack without menus, one with its entities. */
@Singleton
public final class Menus {

    private final Access access;
    private final ModelTexts texts;

    public Menus(Access access, ModelTexts texts) {
        this.access = access;
        this.texts = texts;
    }

    /** The whole menu of the caller, as JSON. */
    public byte[] menu(RequestContext context) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("locale", context.locale().toLanguageTag());
        answer.set("menus", of(context));
        return Json.bytes(answer);
    }

    /** The menus of the caller. */
    ArrayNode of(RequestContext context) {
        AccessPolicy policy = access.policy(context);
        Model model = policy.visible();
        Texts words = texts.of(context.model(), context.locale());
        MenuWriter writer = new MenuWriter(model, words, new MenuAccess(policy));
        ArrayNode menus = JsonNodeFactory.instance.arrayNode();
        Stream.concat(
                        all(model).stream().map(writer::write),
                        packsWithout(model).stream().map(pack -> writer.generate(pack, entities(model, policy, pack))))
                .filter(menu -> policy.isEverything() || !menu.path("items").isEmpty())
                .forEach(menus::add);
        return menus;
    }

    private static List<MenuDefinition> all(Model model) {
        return model.definitions(Kind.MENU).values().stream()
                .filter(MenuDefinition.class::isInstance)
                .map(MenuDefinition.class::cast)
                .sorted(Comparator.comparingInt(MenuDefinition::order).thenComparing(MenuDefinition::name))
                .toList();
    }

    private static List<PackInfo> packsWithout(Model model) {
        Set<String> served =
                all(model).stream().map(menu -> menu.origin().pack()).collect(Collectors.toSet());
        return model.packs().values().stream()
                .filter(pack ->
                        !served.contains(pack.name()) && !entities(model, pack).isEmpty())
                .toList();
    }

    private static List<Entity> entities(Model model, AccessPolicy policy, PackInfo pack) {
        return entities(model, pack).stream()
                .filter(entity -> !policy.rows(entity.fullName()).isNone())
                .toList();
    }

    /** What can be opened by itself: lines are reached through their parents. */
    private static List<Entity> entities(Model model, PackInfo pack) {
        List<Entity> entities = new ArrayList<>(model.entities().values());
        entities.removeIf(entity -> !entity.name().pack().equals(pack.name()) || !entity.stored() || entity.lineOf());
        return entities;
    }
}
