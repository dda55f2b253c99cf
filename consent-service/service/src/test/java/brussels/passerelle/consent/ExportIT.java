package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import brussels.passerelle.consent.harness.Call;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Wallet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** That everything was taken along is in the holder's log, and in nobody else's. */
class ExportIT extends ServerTest {
    private static final String EXPORTED = "/log/exported";

    @Test
    void isWrittenDownOnceForEachTime() {
        var wallet = Wallet.open();
        var other = Wallet.open();
        var key = UUID.randomUUID().toString();
        for (var attempt = 0; attempt < 2; attempt++) {
            wallet.holder().post(EXPORTED).key(key).send().expect(204);
        }
        assertEquals(1, wallet.count("exported"), "the same, sent again");
        wallet.holder().post(EXPORTED).send().expect(204);
        assertEquals(2, wallet.count("exported"));
        assertEquals(0, other.count("exported"));
    }

    @Test
    void isNotForStrangers() {
        Call.byNobody("POST", EXPORTED).send().expect(401);
    }
}
