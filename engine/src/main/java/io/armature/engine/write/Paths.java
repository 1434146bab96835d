package io.armature.engine.write;

/** Places in a request: {@code lines[2].qty}. */
final class Paths {

    private Paths() {}

    static String field(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    static String item(String path, int index) {
        return path + "[" + index + "]";
    }
}
