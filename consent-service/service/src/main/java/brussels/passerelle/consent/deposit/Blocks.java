package brussels.passerelle.consent.deposit;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.PeopleEvent;
import brussels.passerelle.consent.wall.Views;
import brussels.passerelle.protocol.jose.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;

/** Agencies a holder keeps out. A block that a view hides keeps them out all the same. */
@Singleton
class Blocks {
    @PersistenceContext
    EntityManager database;
    private final Views views;
    private final Book book;
    private final Clock clock;

    @Inject
    Blocks(Views views, Book book, Clock clock) {
        this.views = views;
        this.book = book;
        this.clock = clock;
    }

    record Block(String block, String agency) {}

    /** The holder's: those the view shows. */
    List<Block> of(String account) {
        return rows("select b.block, b.agency from agency_block b join shown s on s.object = b.block"
                + " where b.account = :account order by b.at, b.block", account);
    }

    void block(String account, String agency) {
        if (of(account).stream().anyMatch(one -> one.agency.equals(agency))) {
            return;
        }
        var id = Secret.randomId();
        database.createNativeQuery(
                "insert into agency_block (block, account, agency, at) values (:block, :account, :agency, :now)")
                .setParameter("block", id).setParameter("account", account).setParameter("agency", agency)
                .setParameter("now", clock.instant()).executeUpdate();
        views.show(account, id);
        book.write(account, new PeopleEvent.AgencyBlocked(id, agency).event());
    }

    void unblock(String account, String agency) {
        for (var one : of(account)) {
            if (one.agency.equals(agency)) {
                book.write(account, new PeopleEvent.AgencyUnblocked(one.block, agency).event());
                database.createNativeQuery("delete from agency_block where block = :block")
                        .setParameter("block", one.block).executeUpdate();
            }
        }
    }

    /** The depositing agency's: only whether it is kept out of the named address. */
    boolean keepsOut(String account, String agency) {
        return !database.createNativeQuery("select 1 from agency_block where account = :account and agency = :agency")
                .setParameter("account", account).setParameter("agency", agency).getResultList().isEmpty();
    }

    @SuppressWarnings("unchecked")
    private List<Block> rows(String sql, String account) {
        return ((List<Object[]>) database.createNativeQuery(sql).setParameter("account", account).getResultList())
                .stream().map(row -> new Block((String) row[0], (String) row[1])).toList();
    }
}
