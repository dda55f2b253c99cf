package brussels.passerelle.protocol.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MandateTest {
    private static final Instant FROM = Instant.parse("2026-11-22T15:00:00Z");
    private final ECKey holder = P256.generate();
    private final ECKey helper = P256.generate();

    private WrittenMandate mandate(Set<Right> rights, String name, Instant until) {
        return new WrittenMandate(Secret.randomId(), 1, "holder", name, "helper", "amal", helper.toPublicJWK(),
                helper.toPublicJWK(), holder.toPublicJWK(), rights, FROM, until);
    }

    @Test
    void saysWhatWasSigned() throws Damaged {
        var written = mandate(EnumSet.of(Right.READ, Right.ADD), "nour", FROM.plusSeconds(7200));
        var jws = written.sign(holder);
        assertEquals(written, WrittenMandate.verify(jws, holder.toPublicJWK()));
        assertTrue(P256.same(holder, WrittenMandate.claimedKey(jws)));
    }

    @Test
    void isNobodyElses() {
        var jws = mandate(EnumSet.of(Right.ADD), "nour", FROM.plusSeconds(7200)).sign(helper);
        assertThrows(Damaged.class, () -> WrittenMandate.verify(jws, holder.toPublicJWK()));
    }

    @Test
    void hasRightsANameAndTime() {
        for (var wrong : List.of(mandate(EnumSet.of(Right.ADD), "nour", FROM),
                mandate(EnumSet.of(Right.ADD), " ", FROM.plusSeconds(1)),
                mandate(EnumSet.of(Right.ADD), "a".repeat(81), FROM.plusSeconds(1)),
                mandate(EnumSet.of(Right.ADD), "a\nb", FROM.plusSeconds(1)))) {
            var jws = wrong.sign(holder);
            assertThrows(Damaged.class, () -> WrittenMandate.verify(jws, holder.toPublicJWK()));
        }
    }

    @Test
    void listsRightsInOneOrder() throws Damaged {
        assertEquals(EnumSet.of(Right.ADD, Right.READ), Right.of(List.of("add", "read")));
        for (var wrong : List.of(List.<String>of(), List.of("read", "add"), List.of("add", "add"), List.of("own")))
            assertThrows(Damaged.class, () -> Right.of(wrong));
    }
}
