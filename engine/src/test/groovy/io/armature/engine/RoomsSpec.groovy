package io.armature.engine

import io.armature.testing.RoomsContract

class RoomsSpec extends RoomsContract {
    final String root() { 'io.armature.engine' }

    final List<String> order() {
        [
            'problem', 'db', 'tenant', 'due', 'vault', 'audit', 'mail', 'identity', 'current', 'access', 'event', 'script', 'query', 'workflow',
            'write', 'record', 'stream', 'webhook', 'file', 'search', 'transfer', 'print', 'notify', 'job', 'intake', 'screen', 'openapi', 'schema', 'pack', 'site', 'report',
            'web', 'cli', 'boot',
        ]
    }
}
