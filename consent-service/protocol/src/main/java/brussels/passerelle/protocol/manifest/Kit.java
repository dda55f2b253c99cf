package brussels.passerelle.protocol.manifest;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The recovery kit in force: which slot it opens, how many days it waits, and who keeps the two other cards.
///
/// @param days how long it waits before it opens
public record Kit(String kit, String slot, int days, Instant made, List<Keeper> organisations) {

    /// An organisation that keeps a card.
    public record Keeper(String agency, String name) {}

    static @Nullable Kit read(@Nullable Fields in) throws Damaged {
        if (in == null)
            return null;
        var keepers = new ArrayList<Keeper>();
        for (Fields keeper : in.objects("organisations")) {
            keepers.add(new Keeper(keeper.name("agency"), keeper.text("name")));
            keeper.end();
        }
        var kit = new Kit(in.id("kit"), in.id("slot"), in.index("wait"), in.time("made"), List.copyOf(keepers));
        in.end();
        return kit;
    }

    Map<String, @Nullable Object> json() {
        return Json.object("kit", kit, "slot", slot, "wait", days, "made", Fields.time(made), "organisations",
                organisations.stream()
                        .<Object>map(keeper -> Json.object("agency", keeper.agency(), "name", keeper.name())).toList());
    }
}
