package io.armature.engine.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.expression.IrJson;
import io.armature.metadata.model.Model;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Optional;

/** The conditions of screens as browsers evaluate them: true, false, or the tree of an expression. */
final class Conditions {

    private final ExpressionCompiler compiler = new ExpressionCompiler();
    private final Model model;
    private final String entity;

    Conditions(Model model, String entity) {
        this.model = model;
        this.entity = entity;
    }

    /** Of which they may speak. */
    Model model() {
        return model;
    }

    /** A rule as a view writes it: a flag, or the text of an expression on the entity's records. */
    Optional<JsonNode> of(Node rule) {
        return switch (rule) {
            case FlagNode flag -> Optional.of(JsonNodeFactory.instance.booleanNode(flag.value()));
            case TextNode text -> Optional.of(of(text.value()));
            case Node.MapNode _, Node.ListNode _, Node.NumberNode _, Node.NullNode _ -> Optional.empty();
        };
    }

    /** The text of a condition, compiled. */
    JsonNode of(String condition) {
        return of(compiler.compile(condition, entity, model, Optional.of(Scalar.BOOLEAN))
                .orThrow(condition));
    }

    /** An expression that the model has checked already. */
    static JsonNode of(Expression expression) {
        return IrJson.write(expression.tree());
    }
}
