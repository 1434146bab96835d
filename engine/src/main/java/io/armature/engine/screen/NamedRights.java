package io.armature.engine.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.current.RequestContext;
import io.armature.engine.record.Explanations;
import io.armature.engine.record.ScriptActions;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.PageDefinition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says why somebody may or may not call an action, open a page or see a menu. */
@Singleton
public final class NamedRights {
    /** What can be asked about. */
    public static final List<String> KINDS = List.of("action", "page", "menu");

    private final Access access;
    private final Explanations explanations;
    private final ScriptActions actions;
    private final Menus menus;
    private final Map<String, Question> questions =
            Map.of("action", new OfAction(), "page", new OfPage(), "menu", new OfMenu());

    public NamedRights(Access access, Explanations explanations, ScriptActions actions, Menus menus) {
        this.access = access;
        this.explanations = explanations;
        this.actions = actions;
        this.menus = menus;
    }

    private interface Question {
        boolean isThere(RequestContext context, String name);

        boolean may(RequestContext person, String name);
    }

    /**
     * @param what one of {@link #KINDS}
     * @param name its full name
     * @param user a name or id; of others than himself only an administrator may ask
     * @throws ProblemException when there is none of that name that the caller may know of
     */
    public ObjectNode explain(RequestContext context, String what, String name, Optional<String> user) {
        Question question = Optional.ofNullable(questions.get(what)).orElseThrow();
        RequestContext person = explanations.as(context, user);
        boolean may = question.may(person, name);
        if (!question.isThere(context, name) || !may && !context.user().isAdministrator()) {
            throw new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", what + " " + name, ""));
        }
        return explanations.named(context, what, name, user, may);
    }

    private final class OfAction implements Question {
        @Override
        public boolean isThere(RequestContext context, String name) {
            return actions.knows(context, name);
        }

        @Override
        public boolean may(RequestContext person, String name) {
            return actions.of(person).stream()
                    .anyMatch(action -> action.fullName().equals(name));
        }
    }

    private final class OfPage implements Question {
        @Override
        public boolean isThere(RequestContext context, String name) {
            return context.model().definitions(Kind.PAGE).get(name) instanceof PageDefinition;
        }

        @Override
        public boolean may(RequestContext person, String name) {
            return new MenuAccess(access.policy(person)).opens(person.model(), name);
        }
    }

    /** A menu is seen by whoever sees something in it. */
    private final class OfMenu implements Question {
        @Override
        public boolean isThere(RequestContext context, String name) {
            return context.model().definitions(Kind.MENU).containsKey(name);
        }

        @Override
        public boolean may(RequestContext person, String name) {
            for (JsonNode menu : menus.of(person)) {
                if (name.equals(
                        menu.path("pack").asText() + "." + menu.path("name").asText())) {
                    return true;
                }
            }
            return false;
        }
    }
}
