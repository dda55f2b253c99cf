package brussels.passerelle.consent.harness;

import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A kit as a client makes it, for two agencies. What is sealed is nonsense: the server cannot know. */
public record Cards(String kit, String share, int days, List<String> agencies, List<String> proofs) {

    public static Cards of(int days, Agency first, Agency second) {
        return new Cards(Secret.randomId(), text(), days, List.of(first.id(), second.id()),
                Stream.generate(Cards::text).limit(3).toList());
    }

    public String json() {
        return Json.write(Json.object("kit", kit, "slot", Secret.randomId(), "share", share, "days", days, "agencies",
                agencies, "cards", proofs.stream().map(Cards::check).toList()));
    }

    /** What a counter asks with, to learn whom the share must be sealed to. */
    public String look(int card) {
        return Json.write(Json.object("kit", kit, "card", card, "proof", proofs.get(card - 1)));
    }

    /** What a counter shows, with the proof given here. */
    public String shown(int card, @Nullable String proof) {
        return Json.write(Json.object("kit", kit, "card", card, "proof", proof == null ? proofs.get(card - 1) : proof,
                "sealed", sealed()));
    }

    /** A share sealed to somebody. */
    public static String sealed() {
        return Sealed.to(SealedType.SHARE, "share".getBytes(StandardCharsets.US_ASCII), P256.generate());
    }

    /** 32 bytes that nobody knows. */
    public static String text() {
        return Base64Url.encode(Secret.randomBytes(32));
    }

    private static String check(String proof) {
        try {
            return Base64Url
                    .encode(MessageDigest.getInstance("SHA-256").digest(Base64Url.decode(proof)));
        } catch (NoSuchAlgorithmException | brussels.passerelle.protocol.Damaged impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
