package io.armature.metadata.archive

import io.armature.metadata.archive.PackSignature.SigningKeys
import io.armature.metadata.problem.ProblemException
import java.security.KeyPairGenerator
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import org.apache.commons.compress.archivers.zip.UnixStat
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream
import spock.lang.Specification

class PackArchiveSpec extends Specification {
    static final Map<String, byte[]> FILES = [
        'pack.yaml': 'pack: crm'.bytes,
        'entities/lead.yaml': 'title: Lead'.bytes,
        'data/città.csv': 'name\nRoma\n'.getBytes('UTF-8'),
    ]

    ArchiveReader reader = new ArchiveReader(new ArchiveLimits(100_000, 10, 300_000, 100, 10_000))
    ArchiveWriter writer = new ArchiveWriter()

    def 'what is packed comes out again'() {
        when:
        def archive = reader.read(writer.write(FILES, Optional.empty()))

        then:
        archive.files().collectEntries { [it.key, it.value as List] } == FILES.collectEntries { [it.key, it.value as List] }
        archive.files().keySet() as List == FILES.keySet().sort()
        archive.digest() == PackArchive.of(FILES).digest()
        archive.signature().empty
    }

    def 'the same files give the same bytes, in whatever order they come'() {
        expect:
        writer.write(FILES, Optional.empty()) == writer.write(FILES.sort { -it.key.size() }, Optional.empty())
    }

    def 'an archive can be signed, and a signature holds for these files only'() {
        given:
        def pair = KeyPairGenerator.getInstance('Ed25519').generateKeyPair()
        def encoder = Base64.encoder
        def keys = SigningKeys.read(
            "${encoder.encodeToString(pair.private.encoded)}\n${encoder.encodeToString(pair.public.encoded)}\n")

        when:
        def signed = writer.write(FILES, Optional.of(keys))

        then:
        reader.read(signed).signature().get().publicKey() == encoder.encodeToString(pair.public.encoded)

        when:
        def other = entries(writer.write(FILES + ['pack.yaml': 'pack: evil'.bytes], Optional.of(keys)))
        other['META-INF/signature'] = entries(signed)['META-INF/signature']
        reader.read(zip(other))

        then:
        def refused = thrown(ProblemException)
        refused.problems()*.code()*.id() == ['AR-604']
    }

    def 'an archive that was changed is refused: #how'() {
        given:
        def entries = entries(writer.write(FILES, Optional.empty()))
        change(entries)

        when:
        reader.read(zip(entries))

        then:
        def refused = thrown(ProblemException)
        refused.problems()*.code()*.id() == ['AR-604']

        where:
        how                     | change
        'a file was changed'    | { it['pack.yaml'] = 'pack: evil'.bytes }
        'a file was added'      | { it['hooks/evil.js'] = 'x'.bytes }
        'a file was taken out'  | { it.remove('pack.yaml') }
        'the sums were removed' | { it.remove('META-INF/sums.json') }
        'the sums are no JSON'  | { it['META-INF/sums.json'] = '{'.bytes }
    }

    def 'what is no zip file is refused: #what'() {
        when:
        reader.read(bytes as byte[])

        then:
        def refused = thrown(ProblemException)
        refused.problems()*.code()*.id() == ['AR-604']

        where:
        what           | bytes
        'nothing'      | []
        'text'         | 'hello'.bytes
        'half a file'  | new ArchiveWriter().write(FILES, Optional.empty()).toList().take(200)
    }

    def 'a path that leaves the pack is refused: #path'() {
        when:
        reader.read(zip([(path): 'x'.bytes]))

        then:
        def refused = thrown(ProblemException)
        refused.problems()*.code()*.id() == ['AR-605']

        where:
        path << ['../evil', 'entities/../../evil', '/etc/passwd', 'C:/evil', 'a\\..\\evil', 'a//b', './a', 'a/', 'a\u0007b', 'x' * 300]
    }

    def 'a link is refused'() {
        given:
        def bytes = new ByteArrayOutputStream()
        new ZipArchiveOutputStream(bytes).withCloseable { zip ->
            def entry = new ZipArchiveEntry('pack.yaml')
            entry.unixMode = UnixStat.LINK_FLAG | 0777
            zip.putArchiveEntry(entry)
            zip.write('/etc/passwd'.bytes)
            zip.closeArchiveEntry()
        }

        when:
        reader.read(bytes.toByteArray())

        then:
        def refused = thrown(ProblemException)
        refused.problems()*.code()*.id() == ['AR-605']
    }

    def 'an entry that is there twice is refused'() {
        given:
        def bytes = new ByteArrayOutputStream()
        new ZipArchiveOutputStream(bytes).withCloseable { zip ->
            2.times {
                zip.putArchiveEntry(new ZipArchiveEntry('pack.yaml'))
                zip.write('x'.bytes)
                zip.closeArchiveEntry()
            }
        }

        when:
        reader.read(bytes.toByteArray())

        then:
        def refused = thrown(ProblemException)
        refused.problems()*.code()*.id() == ['AR-604']
    }

    def 'a bomb is refused before it goes off: #what'() {
        when:
        reader.read(bytes as byte[])

        then:
        def refused = thrown(ProblemException)
        refused.problems()*.code()*.id() == ['AR-606']

        where:
        what              | bytes
        'too many files'  | zip((1..20).collectEntries { ["f$it".toString(), 'x'.bytes] })
        'zeros'           | zip([zeros: new byte[50_000_000]])
        'too much at all' | zip((1..5).collectEntries { n -> ["f$n".toString(), random(90_000, n)] })
    }

    private static byte[] random(int size, long seed) {
        def bytes = new byte[size]
        new Random(seed).nextBytes(bytes)
        // Half of it compresses, so that the packed size stays within bounds.
        (size.intdiv(8)..<size).each { bytes[it] = 0 }
        bytes
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        def bytes = new ByteArrayOutputStream()
        new ZipOutputStream(bytes).withCloseable { zip ->
            entries.each { path, content ->
                zip.putNextEntry(new ZipEntry(path))
                zip.write(content)
            }
        }
        bytes.toByteArray()
    }

    private static Map<String, byte[]> entries(byte[] archive) {
        def entries = [:]
        new java.util.zip.ZipInputStream(new ByteArrayInputStream(archive)).withCloseable { zip ->
            for (def entry = zip.nextEntry; entry; entry = zip.nextEntry) {
                entries[entry.name] = zip.readAllBytes()
            }
        }
        entries
    }
}
