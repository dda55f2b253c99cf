package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;

/** What goes wrong in real life: each case ends in a clear sentence in the person's language, with nothing lost. */
@ExtendWith(House.class)
@Order(Order.DEFAULT + 1)
class BadInputIT {
    private static final Setting SETTING = Setting.AR_PHONE;

    private final RunningDemo demo;
    private final Browser browser;
    @TempDir
    private Path files = Path.of("");

    BadInputIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        this.browser = browser;
    }

    @Test
    void a_wrong_passphrase() {
        try (var profile = SETTING.profile(browser)) {
            var holder = holder(profile);
            holder.trySignIn("holder", "demo-holder-passphrase ");
            Languages.assertArabic(holder.screen().message("wrongPassphrase"));
            holder.trySignIn("nobody-123-456", "demo-holder-passphrase");
            Languages.assertArabic(holder.screen().message("wrongPassphrase"));
        }
    }

    @Test
    void a_byte_of_a_stored_paper_is_flipped() throws IOException {
        try (var profile = SETTING.profile(browser)) {
            var sent = new CopyOnWriteArrayList<Request>();
            profile.onRequest(sent::add);
            var holder = holder(profile).createWallet("Flip").addPaper(pdf(), "Contrat", "work/workContract");
            var stored = largest(sent);
            flip(stored, Files.size(stored) / 2);
            holder.openPaper("Contrat");
            Languages.assertArabic(holder.screen().message("damaged"));
            assertEquals(0, holder.screen().page().locator("canvas").count());

            flip(stored, Files.size(stored) / 2);
            holder.signIn().openPaper("Contrat").screen().see("canvas");
        }
    }

    /** Where the node keeps the largest of what was uploaded: files are named after their hash. */
    private Path largest(List<Request> sent) {
        return sent.stream().map(request -> request.headers().get("content-digest")).filter(Objects::nonNull)
                .map(digest -> Base64.getDecoder().decode(digest.replaceAll("^sha-256=:|:$", "")))
                .map(hash -> HexFormat.of().formatHex(hash))
                .map(hex -> demo.state().resolve("store").resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4))
                        .resolve(hex))
                .max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
    }

    private static void flip(Path file, long at) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            var old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 1);
        }
    }

    @Test
    void a_replayed_request() {
        try (var profile = SETTING.profile(browser)) {
            var sent = new CopyOnWriteArrayList<Request>();
            profile.onRequest(sent::add);
            holder(profile).createWallet("Replay");
            var proved = sent.stream().filter(one -> one.url().endsWith("/api/me")).findFirst().orElseThrow();
            assertEquals(200, proved.response().status());
            var again = HttpRequest.newBuilder(URI.create(proved.url())).header("Accept-Language", SETTING.language)
                    .header("Authorization", proved.headers().get("authorization"))
                    .header("DPoP", proved.headers().get("dpop"));
            var answer = new Web().send(again);
            assertEquals(401, answer.statusCode());
            assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
            assertTrue(answer.body().contains("urn:problem-type:passerelle:"));
            Languages.assertArabic(answer.body().replaceAll("(?s).*\"detail\":\"([^\"]+)\".*", "$1"));
        }
    }

    @Test
    void a_token_that_is_no_longer_accepted() throws IOException {
        try (var profile = SETTING.profile(browser)) {
            var holder = holder(profile).createWallet("Renew");
            profile.route("**/api/papers/**", BadInputIT::spoilToken, new BrowserContext.RouteOptions().setTimes(1));
            holder.addPaper(pdf(), "Jugement", "justice/courtPaper");
            assertEquals(1, holder.screen().page().locator("[data-paper]").count());
        }
    }

    /** The server then truly refuses, as it does when a token has expired; the client renews from the secret in memory. */
    private static void spoilToken(Route route) {
        var headers = new HashMap<>(route.request().headers());
        headers.computeIfPresent("authorization", (_, token) -> token.substring(0, token.length() - 6) + "AAAAAA");
        route.resume(new Route.ResumeOptions().setHeaders(headers));
    }

    @Test
    void an_agency_whose_keys_are_not_its_own() throws IOException {
        try (var profile = SETTING.profile(browser)) {
            var holder = holder(profile).createWallet("Keys").addPaper(pdf(), "Bail", "housing/lease")
                    .openPaper("Bail");
            var other = new Web().get(demo.registry("/organisations/abri-du-canal/keys")).body();
            answer(profile, other);
            holder.screen().act("lend").awaitView("lend").fill("agencyQuery", "molenbeek").act("find-agency")
                    .choose("agency", Holder.AGENCY).act("choose-agency");
            Languages.assertArabic(holder.screen().message("damaged"));
            holder.screen().act("show-loans").awaitView("loans");
            assertEquals(0, holder.screen().page().locator("[data-loan]").count());
        }
    }

    /** Everything about these keys is right, except that the agency never made them: only the registry's own copy tells. */
    @Test
    void a_loan_to_a_key_that_nobody_published() throws IOException {
        try (var profile = SETTING.profile(browser)) {
            var holder = holder(profile).createWallet("Rogue").addPaper(pdf(), "Bail", "housing/lease")
                    .openPaper("Bail");
            answer(profile, RogueAgency.keys(Holder.AGENCY, Holder.FUNCTION));
            holder.prepareLoan("housingSearch").screen().act("confirm-loan");
            Languages.assertArabic(holder.screen().message("unknownRecipientKey"));
            holder.screen().act("show-loans").awaitView("loans");
            assertEquals(0, holder.screen().page().locator("[data-loan]").count());
        }
    }

    private static void answer(BrowserContext profile, String keys) {
        profile.route("**/organisations/" + Holder.AGENCY + "/keys", route -> route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(keys)
                        .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))));
    }

    @Test
    void taking_back_twice() throws IOException {
        try (var first = SETTING.profile(browser); var second = SETTING.profile(browser)) {
            var here = holder(first).createWallet("Twice").addPaper(pdf(), "Bail", "housing/lease").openPaper("Bail")
                    .lend("housingSearch");
            var there = holder(second).signIn(here.username(), here.passphrase());
            there.screen().act("show-loans").awaitView("loans").act("show-loan").awaitView("loan").act("take-back");
            here.screen().act("take-back").act("confirm-take-back").see("[data-state='ended']");
            there.screen().act("confirm-take-back");
            Languages.assertArabic(there.screen().message("loanEnded"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void a_clock_that_is_minutes_off(int minutes) throws IOException {
        try (var profile = SETTING.profile(browser)) {
            profile.clock().install(new Clock.InstallOptions()
                    .setTime(Instant.now().plus(minutes, ChronoUnit.MINUTES).toString()));
            var holder = holder(profile).createWallet("Clock").addPaper(pdf(), "Facture", "debts/debtNotice")
                    .openPaper("Facture").lend("debtHelp");
            assertFalse(holder.screen().page().locator("[data-message=clockSkew]").isVisible());
            holder.seeProven("loanGiven");
        }
    }

    private Path pdf() throws IOException {
        return Files.write(files.resolve("paper.pdf"), Papers.pdf("Un papier ordinaire"));
    }

    private Holder holder(BrowserContext profile) {
        return new Holder(demo, Screen.plain(profile.newPage()), SETTING.language);
    }
}
