package brussels.passerelle.registry.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

import brussels.passerelle.registry.published.Fold;
import brussels.passerelle.vocab.Communes;
import brussels.passerelle.vocab.Concept;
import brussels.passerelle.vocab.Scheme;

/**
 * What somebody asks for. Every part may be absent; parts that are present must all be met. A need is met by any need below
 * it; a person of a target group may also go where a wider group, or everyone, is received.
 */
public record Criteria(String text, @Nullable String need, @Nullable String commune, @Nullable String target) {
    static final String EVERYONE = "everyone";
    private static final int LONGEST_TEXT = 100;

    /** Reads the query parameters; empty when a code is not in the vocabulary. */
    static Optional<Criteria> read(@Nullable String text, @Nullable String need, @Nullable String commune,
            @Nullable String target) {
        String words = given(text).map(said -> said.substring(0, Math.min(LONGEST_TEXT, said.length()))).orElse("");
        Optional<String> where = given(commune).map(asked -> commune(asked).orElse(""));
        boolean known = known(Scheme.NEED, need) && known(Scheme.TARGET_GROUP, target)
                && !where.equals(Optional.of(""));
        return known
                ? Optional.of(
                        new Criteria(words, given(need).orElse(null), where.orElse(null), given(target).orElse(null)))
                : Optional.empty();
    }

    List<String> words() {
        return Fold.words(text);
    }

    /** The need asked for and those below it; empty when none is asked for. */
    List<String> needs() {
        return need == null ? List.of() : withNarrower(Scheme.NEED, need);
    }

    /** The groups whose offers receive the person: theirs, the wider ones, everyone; empty when none is asked for. */
    List<String> targets() {
        if (target == null)
            return List.of();
        var groups = new TreeSet<String>(List.of(target, EVERYONE));
        for (var group = Scheme.TARGET_GROUP.find(target); group.isPresent();) {
            groups.add(group.get().notation());
            Optional<String> broader = group.get().broader();
            group = broader.flatMap(Scheme.TARGET_GROUP::find);
        }
        return List.copyOf(groups);
    }

    /** Binds a cursor to its question; not a secret, and says nothing readable. */
    String digest() {
        var crc = new CRC32();
        crc.update((String.join(" ", words()) + '|' + need + '|' + commune + '|' + target)
                .getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    static List<String> withNarrower(Scheme scheme, String notation) {
        var all = new TreeSet<String>(List.of(notation));
        for (Concept narrower : scheme.narrower(notation))
            all.addAll(withNarrower(scheme, narrower.notation()));
        return List.copyOf(all);
    }

    /** A commune by REFNIS code, post code or one of its names. */
    private static Optional<String> commune(String asked) {
        if (Scheme.COMMUNE.find(asked).isPresent())
            return Optional.of(asked);
        Optional<String> posted = Communes.byPostCode(asked).map(Concept::notation);
        if (posted.isPresent())
            return posted;
        String name = Fold.text(asked);
        return Scheme.COMMUNE.concepts().stream()
                .filter(c -> c.labels().values().stream().anyMatch(label -> Fold.text(label).equals(name)))
                .map(Concept::notation).findFirst();
    }

    private static boolean known(Scheme scheme, @Nullable String notation) {
        return given(notation).map(code -> scheme.find(code).isPresent()).orElse(true);
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
