package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.foreign.javascript.Value.Sort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A field on its way into our language. */
final class Mapped {

    private final Doc field;
    private final ObjectNode tree = JsonNodeFactory.withExactBigDecimals(true).objectNode();
    private final Set<String> carried = new LinkedHashSet<>();
    private final Set<String> settled = new LinkedHashSet<>();
    private final List<String> differences = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Sort sort = Sort.OPAQUE;
    private String link = "";

    Mapped(Doc field) {
        this.field = field;
    }

    Doc field() {
        return field;
    }

    ObjectNode tree() {
        return tree;
    }

    String type() {
        return tree.path("type").asText();
    }

    Mapped type(String type, Sort kind) {
        tree.put("type", type);
        sort = kind;
        return this;
    }

    Sort sort() {
        return sort;
    }

    /** The entity that a link leads to, or empty. */
    String link() {
        return link;
    }

    Mapped link(String entity) {
        link = entity;
        tree.put("to", entity);
        return this;
    }

    /** Says that a property of the foreign field is told by ours, exactly. */
    void carry(String property) {
        carried.add(property);
    }

    /** Takes that back: ours says it otherwise. */
    void uncarry(String property) {
        carried.remove(property);
    }

    boolean carries(String property) {
        return carried.contains(property);
    }

    /** Says that a property of ours is settled, whatever the foreign field says. */
    void settle(String property) {
        settled.add(property);
    }

    boolean isSettled(String property) {
        return settled.contains(property);
    }

    /** Says that something is otherwise here. */
    void differs(String why) {
        differences.add(why);
    }

    /** Says what is good to know, though it is not otherwise here. */
    void note(String what) {
        notes.add(what);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    List<String> differences() {
        return List.copyOf(differences);
    }
}
