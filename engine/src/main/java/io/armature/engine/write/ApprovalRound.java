package io.armature.engine.write;

import io.armature.engine.identity.User;
import io.armature.engine.workflow.Approval;
import io.armature.engine.workflow.ApprovalStore;
import io.armature.engine.workflow.ApprovalStore.Asked;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Asks people to agree to a transition: all who are to be asked because a record has come into a state. */
final class ApprovalRound {

    private static final String ROLE = "role:";
    private static final String OWNER = "owner";

    private final WriteSet set;
    private final Uuids ids;

    ApprovalRound(WriteSet set, Uuids ids) {
        this.set = set;
        this.ids = ids;
    }

    /**
     * Those who are asked, the first stage at once, later ones when its turn comes.
     *
     * @param requester who brought the record there
     */
    List<Asked> of(RecordState record, Workflow workflow, Transition transition, Optional<UUID> requester) {
        Approval approval = transition.approval().orElseThrow();
        Optional<UUID> person = requester.filter(who -> !who.equals(User.SYSTEM.id()));
        UUID round = ids.next(set.now());
        List<Asked> asked = new ArrayList<>();
        List<List<String>> stages = approval.stages();
        for (int stage = 0; stage < stages.size(); stage++) {
            for (UUID who :
                    people(record, transition, stages.get(stage), approval.self() ? Optional.empty() : person)) {
                asked.add(asked(
                        record,
                        workflow,
                        transition,
                        round,
                        stage + 1,
                        who,
                        person,
                        asked.isEmpty() || asked.getFirst().stage() == stage + 1));
            }
        }
        if (asked.isEmpty()) {
            Optional<UUID> others = approval.self() ? Optional.empty() : person;
            people(record, transition, List.of(ROLE + User.ADMINISTRATOR), others)
                    .forEach(who ->
                            asked.add(asked(record, workflow, transition, round, stages.size(), who, person, true)));
        }
        return asked;
    }

    private Asked asked(
            RecordState record,
            Workflow workflow,
            Transition transition,
            UUID round,
            int stage,
            UUID who,
            Optional<UUID> requester,
            boolean now) {
        return new Asked(
                ids.next(set.now()),
                round,
                record.id(),
                record.entity().fullName(),
                Notices.label(record),
                workflow.name(),
                transition.name(),
                stage,
                who,
                requester,
                now ? ApprovalStore.PENDING : ApprovalStore.WAITING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                set.now());
    }

    private List<UUID> people(RecordState record, Transition transition, List<String> by, Optional<UUID> requester) {
        Set<UUID> named = new LinkedHashSet<>();
        Set<String> roles = new LinkedHashSet<>();
        for (String who : by) {
            if (who.startsWith(ROLE)) {
                roles.addAll(set.rights().policy().rolesWith(who.substring(ROLE.length())));
            } else if (record.after(who.equals(OWNER) ? SystemFields.OWNER : who) instanceof UUID user) {
                named.add(user);
            }
        }
        if (by.isEmpty()) {
            roles.addAll(set.rights().policy().rolesThatTake(record.entity().fullName(), transition.name()));
        }
        Set<UUID> people = new LinkedHashSet<>();
        if (!named.isEmpty()) {
            people.addAll(ApprovalStore.active(set.transaction(), set.schema(), named));
        }
        if (!roles.isEmpty()) {
            people.addAll(ApprovalStore.holders(set.transaction(), set.schema(), roles));
        }
        requester.ifPresent(people::remove);
        return List.copyOf(people);
    }

    UUID next() {
        return ids.next(set.now());
    }

    /** Tells those whose turn it is. */
    void tell(RecordState record, Workflow workflow, Transition transition, List<Asked> asked) {
        List<String> people = asked.stream()
                .filter(one -> one.status().equals(ApprovalStore.PENDING))
                .map(one -> one.assignee().toString())
                .toList();
        Consent.asked(record, workflow, transition, asked).ifPresent(set.consents()::add);
        new Notices(set, ids)
                .of(record, workflow, people, transition.title(), "")
                .ifPresent(set.notices()::add);
    }
}
