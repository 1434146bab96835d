package io.armature.metadata.check;

import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.read.PackSource;
import java.util.List;

/** Checks what packs mean, once they are read and compiled. */
public final class PackChecks {

    private static final List<Check> RULES = List.of(
            new ReservedNames(),
            new EntityShapes(),
            new EntityFields(),
            new TableLimits(),
            new NumberPatterns(),
            new FieldOptions(),
            new FieldDefaults(),
            new FieldLimits(),
            new FieldProperties(),
            new FieldReferences(),
            new ExtensionViews(),
            new Views(),
            new Menus(),
            new WorkflowGraphs(),
            new WorkflowRules(),
            new WorkflowTwins(),
            new WorkflowDocuments(),
            new WorkflowGuards(),
            new WorkflowTimers(),
            new WorkflowEnds(),
            new WorkflowBranches(),
            new WorkflowTakers(),
            new Roles(),
            new Jobs(),
            new JobWork(),
            new Reports(),
            new Dashboards(),
            new Prints(),
            new Mails(),
            new MailOccasions(),
            new Assignments(),
            new Translations(),
            new Data(),
            new Scenarios(),
            new Pages());

    private PackChecks() {}

    /**
     * All problems of the meaning of some packs, beyond those of reading and compiling them.
     *
     * @param packs those to check
     * @param model compiled from them and from all they require
     */
    public static List<Problem> check(List<PackSource> packs, Model model) {
        // Rules know nothing of each other; with a thousand entities they are worth a processor each.
        Problems problems = new Problems();
        RULES.parallelStream()
                .map(rule -> {
                    Scene scene = new Scene(packs, model);
                    rule.check(scene);
                    return scene.problems();
                })
                .toList()
                .forEach(found -> found.forEach(problems::add));
        return problems.sorted();
    }
}
