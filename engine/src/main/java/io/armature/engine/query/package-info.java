/**
 * Reading: a request is parsed ({@code request}), held against model and access ({@code plan}), written as one SQL
 * statement ({@code sql}) and run, its rows going out as JSON bytes ({@code read}).
 * Other rooms read through {@code record}.
 */
@NullMarked
package io.armature.engine.query;

import org.jspecify.annotations.NullMarked;
