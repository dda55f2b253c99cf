package brussels.passerelle.registry.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import brussels.passerelle.registry.published.Texts;

/** The raw material of the generator: invented organisations, streets and services, read from the lists beside this class. */
record Catalogue(List<Society> societies, List<Template> templates, List<Street> streets) {
    record Society(String sector, String commune, Texts name) {}

    record Template(String key, String sector, String type, List<String> needs, List<String> targets, String admission,
            List<String> evidence, Week week, Setting setting, Texts name) {}

    record Street(String fr, String nl) {}

    /** Whether people come, are met, or are told the address by phone. */
    enum Setting {
        PLACE,
        MOBILE,
        SECRET
    }

    static Catalogue read() {
        return new Catalogue(lines("organisations.txt").map(f -> new Society(f[0], f[1], texts(f[2]))).toList(),
                lines("services.txt").map(Catalogue::template).toList(),
                lines("streets.txt").map(f -> f[0].split("\\|")).map(names -> new Street(names[0], names[1])).toList());
    }

    List<Template> of(String sector) {
        return templates.stream().filter(template -> template.sector().equals(sector)).toList();
    }

    private static Template template(String[] f) {
        return new Template(f[0], f[1], f[2], list(f[3]), list(f[4]), f[5], list(f[6]), Week.of(f[7]),
                Setting.valueOf(f[8].toUpperCase(java.util.Locale.ROOT)), texts(f[9]));
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(","));
    }

    private static Texts texts(String forms) {
        String[] form = forms.split("\\|", -1);
        return new Texts(form[0], form[1], some(form[2]), some(form[3]), some(form[4]));
    }

    private static @Nullable String some(String form) {
        return form.isEmpty() ? null : form;
    }

    private static Stream<String[]> lines(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
            String all = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Stream.of(line.split(";", -1)).map(String::strip).toArray(String[]::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
