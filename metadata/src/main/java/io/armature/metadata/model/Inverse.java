package io.armature.metadata.model;

/**
 * The other end of a link: {@code invoices} of a customer.
 *
 * @param name how expressions and {@code fields=} call it
 * @param entity whose records point here, by full name
 * @param by the linking field
 */
public record Inverse(String name, String entity, String by) {}
