package io.armature.engine.webhook

import groovy.sql.Sql
import io.armature.engine.access.AccessSpecification
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

/** A receiver over HTTP, and webhooks that lead to it. */
abstract class WebhookSpecification extends AccessSpecification {
    static final PollingConditions SOON = new PollingConditions(timeout: 30, delay: 0.05)
    @Shared Sql sql = new Sql(server.database)
    @AutoCleanup Receiver receiver = new Receiver()
    List<String> hooks = []

    def setupSpec() {
        user('rep', ['sales.rep'])
    }

    def cleanup() {
        hooks.each { assert admin.delete("/api/sys/webhook/$it").status == 204 }
    }

    String hook(Map values = [:]) {
        def made = admin.post('/api/sys/webhook', [url: receiver.url(), events: ['sales.customer.*'], allow_private: true] + values)
        assert made.status == 201
        hooks << made.json.id
        made.json.id
    }

    List<Map> deliveries(String hook) {
        sql.rows("select * from tenant_main.\"sys\$delivery\" where webhook = ?::uuid order by number".toString(), [hook]) as List<Map>
    }

    /** Does not wait for the moment of the next attempt. */
    void hurry() {
        SOON.eventually { assert sql.firstRow("select count(*) as n from armature.due_run where kind = 'webhook'").n == 0 }
        sql.execute("update tenant_main.\"sys\$delivery\" set next_attempt = now() where status = 'waiting'".toString())
        sql.execute("insert into armature.due_work (tenant, kind, due_at) values ('main', 'webhook', now())")
    }

    static String mac(String secret, String text) {
        def mac = Mac.getInstance('HmacSHA256')
        mac.init(new SecretKeySpec(secret.getBytes('UTF-8'), 'HmacSHA256'))
        HexFormat.of().formatHex(mac.doFinal(text.getBytes('UTF-8')))
    }
}
