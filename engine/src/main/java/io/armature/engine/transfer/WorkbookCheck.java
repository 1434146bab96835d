package io.armature.engine.transfer;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a workbook before it is read. A few bytes can stand for gigabytes, or for a cell in the hundred millionth column, and
 * whoever reads them at once takes the memory of all tenants. Here they pass by, a few at a time.
 */
final class WorkbookCheck {

    /** More letters name no column that a spreadsheet has. */
    private static final Pattern PLACE = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");

    private static final String PART = ".xml";
    private static final int MOST_BYTES = 100 * 1024 * 1024;
    /** What a part in an encoding of its own can begin with. */
    private static final int BYTE_ORDER = 0xef;

    private static final int EBCDIC = 0x4c;
    private static final int JPEG = 0xd8;
    private static final Logger LOG = LoggerFactory.getLogger(WorkbookCheck.class);

    private static final String LEADS_TO_FORMATS = "/relationships/styles";

    private final XMLInputFactory parser = XMLInputFactory.newDefaultFactory();
    private boolean formatted;

    /**
     * A workbook that can be read.
     *
     * @param file from its beginning
     * @param formatted whether it says how its cells are written; a workbook may leave that away
     */
    record Checked(InputStream file, boolean formatted) {}

    private WorkbookCheck() {
        parser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * The same file, to be read again.
     *
     * @throws ProblemException when it is no workbook, or one that would take too much
     */
    static Checked checked(InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ProblemException(Problem.inValue(ProblemCode.BODY_TOO_LARGE, "", String.valueOf(MOST_BYTES)));
        }
        WorkbookCheck check = new WorkbookCheck();
        try (ZipFile archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                check.part(archive, entry);
            }
        } catch (IOException broken) {
            LOG.debug("A workbook that is no archive", broken);
            throw unreadable("it is damaged, or no workbook of the kind XLSX");
        } catch (XMLStreamException broken) {
            throw unreadable(Optional.ofNullable(broken.getMessage()).orElse("it is damaged"));
        }
        return new Checked(new ByteArrayInputStream(bytes), check.formatted);
    }

    static ProblemException unreadable(String why) {
        return new ProblemException(
                Problem.inValue(ProblemCode.MALFORMED_REQUEST, "", "the workbook cannot be read: " + why, ""));
    }

    /** What stands in a picture is read by nobody. */
    private void part(ZipFile archive, ZipArchiveEntry entry) throws IOException, XMLStreamException {
        try (BufferedInputStream content = new BufferedInputStream(archive.getInputStream(entry))) {
            if (!canBeXml(content)) {
                return;
            }
            try {
                cells(entry, new PlainXml(content));
            } catch (XMLStreamException broken) {
                if (entry.getName().endsWith(PART)) {
                    throw broken;
                }
                LOG.debug("A part {} that is no XML", entry.getName(), broken);
            }
        }
    }

    private static boolean canBeXml(BufferedInputStream content) throws IOException {
        content.mark(2);
        int first = content.read();
        int second = content.read();
        content.reset();
        return first == '<' || first <= ' ' || first >= BYTE_ORDER && second != JPEG || first == EBCDIC;
    }

    private void cells(ZipArchiveEntry entry, InputStream content) throws XMLStreamException {
        XMLStreamReader reader = parser.createXMLStreamReader(content);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "c" -> place(entry, reader.getAttributeValue(null, "r"));
                    case "Relationship" -> formatted |= leadsToFormats(reader.getAttributeValue(null, "Type"));
                    default -> {}
                }
            }
        }
        reader.close();
    }

    private static void place(ZipArchiveEntry entry, @Nullable String place) {
        if (place != null && !PLACE.matcher(place).matches()) {
            throw unreadable("a cell of " + entry.getName() + " is in a column that there is not");
        }
    }

    private static boolean leadsToFormats(@Nullable String type) {
        return type != null && type.endsWith(LEADS_TO_FORMATS);
    }
}
