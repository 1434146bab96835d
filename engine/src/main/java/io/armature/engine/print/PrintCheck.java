package io.armature.engine.print;

import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.PrintDefinition;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the templates of a model's prints can be filled. */
public final class PrintCheck {

    private PrintCheck() {}

    /** Everything that is wrong. */
    public static List<Problem> check(Model model) {
        List<Problem> problems = new ArrayList<>();
        model.definitions(Kind.PRINT).values().forEach(definition -> {
            if (definition instanceof PrintDefinition print) {
                String entity = SheetFinder.entity(print);
                Position file = new Position("prints/" + print.template(), 1, 1);
                if (model.entity(entity).isPresent()) {
                    TemplateReader reader =
                            new TemplateReader(model, new LookBook(model, Locale.ENGLISH), print.pictures(), file);
                    reader.read(print.html(), entity);
                    problems.addAll(reader.problems());
                }
            }
        });
        return problems;
    }
}
