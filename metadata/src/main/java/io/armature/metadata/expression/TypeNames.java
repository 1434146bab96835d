package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.AnyReference;
import io.armature.metadata.type.ValueType.ListOf;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Arrays;

/** Types by the names that people read. */
public final class TypeNames {

    private static final String LINK = "link to ";
    private static final String ROWS = "records of ";
    private static final String LIST = "list of ";

    private TypeNames() {}

    /** {@code text}, {@code dateTime}, {@code link to crm.customer}, {@code list of text}. */
    public static String of(ValueType type) {
        return Types.name(type);
    }

    /** The type of a name; throws {@link IllegalArgumentException} when there is none. */
    public static ValueType read(String name) {
        if (name.equals("link")) {
            return new AnyReference();
        }
        if (name.startsWith(LINK)) {
            return new Reference(name.substring(LINK.length()));
        }
        if (name.startsWith(ROWS)) {
            return new Rows(name.substring(ROWS.length()));
        }
        if (name.startsWith(LIST)) {
            return new ListOf(read(name.substring(LIST.length())));
        }
        return Arrays.stream(Scalar.values())
                .filter(scalar -> Types.name(scalar).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No type " + name));
    }
}
