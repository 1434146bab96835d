package io.armature.engine.write;

import io.armature.engine.access.AccessPolicy;
import io.armature.engine.workflow.Approval;
import io.armature.engine.workflow.ApprovalStore;
import io.armature.engine.workflow.ApprovalStore.Asked;
import io.armature.engine.workflow.Transition;
import io.armature.metadata.model.SystemFields;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whose word counts about a transition of a record. Who was asked because of a role is asked only as long as he has it, and
 * rights that were lent speak for whoever lent them, never beside him.
 */
final class ApprovalSeats {

    private static final String ROLE = "role:";
    private static final String OWNER = "owner";

    private final WriteSet set;
    private final RecordState record;
    private final Transition transition;
    private final Approval approval;
    private final UUID me;

    ApprovalSeats(WriteSet set, RecordState record, Transition transition) {
        this.set = set;
        this.record = record;
        this.transition = transition;
        this.approval = transition.approval().orElseThrow();
        this.me = set.context().user().id();
    }

    /** Whether the turn of somebody who is asked is one still: he was named, it was handed to him, or he has the role. */
    boolean stands(Asked asked, List<Asked> round) {
        boolean named = people(asked.stage()).stream()
                .anyMatch(who -> asked.assignee().equals(record.after(who.equals(OWNER) ? SystemFields.OWNER : who)));
        boolean handed = round.stream()
                .anyMatch(one -> one.status().equals(ApprovalStore.REASSIGNED)
                        && one.decidedAt().filter(asked.since()::equals).isPresent());
        return named || handed || (asked.assignee().equals(me) ? holds(asked.stage()) : lentOrOwn(asked.stage()));
    }

    /**
     * Whether the caller was not asked then, but would be now: he got a role in the meantime. That somebody is an administrator is
     * no such role: his word would count beside theirs who were asked, and raise how many are needed.
     */
    boolean mayJoin(TransitionGate gate, List<Asked> round, int stage) {
        boolean seated = round.stream()
                .anyMatch(asked -> asked.stage() == stage && asked.assignee().equals(me));
        return !seated && hasRole(stage) && (!approval.by().isEmpty() || gate.allowed(transition));
    }

    /** Whether the caller, or who has lent him his rights, would be among those who are asked first. */
    boolean wouldBeAsked(TransitionGate gate) {
        return approval.by().isEmpty() ? gate.allowed(transition) : lentOrOwn(1);
    }

    private boolean holds(int stage) {
        return set.context().user().isAdministrator() || hasRole(stage);
    }

    private boolean hasRole(int stage) {
        AccessPolicy policy = set.rights().policy();
        return roles(stage).stream().anyMatch(policy.roles()::contains);
    }

    private boolean lentOrOwn(int stage) {
        return set.rights().policy().hasAny(roles(stage));
    }

    private Collection<String> roles(int stage) {
        return approval.by().isEmpty()
                ? set.rights().policy().rolesThatTake(record.entity().fullName(), transition.name())
                : by(stage).stream()
                        .filter(who -> who.startsWith(ROLE))
                        .map(who -> who.substring(ROLE.length()))
                        .toList();
    }

    private Set<String> people(int stage) {
        return by(stage).stream().filter(who -> !who.startsWith(ROLE)).collect(Collectors.toSet());
    }

    private List<String> by(int stage) {
        List<List<String>> stages = approval.stages();
        return stages.isEmpty() ? List.of() : stages.get(Math.min(stage, stages.size()) - 1);
    }
}
