package brussels.passerelle.registry.describe;

import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Kind;

/** Addresses of entries: {@code {origin}/id/{kind}/{id}}, the name in linked data and the page at once. */
public record Address(String origin) {
    public String of(Kind kind, String id) {
        return origin + "/id/" + kind.word() + "/" + id;
    }

    public String of(Entry entry) {
        return of(entry.kind(), entry.id());
    }
}
