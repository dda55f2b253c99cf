package brussels.passerelle.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;

import brussels.passerelle.protocol.jose.Secret;

/** T14: whoever has lost a passphrase is most easily cheated. Keys, shares and slots that come from the server open nothing and get nothing. */
@Order(1)
class AttacksOnRecoveryIT extends Attacked {
    private static final String JSON = "application/json";

    AttacksOnRecoveryIT(RunningDemo demo, Browser browser, Prey prey) {
        super(demo, browser, prey);
    }

    /** The organisation's card is sealed to the keys that the person's code names, or not at all. */
    @Test
    void T14_recovery_keys_supplied_to_a_counter() throws Exception {
        var made = made("""
          async () => {
            const [mine, theirs] = [await client.recoveringFrom(await client.newSlip()), await client.recoveringFrom(await client.newSlip())];
            const [, second] = await kits.makeCards(id(), kits.newKitKey());
            return { code: mine.code, card: await kits.cardText(second), keys: JSON.stringify(theirs.keys), mixed: JSON.stringify({ ...mine.keys, encryption: theirs.keys.encryption }) };
          }""");
        new Worker(demo, screen, "fr").signIn();
        for (var keys : List.of("keys", "mixed")) {
            malice.honest().instead("POST", "/api/counter/recoveries/*/look", 200, JSON,
                    text(made, keys).getBytes(UTF_8));
            screen.act("show-desk").awaitView("desk");
            KitCards.show(screen, text(made, "code"), text(made, "card"));
            assertFalse(screen.message("damaged").isBlank());
            assertTrue(malice.asked().stream().noneMatch(one -> one.address().endsWith("/cards")),
                    "no share was given");
        }
    }

    @Test
    void T14_recovery_of_other_keys_than_the_slips() throws Exception {
        var made = made("async () => ({ code: (await client.recoveringFrom(await client.newSlip())).code })");
        malice.honest().instead("POST", "/api/recoveries", 201, JSON,
                "{\"recovery\":\"%s\"}".formatted(text(made, "code")).getBytes(UTF_8));
        KitCards.lost(demo, screen, "fr").fill("username", prey.holder.username()).act("begin-reopening");
        assertFalse(screen.message("damaged").isBlank());
        assertEquals(0, page.locator("[data-reopen-code], [name=kitCard]").count(), "nothing to show a card to");
    }

    /** Two shares that fit each other, of a kit of the server's own: whoever has shown their own card knows better. */
    @Test
    void T14_kit_shares_supplied_by_the_server() throws Exception {
        malice.honest();
        var slip = KitCards.begin(demo, screen, "fr", prey.holder.username());
        var code = KitCards.code(screen);
        var made = made("""
          async slip => {
            const { code, keys } = await client.recoveringFrom(slip);
            const kit = id();
            const [[own], planted] = [await kits.makeCards(kit, kits.newKitKey()), await kits.makeCards(kit, kits.newKitKey())];
            const sealed = await Promise.all(planted.slice(0, 2).map(async card => ({ card: card.card, jwe: await client.sealShare(code, keys, card) })));
            return { own: await kits.cardText(own), opening: JSON.stringify({ account: 'planted', kit, share: btoa('\\0'.repeat(32)).replaceAll('=', ''), sealed }) };
          }""", slip);
        var state = "{\"recovery\":\"%s\",\"stage\":\"ready\",\"startedAt\":\"2026-11-22T15:00:00Z\",\"cards\":[]}"
                .formatted(code);
        malice.honest().instead("POST", "/api/recoveries/*/cards", 204, JSON, new byte[0])
                .instead("POST", "/api/recoveries/*/state", 200, JSON, state.getBytes(UTF_8))
                .instead("POST", "/api/recoveries/*/opening", 200, JSON, text(made, "opening").getBytes(UTF_8));
        screen.fill("kitCard", text(made, "own")).act("show-own-card").message("cardShown");
        screen.act("finish-reopening");
        assertFalse(screen.message("cardsDisagree").isBlank());
        assertTrue(malice.asked().stream().noneMatch(one -> one.address().contains("/realms/")), "nobody signed in");
    }

    /** A list with a slot more, signed by somebody else, is no list; keys beside the list are in nothing that the holder signs next. */
    @Test
    void T14_a_slot_planted_in_the_list() throws Exception {
        try (var owner = Regular.holder(demo, "ajoutee")) {
            owner.session().wallet();
            var keyset = owner.session().api().bytes("/keyset");
            var forger = new Forger(keyset, owner.session().account());
            malice.honest();
            served(KEYSET, forger.plantedSlot());
            new Holder(demo, screen, "fr").trySignIn(owner.username(), owner.passphrase());
            assertFalse(screen.message("damaged").isBlank());
            assertNothingSent();

            var planted = Secret.randomId();
            malice.honest().json(KEYSET, served -> plant(served, planted));
            var holder = owner.at(demo, screen, "fr");
            assertEquals(1, Doors.show(holder).page().locator("[data-key]").count());
            Doors.makeCode(holder);
            var put = malice.asked().stream()
                    .filter(one -> one.method().equals("PUT") && one.address().endsWith(KEYSET))
                    .toList();
            assertEquals(1, put.size());
            assertFalse(put.getFirst().body().contains(planted), "it was not taken over");
            malice.honest();
            assertEquals(2, Doors.show(holder).page().locator("[data-key]").count());
        }
    }

    /** A copy of the true slot's entries, under another name: everything about it has the right shape. */
    private static void plant(Map<String, Object> keyset, String slot) {
        copy(keyset, "wrapped", slot);
        copy(Lent.child(keyset, "view"), "sealed", slot);
    }

    @SuppressWarnings("unchecked")
    private static void copy(Map<String, Object> of, String list, String slot) {
        var entries = new ArrayList<>((List<Map<String, Object>>) of.get(list));
        var copy = new java.util.LinkedHashMap<>(entries.getFirst());
        copy.put("slot", slot);
        entries.add(copy);
        of.put(list, entries);
    }

    private static String text(Map<?, ?> made, String name) {
        return String.valueOf(made.get(name));
    }

    private Map<?, ?> made(String script) throws IOException, InterruptedException {
        return made(script, "");
    }

    /** What a server can make that knows the formats, with the functions that the page itself is made of. */
    private Map<?, ?> made(String script, String argument) throws IOException, InterruptedException {
        try (var workshop = Setting.FR_DESKTOP.profile(browser)) {
            var tab = workshop.newPage();
            tab.navigate(demo.portal("/neutral").toString());
            tab.evaluate(ClientCode.of("crypto/kit.ts"));
            tab.evaluate(
                    "() => { globalThis.kits = client; globalThis.id = () => { const all = crypto.getRandomValues(new Uint8Array(16)); return btoa(String.fromCharCode(...all)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''); }; }");
            tab.evaluate(ClientCode.of("crypto/recovering.ts"));
            return (Map<?, ?>) tab.evaluate(script, argument);
        }
    }
}
