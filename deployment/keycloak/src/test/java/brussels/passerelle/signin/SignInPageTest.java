package brussels.passerelle.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInPageTest {
    @ParameterizedTest
    @EnumSource
    void hasNothingToTypeInto(SignInPage page) {
        var html = page.page().toLowerCase(Locale.ROOT);
        for (var tag : List.of("<form", "<input", "<textarea", "<button", "<script", "<iframe", "contenteditable",
                "null")) {
            assertFalse(html.contains(tag), tag);
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsTheWayToOurPageInItsLanguage(SignInPage page) {
        assertTrue(page.page()
                .contains("<html lang=\"" + page.tag() + "\" dir=\"" + (page == SignInPage.AR ? "rtl" : "ltr")));
        assertTrue(page.page().contains("href=\"/sign-in?lang=" + page.tag() + "\""));
    }

    @Test
    void speaksTheFirstLanguageItKnowsAndElseFrench() {
        assertEquals(SignInPage.NL, SignInPage.in(List.of(Locale.of("pl"), Locale.of("nl", "BE"), Locale.ENGLISH)));
        assertEquals(SignInPage.FR, SignInPage.in(List.of(Locale.of("pl"))));
        assertEquals(SignInPage.FR, SignInPage.in(List.of()));
    }
}
