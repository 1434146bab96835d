/**
 * What is done with connections before there are requests: addresses of tenants for development, and deadlines for callers
 * who send slowly. The server finds it by itself.
 */
@NullMarked
package io.armature.engine.web.connection;

import org.jspecify.annotations.NullMarked;
