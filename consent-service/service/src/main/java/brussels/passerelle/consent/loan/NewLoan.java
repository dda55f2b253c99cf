package brussels.passerelle.consent.loan;

import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.loan.Rights;
import brussels.passerelle.protocol.loan.SealedLoan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A loan as it is asked for; shapes are checked here, rights and facts by {@link Lend}. Pure. */
record NewLoan(String loan, String agency, String function, String holder, String holderKey, Rights rights,
        Instant from,
        Instant until, List<Item> items) {
    private static final int MOST_SEALED = 8_192;

    /** @param recipient thumbprint of the key it is sealed to */
    record Item(String paper, int version, String jwe, String recipient) {}

    static NewLoan parse(byte[] json) {
        try {
            var in = Fields.of(json);
            var items = new ArrayList<Item>();
            for (var item : in.objects("items")) {
                items.add(item(item));
            }
            var loan = new NewLoan(in.id("loan"), in.name("agency"), in.name("function"), in.id("holder"),
                    Json.write(P256.publicJwk(in.publicKey("holderKey"))), Rights.ofActions(in.texts("actions")),
                    in.time("from"), in.time("until"), List.copyOf(items));
            in.end();
            return loan.counted();
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
    }

    private static Item item(Fields in) throws Damaged {
        var paper = in.id("paper");
        var version = in.version("version");
        var jwe = in.text("jwe");
        in.end();
        return new Item(paper, version, jwe, recipient(jwe));
    }

    private static String recipient(String jwe) {
        try {
            if (jwe.length() <= MOST_SEALED) {
                return SealedLoan.parse(jwe).recipient();
            }
        } catch (Damaged shape) {
            // refused below
        }
        throw Failure.Plain.BAD_SEALED_KEY.refused();
    }

    /** A loan of no papers cannot exist, nor one that names a paper twice. */
    private NewLoan counted() {
        var papers = new HashSet<String>();
        var distinct = items.stream().allMatch(item -> papers.add(item.paper + "/" + item.version));
        if (items.isEmpty() || !distinct || items.size() > Limit.LOAN_PAPERS.amount()) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
        return this;
    }

    /** Refuses a window that is over, upside down, too long, or too far away. */
    void checkWindow(Instant now) {
        var most = Duration.ofDays(Limit.LOAN_TIME.amount());
        if (!until.isAfter(from) || !until.isAfter(now) || Duration.between(from, until).compareTo(most) > 0
                || from.isAfter(now.plus(most))) {
            throw Failure.Plain.BAD_WINDOW.refused();
        }
    }
}
