package io.armature.engine.script;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.js.nodes.JavaScriptNode;
import com.oracle.truffle.js.nodes.access.RegExpLiteralNode;
import com.oracle.truffle.js.runtime.Errors;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands in the place of a regular expression that {@link PatternCost} refuses: it fails where that would be made. */
final class RefusedNode extends JavaScriptNode {

    private final String why;

    private RefusedNode(String why) {
        this.why = why;
    }

    /** What to put in the place of a regular expression, if anything. */
    static Optional<RefusedNode> of(RegExpLiteralNode literal) {
        // As it stands in the file: /pattern/flags
        String text = literal.getSourceSection().getCharacters().toString();
        int end = text.lastIndexOf('/');
        return PatternCost.refusal(text.substring(1, end), text.substring(end + 1))
                .map(why -> {
                    RefusedNode refused = new RefusedNode(why);
                    refused.setSourceSection(literal.getSourceSection());
                    return refused;
                });
    }

    @Override
    public Object execute(VirtualFrame frame) {
        throw refusal();
    }

    @TruffleBoundary
    private RuntimeException refusal() {
        return Errors.createRangeError(why, this);
    }

    @Override
    protected JavaScriptNode copyUninitialized(@Nullable Set<Class<? extends Tag>> tags) {
        return new RefusedNode(why);
    }
}
