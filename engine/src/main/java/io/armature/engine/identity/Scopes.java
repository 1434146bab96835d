package io.armature.engine.identity;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Collection;
import java.util.List;

/**
 * How far a credential reaches: as far as its user, or only to what some scopes name. Scopes never give a right; they leave
 * of the user's rights what they name.
 *
 * @param list empty for a credential without limits
 */
public record Scopes(List<Scope> list) {

    /** Whatever the user may do. */
    public static final Scopes ALL = new Scopes(List.of());

    public Scopes {
        list = List.copyOf(list);
    }

    /** @throws ProblemException when a text is no scope */
    public static Scopes parse(Collection<String> texts) {
        return new Scopes(texts.stream()
                .map(text -> Scope.parse(text)
                        .orElseThrow(() -> new ProblemException(Problem.inValue(
                                ProblemCode.INVALID_VALUE, "scopes", "scope", "read, write:crm, read:crm.customer"))))
                .distinct()
                .toList());
    }

    /** Whether nothing is held back. */
    public boolean areAll() {
        return list.isEmpty();
    }

    /** @param entity full name */
    public boolean allowRead(String entity) {
        return areAll() || list.stream().anyMatch(scope -> scope.covers(entity));
    }

    /** @param entity full name */
    public boolean allowWrite(String entity) {
        return areAll() || list.stream().anyMatch(scope -> scope.write() && scope.covers(entity));
    }

    public List<String> texts() {
        return list.stream().map(Scope::toString).toList();
    }
}
