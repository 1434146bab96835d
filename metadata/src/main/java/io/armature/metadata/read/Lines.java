package io.armature.metadata.read;

/** The empty lines of a text. */
final class Lines {

    private Lines() {}

    /** No empty line at the beginning, one line break at the end. */
    static String tidy(String text) {
        int begin = 0;
        while (begin < text.length() && text.charAt(begin) == '\n') {
            begin++;
        }
        return text.substring(begin).stripTrailing() + "\n";
    }
}
