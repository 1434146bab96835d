/**
 * Events told to other systems over HTTP: signed, in order for each record, again and again for a day. {@link
 * io.armature.engine.webhook.Webhooks} tries, repeats and changes secrets; the rest happens by itself.
 */
@NullMarked
package io.armature.engine.webhook;

import org.jspecify.annotations.NullMarked;
