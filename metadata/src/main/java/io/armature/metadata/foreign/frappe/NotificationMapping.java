package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Outcome;
import io.armature.metadata.foreign.javascript.Untranslatable;
import io.armature.metadata.foreign.jinja.Jinja;
import io.armature.metadata.foreign.jinja.JinjaReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A notification: a mail that goes by itself, or, where it goes days before or after a date, a mail and a job. One whose
 * condition cannot be translated is left out: without it, it would go on every occasion.
 */
final class NotificationMapping implements DocMapping {

    private static final Set<String> DAYS = Set.of("Days Before", "Days After");
    private static final Map<String, String> WHY = Map.of(
            "Slack", "there is no way to Slack: write a webhook",
            "SMS", "there is no way to send SMS: write a hook",
            "Method", "code sets it off: write a hook with `ctx.mail`",
            "Custom", "code sets it off: write a hook with `ctx.mail`",
            "Minutes Before", "mails go by days: write a job with a hook",
            "Minutes After", "mails go by days: write a job with a hook");

    @Override
    public String doctype() {
        return "Notification";
    }

    @Override
    public void map(Doc doc, AppContext context) {
        Optional<Site.Member> member = context.member(doc.text("document_type", ""))
                .filter(found -> !found.type().isVirtual() && !found.type().isChild());
        String why = WHY.getOrDefault(doc.text("channel", "Email"), WHY.getOrDefault(doc.text("event", ""), ""));
        if (doc.json().has("enabled") && !doc.flag("enabled")) {
            context.told(Outcome.LEFT_OUT, doc, "it is switched off");
        } else if (!why.isEmpty()) {
            context.told(Outcome.LEFT_OUT, doc, why);
        } else if (member.isEmpty()) {
            context.told(Outcome.LEFT_OUT, doc, "`" + doc.text("document_type", "") + "` is not here");
        } else {
            try {
                notification(doc, member.get(), context);
            } catch (Untranslatable untranslatable) {
                context.told(Outcome.LEFT_OUT, doc, untranslatable.why());
            }
        }
    }

    private static void notification(Doc doc, Site.Member member, AppContext context) throws Untranslatable {
        List<String> differences = new ArrayList<>();
        NotificationRecipients recipients = new NotificationRecipients(doc, member, context, differences);
        Optional<String> condition = condition(doc, member, context);
        ArrayNode to = recipients.to();
        if (to.isEmpty()) {
            throw new Untranslatable("nobody is left to whom it could go: " + String.join("; ", differences));
        }
        ObjectNode mail = mail(doc, member, context, differences);
        if (DAYS.contains(doc.text("event", ""))) {
            job(doc, member, context, condition, to);
            if (doc.text("channel", "Email").equals("System Notification") || doc.flag("send_system_notification")) {
                differences.add("it goes by mail alone");
            }
        } else {
            mail.set("send", send(doc, member, condition, to));
        }
        for (String more : List.of("set_property_after_alert", "attach_print", "send_to_all_assignees")) {
            if (Doc.says(doc.json().path(more))) {
                differences.add("`" + more + "` has no counterpart");
            }
        }
        context.add(Kind.MAIL, doc, mail);
        context.told(doc, differences.stream().distinct().toList());
    }

    private static Optional<String> condition(Doc doc, Site.Member member, AppContext context) throws Untranslatable {
        if (doc.text("condition_type", "Python").equals("Filters")) {
            List<String> untold = new ArrayList<>();
            Optional<String> filters = FilterRows.condition(doc.text("filters", "[]"), member, context, untold::add);
            if (!untold.isEmpty()) {
                throw new Untranslatable(String.join("; ", untold) + " has no counterpart");
            }
            return filters;
        }
        Optional<String> python = doc.text("condition");
        return python.isEmpty()
                ? Optional.empty()
                : Optional.of(TemplateScope.of(context, member).condition(python.get()));
    }

    /** Its own words, or those of the template that it names. */
    private static Doc words(Doc doc, AppContext context) throws Untranslatable {
        Optional<String> template = doc.text("email_template");
        if (template.isEmpty() || doc.text("message").isPresent()) {
            return doc;
        }
        Doc words = context.document("Email Template", template.get())
                .orElseThrow(() -> new Untranslatable(
                        "its words stand in the email template `" + template.get() + "`, which is not here"));
        String message = words.flag("use_html") ? words.text("response_html", "") : words.text("response", "");
        ObjectNode said = doc.json().deepCopy();
        return new Doc(
                doc.file(),
                said.put("subject", words.text("subject", doc.name())).put("message", message));
    }

    private static ObjectNode mail(Doc doc, Site.Member member, AppContext context, List<String> differences)
            throws Untranslatable {
        Doc words = words(doc, context);
        List<Jinja> subject = JinjaReader.read(words.text("subject", doc.name()));
        List<Jinja> message = JinjaReader.read(words.text("message", ""));
        TemplateTexts texts = new TemplateTexts(differences::add);
        ObjectNode mail = JsonNodeFactory.instance.objectNode();
        mail.put("title", doc.name());
        mail.put("entity", member.fullName());
        mail.put(
                "subject",
                texts.write(subject, TemplateScope.of(context, member)).strip());
        String body = texts.write(message, TemplateScope.of(context, member)).strip();
        mail.put("text", TemplateTexts.plain(body).strip());
        if (body.contains("<")) {
            mail.put("html", body);
        }
        return mail;
    }

    private static ObjectNode send(Doc doc, Site.Member member, Optional<String> condition, ArrayNode to)
            throws Untranslatable {
        ObjectNode send = JsonNodeFactory.instance.objectNode();
        switch (doc.text("event", "")) {
            case "New" -> send.putArray("after").add("created");
            case "Save" -> send.putArray("after").add("created").add("updated");
            case "Submit" -> document(send, member, "submitted");
            case "Cancel" -> document(send, member, "cancelled");
            case "Value Change" -> {
                String field = doc.text("value_changed", "");
                send.putArray("after").add("updated");
                send.putArray("changed")
                        .add(Optional.ofNullable(member.fields().get(field))
                                .orElseThrow(() -> new Untranslatable("the field `" + field + "` is not here")));
            }
            default -> throw new Untranslatable("the event `" + doc.text("event", "") + "` is not known");
        }
        String document = send.path("when").asText("");
        condition.ifPresent(when -> send.put("when", document.isEmpty() ? when : document + " && (" + when + ")"));
        send.set("to", to);
        boolean message = doc.text("channel", "Email").equals("System Notification");
        if (message || doc.flag("send_system_notification")) {
            ArrayNode as = send.putArray("as");
            if (!message) {
                as.add("mail");
            }
            as.add("message");
        }
        return send;
    }

    /** Its own steps or those of a workflow make a document what it is. */
    private static void document(ObjectNode send, Site.Member member, String state) throws Untranslatable {
        if (!member.type().isSubmittable()) {
            throw new Untranslatable("`" + member.type().name() + "` is not submitted");
        }
        send.putArray("after").add("updated");
        send.putArray("changed").add("document_state");
        send.put("when", "document_state == '" + state + "'");
    }

    /** Frappe looks once a day. */
    private static void job(Doc doc, Site.Member member, AppContext context, Optional<String> condition, ArrayNode to)
            throws Untranslatable {
        String name = doc.text("date_changed", "");
        Doc field = member.type()
                .field(name)
                .filter(found -> found.fieldtype().startsWith("Date"))
                .orElseThrow(() -> new Untranslatable("the date `" + name + "` is not here"));
        int days = doc.number("days_in_advance").map(Number::intValue).orElse(0);
        int later = doc.text("event", "").equals("Days After") ? -days : days;
        String ours = member.fields().getOrDefault(name, name);
        String filter = field.fieldtype().equals("Date")
                ? ours + " == addDays(today(), " + later + ")"
                : "startOf(" + ours + ", 'day') == startOf(addDays(now(), " + later + "), 'day')";
        ObjectNode job = JsonNodeFactory.instance.objectNode();
        job.put("title", doc.name());
        job.put("cron", "0 6 * * *");
        job.put("action", "mail");
        ObjectNode with = job.putObject("with");
        with.put("template", context.name(Kind.MAIL, doc.doctype(), doc.name()));
        with.put("filter", filter + condition.map(when -> " && (" + when + ")").orElse(""));
        with.set("to", to);
        context.add(Kind.JOB, doc, job);
    }
}
