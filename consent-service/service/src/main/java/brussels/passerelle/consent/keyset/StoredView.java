package brussels.passerelle.consent.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.keyset.SlotText;
import brussels.passerelle.protocol.keyset.View;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A view of an account as the server has it. The one that is current is served as the account's, the others are withheld. */
@Entity
@Table(name = "view")
public class StoredView {
    /** Whose, and which: 0 is the root, masks count up. */
    @Embeddable
    public record Key(String account, int number) {}

    @EmbeddedId
    Key key;
    String view;
    /** The view in which a mask was set; null for the root. */
    @Nullable
    String parent;
    String share;
    String sealed;
    String keys;
    /** The doors that may lift it, as a JSON list. */
    String lifters;
    Instant made;
    @Nullable
    Instant until;
    @Nullable
    Instant ended;

    @SuppressWarnings("NullAway.Init")
    StoredView() {}

    static StoredView root(String account, View content, Instant now) {
        var root = new StoredView();
        root.key = new Key(account, 0);
        root.view = content.view();
        root.lifters = "{\"doors\":[]}";
        root.made = now;
        root.keep(content);
        return root;
    }

    /** A mask, set in another view. */
    public static StoredView mask(Key key, View content, StoredView in, String lifters, Instant now, Instant until) {
        var mask = new StoredView();
        mask.key = key;
        mask.view = content.view();
        mask.parent = in.view;
        mask.lifters = lifters;
        mask.made = now;
        mask.until = until;
        mask.keep(content);
        return mask;
    }

    final void keep(View content) {
        share = content.share();
        keys = content.keys();
        sealed = Json.write(Json.object("sealed", content.json().get("sealed")));
    }

    /** What is served of it: sealed to those of these slots that had it made or repaired for them. */
    public View content(Set<String> slots) {
        try {
            var fields = Fields.of(sealed.getBytes(StandardCharsets.UTF_8));
            var texts = new ArrayList<SlotText>();
            for (var one : fields.objects("sealed")) {
                var text = new SlotText(one.id("slot"), one.text("jwe"));
                if (slots.contains(text.slot())) {
                    texts.add(text);
                }
            }
            return new View(view, share, texts, keys);
        } catch (Damaged impossible) {
            throw new IllegalStateException("stored view", impossible);
        }
    }

    public Key key() {
        return key;
    }

    public String view() {
        return view;
    }

    public @Nullable String parent() {
        return parent;
    }

    public String lifters() {
        return lifters;
    }

    public Instant made() {
        return made;
    }

    public @Nullable Instant until() {
        return until;
    }

    /** When it was lifted, or else its hour. */
    public @Nullable Instant endedAt() {
        return ended == null ? until : ended;
    }

    public void end(Instant at) {
        ended = at;
    }
}
