package brussels.passerelle.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import org.jspecify.annotations.Nullable;

import brussels.passerelle.protocol.keyset.Keyset;

/** Lies about the keys of an account: what a holder's own key set, or what stretches the passphrase, is said to be. */
@Order(1)
class AttacksOnKeysIT extends Attacked {
    /** What the node sees of every refused sign-in: the same for all of them (T15). */
    private final Map<String, List<String>> seen = new LinkedHashMap<>();
    private final Set<String> said = new TreeSet<>();

    AttacksOnKeysIT(RunningDemo demo, Browser browser, Prey prey) {
        super(demo, browser, prey);
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
        var text = texts.getFirst();
        refusedAtSignIn("T3", () -> malice.text(KEYSET, json -> json.replace(text, flipped(text, text.length() / 2))));
        assertEquals(List.of(), everyByte(texts), "bytes that may be anything");
    }

    /** All of them, in the browser, with the same functions that the page is made of. */
    private List<?> everyByte(List<String> texts) throws Exception {
        return (List<?>) inBrowser("""
          async ({ json, texts, opens }) => {
            const found = [];
            for (const text of texts)
              for (let at = 0; at < text.length; at++) {
                const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
                if (await opens(json.replace(text, flipped))) found.push(at + ' of ' + text);
              }
            return found;
          }""", texts);
    }

    private Object inBrowser(String search, List<String> texts) throws Exception {
        page.navigate(demo.portal("/neutral").toString());
        page.evaluate(ClientCode.of("crypto/keyset.ts"));
        return page.evaluate("""
          async ({ json, texts, account, wrapKey }) => {
            const bytes = Uint8Array.from(atob(wrapKey), one => one.charCodeAt(0));
            const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
            const opens = text => client.unlockKeyset(client.keyset(JSON.parse(text)), account, { wrapKey: key }).then(() => true, () => false);
            if (!await opens(json)) return ['the true one does not open'];
            return (%s)({ json, texts, opens });
          }""".formatted(search), Map.of("json", new String(prey.keyset, UTF_8), "texts", texts, "account",
                prey.account(), "wrapKey", Base64.getEncoder().encodeToString(prey.wrapKey(demo).bytes())));
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
        var json = new String(prey.keyset, UTF_8);
        var served = new ArrayList<String>();
        for (var slots : Forger.downgraded(real.slots(), prey.keys().signing()))
            served.add(json.replace(real.slots(), slots));
        var wrapped = Objects.requireNonNull(real.wrapped().getFirst().jwe());
        try (var wrapKey = prey.wrapKey(demo)) {
            for (var other : Forger.downgraded(wrapped, wrapKey))
                served.add(json.replace(wrapped, other));
        }
        assertEquals(8, Set.copyOf(served).size());
        assertEquals(List.of(), opening(served), "what is written in another suite, or by a weaker algorithm");
        for (var one : List.of(served.getFirst(), served.getLast()))
            refusedAtSignIn("T12", () -> served(KEYSET, one.getBytes(UTF_8)));
    }

    /** Which of these key sets this passphrase opens, in the browser. */
    private List<?> opening(List<String> keysets) throws Exception {
        return (List<?>) inBrowser("""
          async ({ json, texts, opens }) => {
            const found = [];
            for (const text of texts) if (await opens(text)) found.push(text);
            return found;
          }""", keysets);
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
}
