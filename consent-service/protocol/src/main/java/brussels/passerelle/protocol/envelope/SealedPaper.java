package brussels.passerelle.protocol.envelope;

/// What is known of an envelope once it is written.
///
/// @param size bytes of ciphertext
/// @param hash SHA-256 of the whole ciphertext, base64url
public record SealedPaper(long size, String hash) {}
