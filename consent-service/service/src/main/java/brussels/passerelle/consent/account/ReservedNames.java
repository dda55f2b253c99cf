package brussels.passerelle.consent.account;

import brussels.passerelle.consent.wall.Wall;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of erased wallets: nobody gets them again, and nobody learns from that whether a wallet was erased or is there. */
@Singleton
public class ReservedNames {
    private final Wall wall;

    @PersistenceContext
    EntityManager database;

    @Inject
    ReservedNames(Wall wall) {
        this.wall = wall;
    }

    /** In the running transaction. */
    public void reserve(String username) {
        database.createNativeQuery("insert into reserved_name (hash) values (:hash) on conflict do nothing")
                .setParameter("hash", hash(username)).executeUpdate();
    }

    boolean has(String username) {
        return wall.asNobody(() -> !database.createNativeQuery("select 1 from reserved_name where hash = :hash")
                .setParameter("hash", hash(username)).getResultList().isEmpty());
    }

    private static String hash(String username) {
        try {
            var text = "passerelle/1/reserved|" + username;
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
