package brussels.passerelle.protocol.manifest;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.Secret;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One paper of the wallet, in its newest version.
///
/// @param kind      notation in the vocabulary
/// @param date      of the paper itself, as the holder wrote it
/// @param expires   as the holder wrote it
/// @param original  where the paper original is
/// @param type      media type
/// @param size      true length in bytes
/// @param key       the version's data key, 32 bytes in base64url
/// @param hash      SHA-256 of the ciphertext, base64url
/// @param thumbnail where its picture is, when it has one
/// @param origin    where it comes from
public record Paper(String id, int version, String title, String kind, @Nullable String date, @Nullable String expires,
        @Nullable String note, @Nullable String original, String type, long size, String key, String hash,
        Instant added,
        @Nullable Thumbnail thumbnail, Origin origin) {

    /// A place in a block of thumbnails.
    ///
    /// @param block id of the block
    /// @param index from 0
    public record Thumbnail(String block, int index) {}

    /// A paper of the holder's own, in its first version.
    public Paper(String id, int version, String title, String kind, @Nullable String date, @Nullable String expires,
            @Nullable String note, @Nullable String original, String type, long size, String key, String hash,
            Instant added, @Nullable Thumbnail thumbnail) {
        this(id, version, title, kind, date, expires, note, original, type, size, key, hash, added, thumbnail,
                Origin.OWN);
    }

    public PaperVersion paperVersion() {
        return new PaperVersion(id, version);
    }

    /// The data key, for whoever closes it.
    public Secret dataKey() throws Damaged {
        return Secret.of(Base64Url.decode(key, 32));
    }

    @Override
    public String toString() {
        return "Paper " + id;
    }

    static Paper read(Fields in) throws Damaged {
        var paper = new Paper(in.id("id"), in.version("version"), in.text("title"), in.name("kind"),
                in.optionalText("date"), in.optionalText("expires"), in.optionalText("note"),
                in.optionalText("original"),
                in.text("type"), in.number("size"), in.hash("key"), in.hash("hash"), in.time("added"),
                thumbnail(in.optionalObject("thumbnail")), Origin.read(in));
        in.end();
        return paper;
    }

    Map<String, @Nullable Object> json() {
        var json = Json.object("id", id, "version", version, "title", title, "kind", kind, "type", type, "size", size,
                "key",
                key, "hash", hash, "added", Fields.time(added));
        json.put("date", date);
        json.put("expires", expires);
        json.put("note", note);
        json.put("original", original);
        json.put("thumbnail",
                thumbnail == null ? null : Json.object("block", thumbnail.block(), "index", thumbnail.index()));
        origin.write(json);
        json.values().removeIf(value -> value == null);
        return json;
    }

    private static @Nullable Thumbnail thumbnail(@Nullable Fields in) throws Damaged {
        if (in == null)
            return null;
        var thumbnail = new Thumbnail(in.id("block"), in.index("index"));
        in.end();
        return thumbnail;
    }
}
