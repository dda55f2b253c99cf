package brussels.passerelle.demo.seed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import brussels.passerelle.client.Session;

/** Who is signed in, so that nobody's secret is derived twice. */
final class Sessions implements AutoCloseable {
    private final Map<String, Session> open = new LinkedHashMap<>();

    Session add(Seeding.Person person, Session session) {
        open.put(person.username(), session);
        return session;
    }

    Session of(String username) {
        return Objects.requireNonNull(open.get(username), username);
    }

    @Override
    public void close() {
        open.values().forEach(Session::close);
    }
}
