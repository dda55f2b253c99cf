package brussels.passerelle.protocol.manifest;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A block of thumbnails: to the server a paper like any other.
///
/// @param key  data key, 32 bytes in base64url
/// @param hash SHA-256 of the ciphertext, base64url
public record Block(String id, int version, String key, String hash) {

    @Override
    public String toString() {
        return "Block " + id;
    }

    static Block read(Fields in) throws Damaged {
        var block = new Block(in.id("id"), in.version("version"), in.hash("key"), in.hash("hash"));
        in.end();
        return block;
    }

    Map<String, @Nullable Object> json() {
        return Json.object("id", id, "version", version, "key", key, "hash", hash);
    }
}
