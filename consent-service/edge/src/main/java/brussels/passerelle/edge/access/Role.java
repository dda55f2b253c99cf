package brussels.passerelle.edge.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The realm roles our doors know; any other role of a token is ignored. */
public enum Role {
    HOLDER,
    HELPER,
    WORKER,
    AGENCY_ADMIN,
    REGISTRY_EDITOR,
    AUDITOR;

    /** As the token writes it, such as {@code agency-admin}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Role> of(String text) {
        return Stream.of(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
