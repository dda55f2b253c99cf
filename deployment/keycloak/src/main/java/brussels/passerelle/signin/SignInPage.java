package brussels.passerelle.signin;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * The page for whoever meets the identity provider directly: some text and the way to our sign-in. It has no form, no
 * input and no script, in any language.
 */
enum SignInPage {
    FR("ltr"),
    NL("ltr"),
    EN("ltr"),
    DE("ltr"),
    AR("rtl");

    private final String html;

    SignInPage(String direction) {
        html = html(direction);
    }

    /** The first of the wanted languages that we speak, else French. */
    static SignInPage in(List<Locale> wanted) {
        return wanted.stream().map(Locale::getLanguage)
                .flatMap(tag -> List.of(values()).stream().filter(page -> page.tag().equals(tag)))
                .findFirst().orElse(FR);
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    String page() {
        return html;
    }

    Response response() {
        return Response.ok(html, "text/html;charset=utf-8").header(HttpHeaders.CONTENT_LANGUAGE, tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private String html(String direction) {
        var texts = texts();
        return """
          <!DOCTYPE html>
          <html lang="%1$s" dir="%2$s" data-view="identity-provider">
          <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%3$s</title></head>
          <body>
          <main>
          <h1>%3$s</h1>
          <p>%4$s</p>
          <p><a href="/sign-in?lang=%1$s" data-action="sign-in">%5$s</a></p>
          </main>
          </body>
          </html>
          """.formatted(tag(), direction, texts.getProperty("title"), texts.getProperty("text"),
                texts.getProperty("link"));
    }

    private Properties texts() {
        var name = tag() + ".properties";
        try (var stream = Objects.requireNonNull(SignInPage.class.getResourceAsStream(name), name)) {
            var texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
