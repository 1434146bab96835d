package io.armature.engine.identity

import spock.lang.Specification

class PeerAddressesSpec extends Specification {
    def 'an address inside some network is none that tenants may name: #address'() {
        given:
        def there = InetAddress.getByName(address)

        expect:
        PeerAddresses.isPrivate(there)
        !new PeerAddresses(false).allow(there)
        new PeerAddresses(true).allow(there)

        where:
        address << [
            '0.0.0.0', '0.1.2.3', '10.1.2.3', '100.100.100.200', '127.0.0.1', '127.255.1.2', '169.254.169.254', '172.31.0.1',
            '192.0.0.192', '192.0.2.1', '192.168.1.1', '198.19.0.1', '198.51.100.7', '203.0.113.7', '168.63.129.16', '224.0.0.1',
            '240.0.0.1', '255.255.255.255', '::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:0:7f00:1', '64:ff9b::a9fe:a9fe',
            '64:ff9b:1::a00:1', '2002:7f00:1::', '2002:a9fe:a9fe::1', '100::1', '2001::1', '2001:db8::1', 'fc00::1',
            'fd00:ec2::254', 'fe80::1', 'fec0::1', 'ff02::1',
        ]
    }

    def 'a public address may be called: #address'() {
        expect:
        new PeerAddresses(false).allow(InetAddress.getByName(address))

        where:
        address << [
            '8.8.8.8', '1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '172.15.255.255', '172.32.0.0',
            '168.63.129.15', '192.0.1.1', '198.17.255.255', '198.20.0.0', '223.255.255.255', '2606:4700::1', '64:ff9b::808:808',
            '2002:808:808::1', '2001:4860:4860::8888', '::ffff:8.8.8.8',
        ]
    }
}
