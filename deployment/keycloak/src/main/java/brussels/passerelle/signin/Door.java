package brussels.passerelle.signin;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Optional;

/**
 * A key whose signature signs its person in, as the user's attribute holds it: {@code kid|kind|x|y}. {@code kid} is the
 * key's thumbprint (RFC 7638, SHA-256, base64url), x and y are the coordinates of a P-256 point.
 */
record Door(String kid, PublicKey key) {
    /** Nobody has its private half: what is checked when there is no such door, so that checking takes as long. */
    static final Door NOBODYS = nobodys();

    private static final int COORDINATE = 32;

    static Optional<Door> parse(String attribute) {
        var parts = attribute.split("\\|", -1);
        if (parts.length != 4 || !thumbprint(parts[2], parts[3]).equals(parts[0]))
            return Optional.empty();
        return coordinate(parts[2]).flatMap(x -> coordinate(parts[3]).flatMap(y -> key(x, y)))
                .map(key -> new Door(parts[0], key));
    }

    /** ES256 as JWS writes it: r and s, 32 bytes each (RFC 7518, section 3.4). */
    boolean signed(String text, String signature) {
        try {
            var check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.US_ASCII));
            return check.verify(Flat.base64url(signature).orElseThrow());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static Optional<BigInteger> coordinate(String text) {
        return Flat.base64url(text).filter(bytes -> bytes.length == COORDINATE).map(bytes -> new BigInteger(1, bytes));
    }

    private static Optional<PublicKey> key(BigInteger x, BigInteger y) {
        try {
            var curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            return Optional.of(KeyFactory.getInstance("EC").generatePublic(
                    new ECPublicKeySpec(new ECPoint(x, y), curve.getParameterSpec(ECParameterSpec.class))));
        } catch (GeneralSecurityException malformed) {
            return Optional.empty();
        }
    }

    static String thumbprint(String x, String y) {
        var canonical = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x, y);
        try {
            return Flat.base64url(MessageDigest.getInstance("SHA-256")
                    .digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Door nobodys() {
        try {
            var pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            return new Door("", pairs.generateKeyPair().getPublic());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
