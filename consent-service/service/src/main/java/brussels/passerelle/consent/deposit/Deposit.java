package brussels.passerelle.consent.deposit;

import brussels.passerelle.consent.arrival.Arrivals;
import brussels.passerelle.consent.arrival.Origin;
import brussels.passerelle.consent.arrival.Sealed;
import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.PeopleEvent;
import brussels.passerelle.consent.store.Blobs;
import brussels.passerelle.consent.store.Contents;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.limit.RateLimits;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Puts something down at an address. What keeps it out, the agency is not told: everything is received, counted and noted alike. */
@Singleton
public class Deposit {
    private final Wall wall;
    private final Addresses addresses;
    private final Blocks blocks;
    private final Sent sent;
    private final Arrivals arrivals;
    private final Blobs blobs;
    private final Book book;
    private final RateLimits limits;

    @Inject
    Deposit(Wall wall, Addresses addresses, Blocks blocks, Sent sent, Arrivals arrivals, Blobs blobs, Book book,
            RateLimits limits) {
        this.wall = wall;
        this.addresses = addresses;
        this.blocks = blocks;
        this.sent = sent;
        this.arrivals = arrivals;
        this.blobs = blobs;
        this.book = book;
        this.limits = limits;
    }

    Addresses.Address find(Depositor by, String name) {
        limits.take(Limit.ADDRESS_LOOKUPS, by.worker().account());
        return wall.as(by.worker(), () -> address(name));
    }

    /** The bytes of a deposit to come. */
    void receive(Depositor by, String name, String paper, Contents.Staged bytes) {
        var given = wall.as(by.worker(), () -> arrivals.giveUp(by.worker().account()));
        blobs.collect(given);
        wall.as(by.worker(), () -> {
            var address = address(name);
            arrivals.demandRoom(by.worker().account(), bytes.size());
            if (!blocks.keepsOut(address.account(), by.agency())) {
                arrivals.receive(paper, address.account(), origin(by, address), bytes);
            }
            return true;
        });
    }

    void send(Depositor by, String name, Sealed sealed) {
        var known = wall.as(by.worker(), () -> address(name));
        limits.take(Limit.DEPOSITS, by.agency() + "|" + known.address());
        wall.as(by.worker(), () -> {
            var address = address(name);
            if (sent.note(by, address.address(), sealed.arrival())
                    && !blocks.keepsOut(address.account(), by.agency())) {
                arrivals.complete(sealed, address.account(), origin(by, address)).ifPresent(
                        arrived -> book.write(address.account(), new PeopleEvent.DepositArrived(arrived.id(),
                                by.agency(), by.function(), by.worker().username()).event()));
            }
            return true;
        });
    }

    private Addresses.Address address(String name) {
        return addresses.named(name).orElseThrow(Failure.Plain.NOT_FOUND::refused);
    }

    private static Origin origin(Depositor by, Addresses.Address address) {
        return Origin.agency(by.worker().account(), by.worker().username(), address.address(), by.agency(),
                by.function());
    }
}
