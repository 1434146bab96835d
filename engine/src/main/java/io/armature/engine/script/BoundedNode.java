package io.armature.engine.script;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.nodes.JavaScriptNode;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSAbstractArray;
import com.oracle.truffle.js.runtime.builtins.JSArrayObject;
import com.oracle.truffle.js.runtime.builtins.JSString;
import com.oracle.truffle.js.runtime.builtins.JSStringObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands before what makes a value, and refuses it where its letters or elements are too many to be properties. */
final class BoundedNode extends JavaScriptNode {

    /** As many as the functions take that do the same; see realm.js. */
    private static final int MOST = 20_000;

    @Child
    private @Nullable JavaScriptNode value;

    private BoundedNode() {}

    /** Puts one into the tree, between a node and what is above it. */
    static void putBefore(JavaScriptNode value) {
        BoundedNode bounded = new BoundedNode();
        value.replace(bounded);
        bounded.value = bounded.insert(value);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object made = of(value).execute(frame);
        if (length(made) > MOST) {
            throw tooMany();
        }
        return made;
    }

    @TruffleBoundary
    private RuntimeException tooMany() {
        return Errors.createRangeError("More than " + MOST + " properties", this);
    }

    @TruffleBoundary
    private static long length(Object made) {
        return switch (made) {
            case TruffleString text -> Strings.length(text);
            case JSStringObject text -> JSString.getStringLength(text);
            case JSArrayObject array -> JSAbstractArray.arrayGetLength(array);
            case JSTypedArrayObject array -> array.getLength();
            case JSObject object -> JSObject.ownPropertyKeys(object).size();
            default -> 0;
        };
    }

    /** It is no place of the source of its own. */
    @Override
    public boolean isInstrumentable() {
        return false;
    }

    @Override
    protected JavaScriptNode copyUninitialized(@Nullable Set<Class<? extends Tag>> tags) {
        BoundedNode copy = new BoundedNode();
        copy.value = cloneUninitialized(of(value), tags);
        return copy;
    }

    private static JavaScriptNode of(@Nullable JavaScriptNode value) {
        return Objects.requireNonNull(value);
    }
}
