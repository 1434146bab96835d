package io.armature.engine.schema.blueprint;

/**
 * A check that shall be.
 *
 * @param name tells the meaning
 * @param condition as SQL over the columns of the table
 */
public record WantedCheck(String name, String condition) {}
