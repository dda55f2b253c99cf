package brussels.passerelle.registry.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                                            | PAGE
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | PAGE
            text/turtle                                                    | TURTLE
            TEXT/Turtle; charset=utf-8                                     | TURTLE
            application/ld+json                                            | JSON_LD
            application/n-triples                                          | N_TRIPLES
            text/html;q=0.5, text/turtle                                   | TURTLE
            text/turtle;q=0.3, application/ld+json;q=0.7                   | JSON_LD
            application/*                                                  | JSON_LD
            text/*;q=0.4, text/html;q=0                                    | TURTLE
            text/turtle;q=0, */*                                           | PAGE
            """)
    void choosesByQualityThenByCloseness(String accept, Format format) {
        assertEquals(Optional.of(format), Negotiation.choose(accept));
    }

    @Test
    void anythingWillDoWithoutAHeader() {
        assertEquals(Optional.of(Format.PAGE), Negotiation.choose((String) null));
    }

    @ParameterizedTest
    @CsvSource({"image/png", "text/html;q=0", "text/turtle;q=nonsense", "html"})
    void whatWeDoNotHaveIsRefused(String accept) {
        assertEquals(Optional.empty(), Negotiation.choose(accept));
    }
}
