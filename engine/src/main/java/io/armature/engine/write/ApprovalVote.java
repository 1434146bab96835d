package io.armature.engine.write;

import io.armature.engine.workflow.Approval;
import io.armature.engine.workflow.ApprovalStore;
import io.armature.engine.workflow.ApprovalStore.Asked;
import io.armature.engine.workflow.FlowStore;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What the people who are asked about a transition of a record have said, and what one of them says now. The record is
 * locked, so that two who decide at once do so one after the other.
 */
final class ApprovalVote {

    private static final String REJECTED = "rejected";
    private static final Set<String> SAID = Set.of(ApprovalStore.APPROVED, REJECTED);

    private final WriteSet set;
    private final RecordState record;
    private final Workflow workflow;
    private final Transition transition;
    private final Approval approval;
    private final UUID me;
    private final ApprovalRound rounds;
    private final ApprovalSeats seats;
    private List<Asked> round;

    ApprovalVote(WriteSet set, RecordState record, Workflow workflow, Transition transition, Uuids ids) {
        this.set = set;
        this.record = record;
        this.workflow = workflow;
        this.transition = transition;
        this.approval = transition.approval().orElseThrow();
        this.me = set.context().user().id();
        this.rounds = new ApprovalRound(set, ids);
        this.seats = new ApprovalSeats(set, record, transition);
        this.round =
                ApprovalStore.round(set.transaction(), set.schema(), record.id(), workflow.name(), transition.name());
    }

    /** What follows from a decision: the name of the transition to take now, if any. */
    record Outcome(Optional<Transition> take) {}

    /** Who is asked now: nobody, where all have decided or nobody was asked yet. */
    List<Asked> open() {
        return round.stream().filter(Asked::isOpen).toList();
    }

    List<Asked> round() {
        return round;
    }

    /** The stage whose turn it is. */
    int stage() {
        return round.stream()
                .filter(asked -> asked.status().equals(ApprovalStore.PENDING))
                .mapToInt(Asked::stage)
                .min()
                .orElse(1);
    }

    long approved(int stage) {
        return of(stage).stream()
                .filter(asked -> asked.status().equals(ApprovalStore.APPROVED))
                .count();
    }

    int needed(int stage) {
        return approval.needed((int) of(stage).stream()
                .filter(asked -> !asked.status().equals(ApprovalStore.REASSIGNED))
                .count());
    }

    private List<Asked> of(int stage) {
        return round.stream().filter(asked -> asked.stage() == stage).toList();
    }

    /** Why the caller cannot decide; empty when he can. */
    Optional<Problem> refusal(TransitionGate gate) {
        if (!approval.self() && requester().equals(Optional.of(me))) {
            return Optional.of(problem(ProblemCode.APPROVAL_OWN));
        }
        if (!open().isEmpty() && hasDecided()) {
            return Optional.of(problem(ProblemCode.APPROVAL_TWICE));
        }
        boolean asked = mine().isPresent()
                || seats.mayJoin(gate, round, stage())
                || open().isEmpty() && seats.wouldBeAsked(gate);
        return asked ? Optional.empty() : Optional.of(problem(ProblemCode.APPROVAL_NOT_ASKED));
    }

    /** Whether the caller has spoken in this round, or somebody to whom he has lent his rights has spoken for him. */
    private boolean hasDecided() {
        return round.stream()
                .anyMatch(asked -> SAID.contains(asked.status())
                                && (asked.assignee().equals(me)
                                        || asked.decidedBy().equals(Optional.of(me)))
                        || asked.status().equals(ApprovalStore.REASSIGNED)
                                && asked.decidedBy().equals(Optional.of(me))
                                && mine().isEmpty());
    }

    private Optional<UUID> requester() {
        return open().isEmpty()
                ? Optional.ofNullable(FlowStore.standings(set.transaction(), set.schema(), record.id())
                                .get(workflow.name()))
                        .flatMap(FlowStore.Standing::actor)
                : round.getFirst().requester();
    }

    /** The caller's own turn, else that of somebody who has lent him his rights. */
    private Optional<Asked> mine() {
        Set<UUID> lent = set.delegators();
        return turn(me::equals).or(() -> turn(lent::contains));
    }

    private Optional<Asked> turn(Predicate<UUID> whose) {
        return round.stream()
                .filter(asked -> asked.status().equals(ApprovalStore.PENDING)
                        && whose.test(asked.assignee())
                        && seats.stands(asked, round))
                .findFirst();
    }

    /** Notes the decision. The caller has been asked for refusals before. */
    Outcome decide(TransitionGate gate, Decision decision, Optional<String> comment) {
        if (open().isEmpty()) {
            round = new ArrayList<>(rounds.of(record, workflow, transition, requester()));
            insert(round);
            Consent.asked(record, workflow, transition, round).ifPresent(set.consents()::add);
        }
        return switch (decision) {
            case Decision.Approve _ ->
                mine().or(() -> join(gate))
                        .map(asked -> approve(asked, comment))
                        .orElseGet(() -> nobody("approve"));
            case Decision.Reject _ ->
                mine().map(asked -> reject(asked, comment)).orElseGet(() -> nobody("reject"));
            case Decision.Return _ ->
                mine().map(asked -> sendBack(asked, comment)).orElseGet(() -> nobody("return"));
            case Decision.Reassign reassign ->
                turn(reassign).map(asked -> reassign(asked, reassign, comment)).orElseGet(() -> nobody("reassign"));
        };
    }

    private Optional<Asked> turn(Decision.Reassign reassign) {
        boolean any = set.context().user().isAdministrator();
        return reassign.of()
                .filter(of -> any)
                .flatMap(of -> round.stream()
                        .filter(asked -> asked.isOpen() && asked.assignee().equals(of))
                        .findFirst())
                .or(this::mine);
    }

    private Outcome nobody(String word) {
        set.problems().add(Problem.inValue(ProblemCode.APPROVAL_NONE, record.path(), words(transition.title()), word));
        return new Outcome(Optional.empty());
    }

    private Optional<Asked> join(TransitionGate gate) {
        if (!seats.mayJoin(gate, round, stage())) {
            return Optional.empty();
        }
        Asked asked = seat(me, stage());
        insert(List.of(asked));
        round = new ArrayList<>(round);
        round.add(asked);
        return Optional.of(asked);
    }

    private Asked seat(UUID who, int stage) {
        Optional<Asked> first = round.stream().findFirst();
        Asked made = new Asked(
                rounds.next(),
                first.map(Asked::round).orElseGet(rounds::next),
                record.id(),
                record.entity().fullName(),
                Notices.label(record),
                workflow.name(),
                transition.name(),
                stage,
                who,
                first.flatMap(Asked::requester),
                ApprovalStore.PENDING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                set.now());
        return made;
    }

    private Outcome approve(Asked asked, Optional<String> comment) {
        note(asked, ApprovalStore.APPROVED, comment);
        say(asked, Consent.GIVEN, comment, Optional.empty());
        int stage = asked.stage();
        if (approved(stage) + 1 < needed(stage)) {
            return new Outcome(Optional.empty());
        }
        Optional<Integer> next = round.stream()
                .filter(one -> one.status().equals(ApprovalStore.WAITING) && one.stage() > stage)
                .map(Asked::stage)
                .min(Integer::compare);
        if (next.isEmpty()) {
            return new Outcome(Optional.of(transition));
        }
        round.stream()
                .filter(one -> one.stage() == stage
                        && one.status().equals(ApprovalStore.PENDING)
                        && !one.id().equals(asked.id()))
                .forEach(one -> note(one, "closed", Optional.empty()));
        set.transaction().update(ApprovalStore.ask(set.schema(), asked.round(), next.get()));
        rounds.tell(
                record,
                workflow,
                transition,
                round.stream()
                        .filter(one -> one.stage() == next.get())
                        .map(one -> one.with(ApprovalStore.PENDING))
                        .toList());
        return new Outcome(Optional.empty());
    }

    private Outcome reject(Asked asked, Optional<String> comment) {
        note(asked, REJECTED, comment);
        say(asked, Consent.REFUSED, comment, Optional.empty());
        int stage = asked.stage();
        long pending = of(stage).stream()
                .filter(one -> one.isOpen() && !one.id().equals(asked.id()))
                .count();
        if (approved(stage) + pending >= needed(stage)) {
            return new Outcome(Optional.empty());
        }
        set.transaction().update(ApprovalStore.close(set.schema(), List.of(record.id()), workflow.name()));
        return new Outcome(approval.rejected().flatMap(workflow::transition));
    }

    private Outcome sendBack(Asked asked, Optional<String> comment) {
        Optional<Transition> back = approval.returned().or(approval::rejected).flatMap(workflow::transition);
        if (comment.isEmpty()) {
            set.problems().add(Problem.inValue(ProblemCode.COMMENT_REQUIRED, "comment", words(transition.title())));
        } else if (back.isEmpty()) {
            set.problems()
                    .add(Problem.inValue(
                            ProblemCode.APPROVAL_DECISION, "decision", words(transition.title()), "return"));
        } else {
            note(asked, "returned", comment);
            say(asked, Consent.RETURNED, comment, Optional.empty());
        }
        return new Outcome(back);
    }

    private Outcome reassign(Asked asked, Decision.Reassign reassign, Optional<String> comment) {
        Set<UUID> taken = new HashSet<>();
        round.stream()
                .filter(one -> !one.status().equals(ApprovalStore.REASSIGNED))
                .map(Asked::assignee)
                .forEach(taken::add);
        boolean own = !approval.self() && asked.requester().equals(Optional.of(reassign.to()));
        boolean known = !ApprovalStore.active(set.transaction(), set.schema(), List.of(reassign.to()))
                .isEmpty();
        if (taken.contains(reassign.to()) || own || !known) {
            set.problems()
                    .add(Problem.inValue(
                            ProblemCode.APPROVAL_DECISION,
                            "to",
                            words(transition.title()),
                            reassign.to().toString()));
            return new Outcome(Optional.empty());
        }
        note(asked, ApprovalStore.REASSIGNED, comment);
        say(asked, Consent.REASSIGNED, comment, Optional.of(reassign.to()));
        Asked next = seat(reassign.to(), asked.stage()).with(asked.status());
        insert(List.of(next));
        rounds.tell(record, workflow, transition, List.of(next));
        return new Outcome(Optional.empty());
    }

    private void note(Asked asked, String status, Optional<String> comment) {
        set.transaction().update(ApprovalStore.decide(set.schema(), asked.id(), status, me, set.now(), comment));
    }

    private void say(Asked asked, String action, Optional<String> comment, Optional<UUID> to) {
        set.consents().add(Consent.said(record, workflow, transition, asked, action, comment, to));
    }

    private void insert(List<Asked> asked) {
        if (!asked.isEmpty()) {
            set.transaction()
                    .update(RowSql.insert(
                            set.schema(),
                            ApprovalStore.TABLE,
                            asked.stream().map(ApprovalStore::row).toList()));
        }
    }

    private Problem problem(ProblemCode code) {
        return Problem.inValue(code, record.path(), words(transition.title()));
    }

    private String words(String english) {
        return set.plans().workflows().text(workflow, set.context().locale(), english);
    }
}
