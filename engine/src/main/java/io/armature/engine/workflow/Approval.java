package io.armature.engine.workflow;

import java.util.List;
import java.util.Optional;

/**
 * Who must agree before a transition is taken.
 *
 * @param by who is asked: {@code role:pack.role}, {@code owner}, or a field that links to a user; empty for whoever may take it
 * @param need {@code all}, {@code any}, a number, or a percentage of those who are asked
 * @param inOrder whether each of {@code by} is a stage of its own
 * @param self whether who brought the record there may agree himself
 * @param rejected the transition that is taken when it cannot be agreed to any more
 * @param returned the transition that is taken when somebody sends it back
 */
public record Approval(
        List<String> by,
        String need,
        boolean inOrder,
        boolean self,
        Optional<String> rejected,
        Optional<String> returned) {

    private static final int WHOLE = 100;

    public Approval {
        by = List.copyOf(by);
    }

    /** Who is asked together, in the order of the stages. */
    public List<List<String>> stages() {
        return inOrder ? by.stream().map(List::of).toList() : List.of(by);
    }

    /** How many must agree of so many who are asked. */
    public int needed(int asked) {
        return switch (need) {
            case "all" -> Math.max(1, asked);
            case "any" -> 1;
            default ->
                need.endsWith("%")
                        ? Math.max(1, Math.ceilDiv(asked * number(need.substring(0, need.length() - 1)), WHOLE))
                        : number(need);
        };
    }

    /** The check has seen to it that it is one; what is none needs everybody's patience. */
    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(text)) : Integer.MAX_VALUE / WHOLE;
    }
}
