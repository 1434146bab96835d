/**
 * The files of the web front end, as the build leaves them, and which of them answers a browser's address. {@link
 * io.armature.engine.web.page.PageFilter} is the door; nothing here knows of tenants, users or records.
 */
@NullMarked
package io.armature.engine.web.page;

import org.jspecify.annotations.NullMarked;
