/**
 * Mail: {@link io.armature.engine.mail.MailQueue} takes what shall be sent in the same transaction as the work it tells of;
 * {@link io.armature.engine.mail.MailSender} sends it afterwards, and again while that fails.
 */
@NullMarked
package io.armature.engine.mail;

import org.jspecify.annotations.NullMarked;
