package brussels.passerelle.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.nimbusds.jose.jwk.ECKey;
import org.jspecify.annotations.Nullable;

import brussels.passerelle.protocol.agency.FunctionKey;
import brussels.passerelle.protocol.agency.KeyUse;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.Keyset;
import brussels.passerelle.protocol.loan.LoanTerms;
import brussels.passerelle.protocol.loan.Pairwise;

/**
 * The attacks that must fail, by the numbers of the design, in a real browser against a server that lies ({@link Malice}).
 * Each asserts that the client refuses, and that nothing was used or leaked: no later request carries or changes anything,
 * nothing of it is on the screen, nothing is stored.
 */
@ExtendWith(House.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
@Order(1)
class AttacksIT {
    private static final String KEYSET = "/api/keyset";
    private static final String MANIFEST = "/api/manifest";
    private static final String LOANS_AT_DESK = "/api/desk/loans?*";
    private static final String KEYS = "/organisations/" + Holder.AGENCY + "/keys";
    private static final int SEGMENT = 1 << 20;

    private final RunningDemo demo;
    private final Browser browser;
    private final Prey prey;
    private final BrowserContext profile;
    private final Page page;
    private final Screen screen;
    private final Malice malice;
    /** What the node sees of every refused sign-in: the same for all of them (T15). */
    private final Map<String, List<String>> seen = new LinkedHashMap<>();
    private final Set<String> said = new TreeSet<>();

    AttacksIT(RunningDemo demo, Browser browser) throws IOException {
        this.demo = demo;
        this.browser = browser;
        this.prey = new Prey(demo);
        this.profile = Setting.FR_DESKTOP.profile(browser);
        this.page = profile.newPage();
        this.screen = Screen.plain(page);
        this.malice = new Malice(profile);
    }

    /** What no attack may prevent from being seen: without a lie, all of this opens. */
    @BeforeAll
    void without_a_lie_everything_opens() {
        var holder = signedIn();
        holder.openPaper(Prey.LETTER).screen().seePdf(Prey.SENTENCE);
        holder.leave();
        var worker = new Worker(demo, screen, "fr").signIn().openLoan(prey.loan).askForPaper();
        worker.screen().seePdf(Prey.SENTENCE);
    }

    @AfterAll
    void leave() {
        profile.close();
        prey.close();
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
    void T02_server_injects_keys_into_an_account() throws Exception {
        for (var forged : new Forger(prey.keyset, prey.account()).mixtures().entrySet())
            refusedAtSignIn("T2 " + forged.getKey(), () -> served(KEYSET, forged.getValue().json()));
    }

    @Test
    void T03_every_byte_of_every_wrapped_key_flipped() throws Exception {
        var real = Keyset.parse(prey.keyset);
        var texts = List.of(Objects.requireNonNull(real.wrapped().getFirst().jwe()),
                real.view().sealed().getFirst().jwe(), real.view().keys(), real.slots(), real.card());
        for (var text : texts)
            refusedAtSignIn("T3 " + text.substring(0, 12), () -> malice.text(KEYSET,
                    json -> json.replace(text, flipped(text, text.length() / 2))));
        assertEquals(List.of(), everyByte(texts), "bytes that may be anything");
    }

    private static String flipped(String text, int at) {
        return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
    }

    /** All of them, in the browser, with the same functions that the page is made of. */
    private List<?> everyByte(List<String> texts) throws Exception {
        page.navigate(demo.portal("/neutral").toString());
        page.evaluate(ClientCode.of("crypto/keyset.ts"));
        return (List<?>) page.evaluate("""
          async ({ json, texts, account, wrapKey }) => {
            const bytes = Uint8Array.from(atob(wrapKey), one => one.charCodeAt(0));
            const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
            const opens = text => client.unlockKeyset(client.keyset(JSON.parse(text)), account, { wrapKey: key }).then(() => true, () => false);
            if (!await opens(json)) return ['the true one does not open'];
            const found = [];
            for (const text of texts)
              for (let at = 0; at < text.length; at++) {
                const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
                if (await opens(json.replace(text, flipped))) found.push(at + ' of ' + text);
              }
            return found;
          }""", Map.of("json", new String(prey.keyset, UTF_8), "texts", texts, "account",
                prey.account(), "wrapKey", Base64.getEncoder().encodeToString(prey.wrapKey(demo).bytes())));
    }

    @Test
    void T04_bit_flips_per_segment() {
        signedIn();
        var places = Stream.of(0, 8, 40, SEGMENT / 2, SEGMENT - 1, SEGMENT, SEGMENT + SEGMENT / 2, 2 * SEGMENT - 16,
                2 * SEGMENT + 100, -1);
        places.forEach(at -> refusedToOpen(Prey.SCAN, prey.scan, body -> {
            var place = at < 0 ? body.length + at : at;
            body[place] ^= 1;
            return body;
        }));
    }

    @Test
    void T05_segments_reordered_doubled_dropped_truncated_appended() {
        signedIn();
        List<UnaryOperator<byte[]>> edits = List.of(
                body -> joined(body, 0, SEGMENT, 2 * SEGMENT, body.length, SEGMENT, 2 * SEGMENT),
                body -> joined(body, 0, 2 * SEGMENT, SEGMENT, body.length),
                body -> joined(body, 0, SEGMENT, 2 * SEGMENT, body.length),
                body -> joined(body, 0, 2 * SEGMENT), body -> joined(body, 0, body.length - 1), body -> new byte[0],
                body -> Arrays.copyOf(body, body.length + 1),
                body -> joined(body, 0, body.length, 2 * SEGMENT, body.length));
        edits.forEach(edit -> refusedToOpen(Prey.SCAN, prey.scan, edit));
    }

    /** Pieces of the body, given by where each begins and ends. */
    private static byte[] joined(byte[] body, int... ends) {
        var out = new ByteArrayOutputStream();
        IntStream.range(0, ends.length / 2).forEach(i -> out.write(body, ends[2 * i], ends[2 * i + 1] - ends[2 * i]));
        return out.toByteArray();
    }

    @Test
    void T06_paper_swapped_for_another() throws IOException {
        signedIn();
        var other = prey.holder.session().api().bytes("/papers/" + prey.lease + "/versions/1");
        refusedToOpen(Prey.LETTER, prey.letter, _ -> other);
    }

    @Test
    void T07_metadata_swapped() {
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> {
            var first = Lent.paper(list, prey.loan);
            var second = Lent.paper(list, prey.other);
            var kept = first.put("jwe", second.get("jwe"));
            second.put("jwe", kept);
        }), prey.loan, prey.other);
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> Lent.paper(list, prey.loan).put("paper", prey.lease)),
                prey.loan);
        atDesk(() -> malice.json(LOANS_AT_DESK,
                list -> Lent.loan(list, prey.loan).put("actions", List.of("look", "save"))),
                prey.loan);
        atDesk(() -> malice.json(LOANS_AT_DESK,
                list -> Lent.loan(list, prey.loan).put("until", "2099-01-01T00:00:00Z")),
                prey.loan);
    }

    /** A shared computer remembers nothing: within a session nothing goes back, and that is what is claimed. */
    @Test
    void T08_rollback_of_paper_manifest_key_set(@TempDir Path files) throws IOException {
        signedIn();
        malice.instead("PUT", MANIFEST, 412, "application/problem+json",
                "{\"type\":\"urn:problem-type:passerelle:preconditionFailed\",\"status\":412}".getBytes(UTF_8));
        served(MANIFEST, prey.olderManifest);
        screen.act("add-paper").awaitView("add-paper").give("file",
                Files.write(files.resolve("new.pdf"), Papers.pdf("Nouveau")));
        screen.fill("title", "Jamais gardé").choose("kind", "housing").choose("finer", "lease").act("save-paper");
        assertFalse(screen.message("damaged").isBlank());
        malice.honest();
        screen.act("show-wallet").awaitView("wallet");
        assertEquals(3, page.locator("[data-paper]").count(), "what was known before, and nothing half there");
    }

    @Test
    void T09_item_without_the_owners_signature_framed_as_theirs() throws Exception {
        var accueil = prey.team(Holder.FUNCTION);
        var known = pairwise().id();
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> {
            var framed = Lent.loan(list, prey.loan);
            var terms = Lent.terms(framed);
            var forger = Forger.stranger(known);
            Lent.paper(list, prey.loan).put("jwe",
                    Forger.item(terms, new PaperVersion(prey.letter, 1), forger, accueil));
        }), prey.loan);
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> {
            // Flawless in itself, but the key is not the one under which this holder is known at this desk.
            var framed = Lent.loan(list, prey.other);
            var forger = Forger.stranger(known);
            Lent.paper(list, prey.other).put("jwe",
                    Forger.item(Lent.terms(framed), new PaperVersion(prey.lease, 1), forger, accueil));
            framed.put("holderKey", P256.publicJwk(forger.key()));
        }), prey.other);
    }

    @Test
    void T10_key_leaking_from_a_link() throws IOException {
        var secret = Secret.randomId() + Secret.randomId();
        try (var tap = new Tap(); var here = Setting.FR_DESKTOP.profile(browser, tap)) {
            var tab = Screen.plain(here.newPage());
            for (var path : List.of("/", "/sign-in", "/create"))
                tab.go(demo.portal(path + "?lang=fr#" + secret)).see("[data-action='show-registry']");
            tab.act("show-registry").awaitView("registry-search");
            assertEquals(Set.of(), tap.searched(new Needles().text("fragment", secret)));
            assertFalse(tap.searched(new Needles().text("page", "/sign-in")).isEmpty(), "the search finds a page");
            assertEquals(Set.of(), tap.searched(new Needles().text("page before", "Referer=[")));
        }
        assertEquals(Set.of(), new Needles().text("fragment", secret).in(demo.state().resolve("log")));
        var holder = signedIn();
        holder.openPaper(Prey.LETTER).screen().see("canvas");
        assertEquals(demo.portal("/sign-in?lang=fr").toString(), page.url(), "the address tells nothing of the paper");
    }

    @Test
    void T11_KDF_downgrade() {
        for (var weak : List.of("1; argon2id; m=8; t=1; p=1", "1; pbkdf2; i=1000", "0; argon2id; m=65536; t=3; p=1")) {
            malice.honest().text("/sign-in?*", html -> html.replace("1; argon2id; m=65536; t=3; p=1", weak));
            screen.go(demo.portal("/sign-in?lang=fr")).message("weakKeys");
            assertEquals(0, page.locator("input").count(), "nothing can be typed");
        }
        Consumer<Map<String, @Nullable Object>> offers = answer -> {
            answer.put("kdf", Map.of("name", "argon2id", "memory", 8, "passes", 1));
            answer.put("salt", "AAAA");
        };
        malice.honest().json("/api/me", offers).json(KEYSET, offers);
        signIn();
        screen.awaitView("wallet");
        var posted = malice.asked().stream().filter(one -> one.body().contains("password=")).toList();
        assertEquals(1, posted.size());
        assertTrue(posted.getFirst().body().contains(prey.authSecret(demo)), "stretched as hard as ever");
    }

    @Test
    void T12_algorithm_downgrade_legacy_suite() throws Exception {
        var real = Keyset.parse(prey.keyset);
        var signing = prey.keys().signing();
        for (var slots : Forger.downgraded(real.slots(), signing))
            refusedAtSignIn("T12 slots " + slots.substring(0, 30),
                    () -> malice.text(KEYSET, json -> json.replace(real.slots(), slots)));
        var wrapped = Objects.requireNonNull(real.wrapped().getFirst().jwe());
        try (var wrapKey = prey.wrapKey(demo)) {
            for (var other : Forger.downgraded(wrapped, wrapKey))
                refusedAtSignIn("T12 wrapped " + other.substring(0, 40),
                        () -> malice.text(KEYSET, json -> json.replace(wrapped, other)));
        }
    }

    @Test
    void T13_loan_forged_readdressed_expired() throws Exception {
        var elsewhere = prey.team("logement");
        var accueil = prey.team(Holder.FUNCTION);
        var holder = pairwise();
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> {
            var forged = Lent.paper(list, prey.loan);
            forged.put("jwe", flipped(String.valueOf(forged.get("jwe")), 700));
        }), prey.loan);
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> Lent.paper(list, prey.loan).put("jwe", Forger.item(
                Lent.terms(Lent.loan(list, prey.loan)), new PaperVersion(prey.letter, 1), holder, elsewhere))),
                prey.loan);
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> {
            var terms = Lent.terms(Lent.loan(list, prey.loan));
            var other = new LoanTerms(terms.loan(), terms.agency(), "logement", terms.holder(), terms.rights(),
                    terms.from(), terms.until());
            Lent.paper(list, prey.loan).put("jwe",
                    Forger.item(other, new PaperVersion(prey.letter, 1), holder, accueil));
        }), prey.loan);
        expired(holder, accueil);
    }

    /** The node goes on serving, and allowing, a loan whose hour has passed; the desk's own clock does not. */
    private void expired(Pairwise holder, ECKey accueil) {
        malice.honest().json(LOANS_AT_DESK, list -> {
            var over = Lent.loan(list, prey.loan);
            over.put("from", "2026-01-01T00:00:00Z");
            over.put("until", "2026-01-02T00:00:00Z");
            Lent.paper(list, prey.loan).put("jwe",
                    Forger.item(Lent.terms(over), new PaperVersion(prey.letter, 1), holder, accueil));
        }).instead("POST", "/api/desk/loans/" + prey.loan + "/openings", 201, "application/json",
                "{\"opening\":\"x\",\"content\":\"/api/desk/openings/x/content\",\"size\":1,\"hash\":\"%s\"}"
                        .formatted(Base64Url.encode(new byte[32])).getBytes(UTF_8));
        new Worker(demo, screen, "fr").signIn().openLoan(prey.loan).askForPaper();
        assertFalse(screen.message("openingRefused").isBlank());
        assertTrue(malice.asked().stream().noneMatch(one -> one.address().contains("/content")), "it was not fetched");
        assertEquals(0, page.locator("canvas").count());
    }

    @Test
    void T14_recovery_or_agency_key_supplied_by_the_server() throws Exception {
        var root = P256.generate();
        var team = P256.generate();
        var holder = pairwise();
        var member = prey.worker.session();
        var handed = new FunctionKey(Holder.AGENCY, Holder.FUNCTION, KeyUse.ENC, member.account(), team).seal(root,
                member.wallet().keys().encryption().toPublicJWK());
        atDesk(() -> {
            malice.json("/api/desk/keys", answer -> answer.put("items", List.of(Map.of("agency", Holder.AGENCY,
                    "function", Holder.FUNCTION, "use", "enc", "jwe", handed))));
            malice.json(LOANS_AT_DESK, list -> Lent.paper(list, prey.loan).put("jwe", Forger.item(
                    Lent.terms(Lent.loan(list, prey.loan)), new PaperVersion(prey.letter, 1), holder,
                    team.toPublicJWK())));
        }, prey.loan);
    }

    /** One sentence, and the same requests, for every way in which what was served can be wrong. */
    @Test
    void T15_error_oracle() throws Exception {
        refusedAtSignIn("T15 no slot that opens",
                () -> malice.json(KEYSET, keyset -> keyset.put("wrapped", List.of())));
        refusedAtSignIn("T15 no half",
                () -> malice.json(KEYSET, keyset -> Lent.child(keyset, "view").put("sealed", List.of())));
        refusedAtSignIn("T15 no JSON", () -> served(KEYSET, "{".getBytes(UTF_8)));
        refusedAtSignIn("T15 manifest", () -> malice.text(MANIFEST, text -> flipped(text, text.length() / 2)));
        refusedAtSignIn("T15 manifest of nobody", () -> served(MANIFEST, "x".getBytes(UTF_8)));
        assertTrue(seen.size() > 4, () -> "only " + seen.keySet());
        assertEquals(1, Set.copyOf(seen.values()).size(), () -> seen.toString());
        assertEquals(1, said.size(), said::toString);
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

    /** Signs in while a lie is told, and holds the client to what it owes: one error, and nothing else. */
    private void refusedAtSignIn(String what, Runnable lie) {
        malice.honest();
        lie.run();
        signIn();
        said.add(screen.message("damaged"));
        page.waitForTimeout(100);
        screen.awaitView("sign-in");
        assertEquals(0, page.locator("[data-paper], canvas").count(), what);
        assertNothingSent();
        assertEquals(List.of(), Leftovers.in(page), what);
        seen.put(what, malice.asked().stream().filter(one -> one.address().contains("/api/")).map(Malice.Asked::shape)
                .sorted().toList());
    }

    private void refusedToOpen(String title, String paper, UnaryOperator<byte[]> lie) {
        malice.honest().bytes("/api/papers/" + paper + "/versions/1", lie);
        screen.act("show-wallet").awaitView("wallet");
        screen.press(page.locator("[data-paper='" + paper + "']")).awaitView("paper");
        assertFalse(screen.message("damaged").isBlank());
        assertEquals(0, page.locator("canvas, img[src^='blob:'], [data-page]").count(), title);
        assertFalse(page.content().contains(Prey.SENTENCE));
        assertNothingSent();
    }

    /** Shows these loans to the worker while a lie is told: each says that it is damaged, and offers nothing. */
    private void atDesk(Runnable lie, String... loans) {
        malice.honest();
        lie.run();
        new Worker(demo, screen, "fr").signIn();
        for (var loan : loans) {
            screen.press(screen.one("[data-loan='" + loan + "'] [data-action='open-loan']")).awaitView("desk-loan");
            assertFalse(screen.message("damaged").isBlank());
            assertEquals(0, page.locator("[data-action=show-paper], [data-action=save-copy]").count());
            assertFalse(page.content().contains("Papier inventé"), "nothing that was invented is shown");
            screen.act("back").awaitView("desk");
        }
        assertNothingSent();
    }

    private void assertNothingSent() {
        // That a slot was used is told after an honest sign-in, before the lie.
        assertEquals(List.of(), malice.asked().stream().filter(Malice.Asked::changes).map(Malice.Asked::shape)
                .filter(one -> !one.equals("POST /api/slots/{id}/uses")).toList());
    }

    private void signIn() {
        new Holder(demo, screen, "fr").trySignIn(prey.holder.username(), prey.holder.passphrase());
    }

    private Holder signedIn() {
        malice.honest();
        var holder = prey.holder.at(demo, screen, "fr");
        malice.honest();
        return holder;
    }

    private void served(String path, byte[] body) {
        malice.bytes(path, _ -> body);
    }

    private Pairwise pairwise() throws IOException {
        return Pairwise.of(prey.keys().pairwiseSeed(), Holder.AGENCY);
    }
}
