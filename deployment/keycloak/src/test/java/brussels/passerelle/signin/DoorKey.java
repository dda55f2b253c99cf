package brussels.passerelle.signin;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;

/** A door with its private half, as a client has it. */
record DoorKey(KeyPair pair) {
    static DoorKey random() {
        try {
            var pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            return new DoorKey(pairs.generateKeyPair());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    String kid() {
        return Door.thumbprint(x(), y());
    }

    String attribute() {
        return kid() + "|passkey|" + x() + "|" + y();
    }

    Door door() {
        return Door.parse(attribute()).orElseThrow();
    }

    String jws(String payload) {
        return jws("{\"alg\":\"ES256\",\"typ\":\"passerelle-door+jws\",\"kid\":\"" + kid() + "\"}", payload);
    }

    String jws(String header, String payload) {
        var text = encode(header) + "." + encode(payload);
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Flat.base64url(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String x() {
        return coordinate(((ECPublicKey) pair.getPublic()).getW().getAffineX());
    }

    private String y() {
        return coordinate(((ECPublicKey) pair.getPublic()).getW().getAffineY());
    }

    private static String coordinate(BigInteger value) {
        var bytes = value.toByteArray();
        var fixed = new byte[32];
        var from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, fixed, 32 - (bytes.length - from), bytes.length - from);
        return Flat.base64url(Arrays.copyOf(fixed, 32));
    }

    private static String encode(String text) {
        return Flat.base64url(text.getBytes(StandardCharsets.UTF_8));
    }
}
