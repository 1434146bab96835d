package io.armature.engine.screen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.access.AccessPolicy;
import io.armature.engine.access.Rule;
import io.armature.engine.access.Verb;
import io.armature.engine.current.RequestContext;
import io.armature.metadata.definition.ViewDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The UI schemas of entities. Each is made once for a model and a language. Safe for many threads. */
@Singleton
public final class Screens {

    /** Past this many, all are made anew: enough for every view of a big model in one language. */
    private static final int KEPT = 4_000;

    /** No view is called so. */
    private static final String NO_VIEW = "";

    private final Access access;
    private final ModelTexts texts;
    private final Map<Key, byte[]> made = new ConcurrentHashMap<>();

    private record Key(AccessPolicy policy, Locale locale, String entity, String view) {}

    public Screens(Access access, ModelTexts texts) {
        this.access = access;
        this.texts = texts;
    }

    /**
     * The UI schema of a view, as JSON.
     *
     * @param entity its full name
     * @param view the name of a view, or a kind of view: {@code form}, {@code list}, {@code kanban}…
     * @throws ProblemException when there is no such entity or view, or the caller may not read the entity
     */
    public byte[] screen(RequestContext context, String entity, String view) {
        return made(context, entity, view);
    }

    /**
     * All that a browser may know of an entity, whatever view shows it: its fields, views and features, as JSON.
     *
     * @param entity its full name
     * @throws ProblemException when there is no such entity, or the caller may not read it
     */
    public byte[] entity(RequestContext context, String entity) {
        return made(context, entity, NO_VIEW);
    }

    private byte[] made(RequestContext context, String entity, String view) {
        Entity found = context.model().entity(entity).orElseThrow(() -> missing(entity));
        access.requireRead(context, found);
        AccessPolicy policy = access.policy(context);
        Key key = new Key(policy, context.locale(), entity, view);
        if (made.size() > KEPT) {
            made.clear();
        }
        return made.computeIfAbsent(key, _ -> make(context, policy, entity, view));
    }

    private byte[] make(RequestContext context, AccessPolicy policy, String entityName, String name) {
        Model model = policy.visible();
        Entity entity = model.require(entityName);
        Texts words = texts.of(context.model(), context.locale());
        ViewFinder finder = new ViewFinder(model, entity, words, view -> isFor(policy, view));
        Painting painting = Painting.of(model, context.model(), entity, words);
        ObjectNode screen = name.equals(NO_VIEW)
                ? new EntityWriter(painting).write(finder.all())
                : new ScreenWriter(painting).write(view(finder, entity, name), finder.names());
        ObjectNode may = screen.putObject("may");
        Verb.ALL.forEach(verb -> may.put(verb, word(policy.may(verb, entityName))));
        return Json.bytes(screen);
    }

    /** A view that names roles is for those who have one of them; others see the entity as if it were not there. */
    private static boolean isFor(AccessPolicy policy, ViewDefinition view) {
        return policy.isEverything()
                || view.roles().isEmpty()
                || policy.hasAny(
                        view.roles().stream().map(view.origin()::fullName).toList());
    }

    private static ViewDefinition view(ViewFinder finder, Entity entity, String name) {
        return finder.find(name).orElseThrow(() -> missing(entity.fullName() + "/" + name));
    }

    /** On which records: {@code all}, {@code some} or {@code none}. */
    private static String word(Rule rule) {
        return switch (rule) {
            case Rule.All _ -> "all";
            case Rule.When _ -> "some";
            case Rule.None _ -> "none";
        };
    }

    private static ProblemException missing(String what) {
        return new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", what, ""));
    }
}
