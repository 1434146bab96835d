package io.armature.metadata.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** The field types, by name, in the order in which they are shown. */
public final class FieldTypes {

    private final SequencedMap<String, FieldType> byName = new LinkedHashMap<>();

    /**
     * @throws IllegalArgumentException when two have the same name
     */
    public FieldTypes(List<FieldType> types) {
        for (FieldType type : types) {
            if (byName.putIfAbsent(type.name(), type) != null) {
                throw new IllegalArgumentException("Two field types are called " + type.name());
            }
        }
    }

    /** All that the language has. */
    public static FieldTypes standard() {
        return new FieldTypes(List.of(
                new TextType(),
                new LongTextType(),
                new MarkdownType(),
                new HtmlType(),
                new CodeType(),
                new IntegerType(),
                new DecimalType(),
                new MoneyType(),
                new PercentType(),
                new BooleanType(),
                new DateType(),
                new TimeType(),
                new DateTimeType(),
                new DurationType(),
                new EmailType(),
                new PhoneType(),
                new UrlType(),
                new ColorType(),
                new RatingType(),
                new ChoiceType(),
                new ChoicesType(),
                new LinkType(),
                new LinksType(),
                new LinkAnyType(),
                new LinesType(),
                new LookupType(),
                new FormulaType(),
                new FileType(),
                new FilesType(),
                new ImageType(),
                new SignatureType(),
                new BarcodeType(),
                new GeoType(),
                new JsonType(),
                new SecretType(),
                new PasswordType(),
                new UserType()));
    }

    public Optional<FieldType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All names, for suggestions. */
    public SequencedSet<String> names() {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(byName.keySet()));
    }

    public List<FieldType> all() {
        return List.copyOf(byName.values());
    }

    /** Every property a field of this type may have. */
    public SortedSet<String> properties(FieldType type) {
        SortedSet<String> properties = new TreeSet<>(CommonProperties.NAMES);
        properties.addAll(type.properties());
        return properties;
    }
}
