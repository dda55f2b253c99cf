package brussels.passerelle.protocol.manifest;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.envelope.Padme;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import brussels.passerelle.protocol.keyset.Unlocked;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// A manifest as it travels and is kept: signed by the account, padded, sealed under the view's manifest key.
///
/// @param text compact JWE
public record SealedManifest(String text) {

    /// What the server checks: the shape, nothing more is visible to it.
    public static SealedManifest parse(String text) throws Damaged {
        Sealed.shape(SealedType.MANIFEST, text);
        return new SealedManifest(text);
    }

    public static SealedManifest seal(Manifest manifest, Unlocked wallet) {
        byte[] json = manifest.json();
        byte[] padded = Arrays.copyOf(json, Math.toIntExact(Padme.of(json.length)));
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        String signed = Signed.sign(SignedType.MANIFEST, padded, wallet.keys().signing());
        return new SealedManifest(Sealed.direct(SealedType.MANIFEST, signed.getBytes(StandardCharsets.US_ASCII),
                wallet.manifestKey()));
    }

    /// Opens and checks that it is this account's, this view's, and no older than what this session has seen (T8).
    ///
    /// @param seen the highest version seen so far, 0 for none
    public Manifest open(Unlocked wallet, int seen) throws Damaged {
        byte[] signed = Sealed.openDirect(SealedType.MANIFEST, text, wallet.manifestKey());
        byte[] json = Signed.verify(SignedType.MANIFEST, new String(signed, StandardCharsets.US_ASCII),
                wallet.keys().signing().toPublicJWK());
        if (json.length != Padme.of(json.length))
            throw new Damaged();
        var manifest = Manifest.read(json);
        boolean ours = manifest.account().equals(wallet.keys().account()) && manifest.view().equals(wallet.view());
        if (!ours || manifest.version() < seen)
            throw new Damaged();
        return manifest;
    }

    /// SHA-256 of the text in base64url: what the next version calls `previous`.
    public String hash() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return Base64Url.encode(sha256.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
