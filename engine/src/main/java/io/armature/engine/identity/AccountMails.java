package io.armature.engine.identity;

import io.armature.engine.mail.Mail;
import io.armature.engine.tenant.Tenant;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The mails about accounts, in the language of whoever gets them. */
final class AccountMails {

    private static final String BUNDLE = "io.armature.engine.identity.mails";

    private final PublicAddress address;

    AccountMails(PublicAddress address) {
        this.address = address;
    }

    /**
     * A mail with a link.
     *
     * @param purpose invite, reset or email
     * @param name whom it speaks to
     */
    Mail of(Tenant tenant, String purpose, String recipient, String name, String token, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String link = address.page(tenant, "/account/" + purpose, "token", token);
        String text = new MessageFormat(texts.getString(purpose + ".text"), locale)
                .format(new Object[] {name.replaceAll("\\p{Cntrl}+", " "), link, address.of(tenant)});
        return new Mail(recipient, texts.getString(purpose + ".subject"), text, true);
    }
}
