package io.armature.engine.script;

/** A way out of the realm: a member of {@code ctx} such as {@code db}, {@code notify} or {@code http}. */
interface Port {

    /** The member's name. */
    String name();

    /** What the functions of a call are given. */
    Object open(Call call, Shown shown);
}
