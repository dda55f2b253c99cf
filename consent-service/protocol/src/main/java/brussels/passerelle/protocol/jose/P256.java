package brussels.passerelle.protocol.jose;

import brussels.passerelle.protocol.Damaged;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.util.Map;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/// P-256 keys as JWK (RFC 7517, 7518): public `{kty, crv, x, y}`, private adds `d`; nothing else, every coordinate 32 bytes.
public final class P256 {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");

    private P256() {}

    public static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is missing", e);
        }
    }

    /// The order of the curve's base point.
    public static BigInteger order() {
        return CURVE.getN();
    }

    /// The key pair of a private scalar in 1 .. n-1.
    public static ECKey ofScalar(BigInteger d) {
        if (d.signum() < 1 || d.compareTo(CURVE.getN()) >= 0)
            throw new IllegalArgumentException("scalar");
        var point = new FixedPointCombMultiplier().multiply(CURVE.getG(), d).normalize();
        return new ECKey.Builder(Curve.P_256, coordinate(point.getAffineXCoord().toBigInteger()),
                coordinate(point.getAffineYCoord().toBigInteger())).d(coordinate(d)).build();
    }

    /// The key's thumbprint, RFC 7638 with SHA-256, in base64url.
    public static String thumbprint(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    public static boolean same(ECKey one, ECKey other) {
        return thumbprint(one).equals(thumbprint(other));
    }

    /// The public JWK, for a payload.
    public static Map<String, @Nullable Object> publicJwk(ECKey key) {
        return Json.object("kty", "EC", "crv", "P-256", "x", key.getX().toString(), "y", key.getY().toString());
    }

    /// The private JWK, for a payload that will be sealed.
    public static Map<String, @Nullable Object> privateJwk(ECKey key) {
        var jwk = publicJwk(key);
        jwk.put("d", key.getD().toString());
        return jwk;
    }

    /// Reads exactly a public P-256 JWK whose point is on the curve (otherwise an invalid-curve attack).
    public static ECKey readPublic(Fields jwk) throws Damaged {
        var key = point(jwk);
        jwk.end();
        return key;
    }

    /// Reads exactly a private P-256 JWK whose public half belongs to its private half.
    public static ECKey readPrivate(Fields jwk) throws Damaged {
        var point = point(jwk);
        var d = new BigInteger(1, jwk.bytes("d", 32));
        jwk.end();
        try {
            var key = ofScalar(d);
            if (!same(key, point))
                throw new Damaged();
            return key;
        } catch (IllegalArgumentException e) {
            throw new Damaged();
        }
    }

    private static ECKey point(Fields jwk) throws Damaged {
        jwk.expect("kty", "EC");
        jwk.expect("crv", "P-256");
        var x = Base64URL.encode(jwk.bytes("x", 32));
        var y = Base64URL.encode(jwk.bytes("y", 32));
        try {
            return new ECKey.Builder(Curve.P_256, x, y).build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new Damaged();
        }
    }

    private static Base64URL coordinate(BigInteger value) {
        return Base64URL.encode(BigIntegers.asUnsignedByteArray(32, value));
    }
}
