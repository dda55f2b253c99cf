package brussels.passerelle.system;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import brussels.passerelle.protocol.keyset.Keyset;
import brussels.passerelle.protocol.keyset.Unlocked;
import brussels.passerelle.protocol.keyset.View;
import brussels.passerelle.protocol.loan.LoanItem;
import brussels.passerelle.protocol.loan.LoanTerms;
import brussels.passerelle.protocol.loan.Pairwise;
import brussels.passerelle.protocol.loan.SealedLoan;

/** What a node can make that knows the formats well and everything it stores, but nobody's secrets. */
final class Forger {
    private final Keyset real;
    private final String account;
    private final Unlocked.Fresh mine;

    /** @param served what the node keeps of the account it attacks */
    Forger(byte[] served, String account) throws Damaged {
        this.real = Keyset.parse(served);
        this.account = account;
        this.mine = Unlocked.create(account, Secret.random(32), Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** A view under the node's own master key, sealed to the person's own slots, whose public keys are no secret. */
    View plantedView() throws Damaged {
        return mine.unlocked().mask(real.verify(account).slots().slots()).view();
    }

    /** Every way of mixing what the node made itself with what the person made. */
    Map<String, Keyset> mixtures() throws Damaged {
        var own = mine.keyset();
        var view = real.view();
        var planted = plantedView();
        return Map.of("a planted view", new Keyset(real.card(), real.slots(), real.wrapped(), planted),
                "a planted view with its card", new Keyset(own.card(), real.slots(), real.wrapped(), planted),
                "a planted view, card and slot list", new Keyset(own.card(), own.slots(), real.wrapped(), planted),
                "other secrets", new Keyset(real.card(), real.slots(), real.wrapped(),
                        new View(view.view(), view.share(), view.sealed(), planted.keys())),
                "another account altogether", own);
    }

    /** The person's own list with one slot more, that the node has the key of; the node signs it, nobody else would. */
    byte[] plantedSlot() throws Damaged {
        var list = Json.parse(Base64Url.decode(real.slots().split("\\.")[1]));
        var slot = Map.of("slot", Secret.randomId(), "kind", "recovery", "key", P256.publicJwk(P256.generate()),
                "created",
                "2026-11-22T15:00:00Z");
        var slots = new ArrayList<Object>((List<?>) Objects.requireNonNull(list.get("slots")));
        slots.add(slot);
        list.put("slots", slots);
        list.put("version", 9);
        var signed = Signed.sign(SignedType.SLOTS, Json.bytes(list), P256.generate());
        return new Keyset(real.card(), signed, real.wrapped(), real.view()).json();
    }

    /** The same payload under headers that no reader of suite 1 may accept. */
    static List<String> downgraded(String jws, ECKey signing) throws Damaged {
        var part = jws.split("\\.");
        var payload = new String(Base64Url.decode(part[1]), US_ASCII);
        return List.of(
                Base64Url.encode("{\"alg\":\"none\",\"typ\":\"passerelle-slots+jws\"}".getBytes(US_ASCII)) + "."
                        + part[1] + ".",
                hmac(payload, signing), Signed.sign(SignedType.ACCOUNT, payload.getBytes(US_ASCII), signing),
                Signed.sign(SignedType.SLOTS, payload.replace("\"suite\":1", "\"suite\":0").getBytes(US_ASCII),
                        signing));
    }

    /** Key confusion: the public key as the secret of a MAC. */
    private static String hmac(String payload, ECKey signing) {
        try {
            var jws = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(new JOSEObjectType(SignedType.SLOTS.typ())).build(), new Payload(payload));
            jws.sign(new MACSigner(signing.toPublicJWK().toJSONString()));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the true key does open, but in a form that suite 1 does not have. */
    static List<String> downgraded(String jwe, Secret key) {
        try {
            var opened = JWEObject.parse(jwe);
            opened.decrypt(new DirectDecrypter(key.bytes()));
            var payload = opened.getPayload();
            var older = new Payload(payload.toString().replace("\"suite\":1", "\"suite\":0"));
            var type = opened.getHeader().getType();
            return List.of(
                    direct(new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A128CBC_HS256).type(type), payload,
                            key),
                    direct(new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).type(type)
                            .compressionAlgorithm(CompressionAlgorithm.DEF), payload, key),
                    direct(new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), payload, key),
                    direct(new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).type(type), older, key));
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String direct(JWEHeader.Builder header, Payload payload, Secret key) throws JOSEException {
        var jwe = new JWEObject(header.build(), payload);
        jwe.encrypt(new DirectEncrypter(key.bytes()));
        return jwe.serialize();
    }

    /** A flawless item that says to come from a holder whose key the node does not have. */
    static String item(LoanTerms terms, PaperVersion paper, Pairwise signer, ECKey recipient) {
        return SealedLoan.seal(new LoanItem(terms, paper, Base64Url.encode(new byte[32]), 100, "application/pdf",
                new LoanItem.Shown("Papier inventé", "lease", null), "housingSearch", Base64Url.encode(new byte[32])),
                signer, recipient).text();
    }

    /** The node as somebody who lends. */
    static Pairwise stranger(String id) {
        return new Pairwise(id, P256.generate());
    }
}
