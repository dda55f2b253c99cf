package brussels.passerelle.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;

import brussels.passerelle.protocol.jose.Secret;

/** Lies to whoever lends: about the agency, and about what was lent to whom. */
@Order(1)
class AttacksOnLoansIT extends Attacked {
    private static final String KEYS = "/organisations/" + Holder.AGENCY + "/keys";

    AttacksOnLoansIT(RunningDemo demo, Browser browser, Prey prey) {
        super(demo, browser, prey);
    }

    @Test
    void T01_key_substitution_on_lending() throws IOException {
        var real = new String(prey.agencyKeys, UTF_8);
        var rogue = RogueAgency.keys(Holder.AGENCY, Holder.FUNCTION);
        var holder = signedIn();
        for (var lie : List.of("rootChanged:" + rogue, "damaged:" + withStatementsOf(rogue, real))) {
            var name = lie.substring(0, lie.indexOf(':'));
            malice.honest().instead("GET", KEYS, 200, "application/json",
                    lie.substring(name.length() + 1).getBytes(UTF_8));
            screen.act("show-wallet").awaitView("wallet");
            holder.openPaper(Prey.LEASE).screen().act("lend").awaitView("lend").fill("agencyQuery", "molenbeek")
                    .act("find-agency").choose("agency", Holder.AGENCY).act("choose-agency");
            assertFalse(screen.message(name).isBlank());
            assertEquals(0, page.locator("[name=function]").count(), "there is nobody to choose");
            assertNothingSent();
        }
    }

    /** The root is the true one; what it is said to have signed is not. */
    private static String withStatementsOf(String rogue, String real) {
        var forged = Pattern.compile("\"statements\":\\[[^]]*]").matcher(rogue);
        assertTrue(forged.find());
        return real.replaceAll("\"statements\":\\[[^]]*]", forged.group());
    }

    @Test
    void T16_hidden_extra_recipient() throws Exception {
        signedIn();
        var extra = Secret.randomId();
        malice.json("/api/loans?*", list -> {
            var copy = new LinkedHashMap<>(Lent.loan(list, prey.loan));
            copy.put("loan", extra);
            copy.put("function", "logement");
            Lent.items(list).add(copy);
            Lent.loan(list, prey.other).put("function", "logement");
        });
        for (var strange : List.of(extra, prey.other)) {
            screen.act("show-loans").awaitView("loans")
                    .press(screen.one("[data-loan='" + strange + "'] [data-action='show-loan']"))
                    .awaitView("loan");
            assertFalse(screen.message("strangeLoan").isBlank());
        }
        screen.act("show-loans").awaitView("loans")
                .press(screen.one("[data-loan='" + prey.loan + "'] [data-action='show-loan']")).awaitView("loan");
        assertEquals(0, page.locator("[data-message=strangeLoan]").count(), "the true one is not accused");
        malice.text("/api/log/events*",
                json -> json.replace("\\\"function\\\":\\\"accueil", "\\\"function\\\":\\\"logement"));
        screen.act("show-log").awaitView("log").see("[data-event='loanGiven'].bad-row");
    }
}
