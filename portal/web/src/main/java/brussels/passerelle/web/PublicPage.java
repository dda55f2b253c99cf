package brussels.passerelle.web;

import java.util.Optional;
import java.util.stream.Stream;

/** Every address of the portal that answers with a page. */
enum PublicPage {
    HOME("/", "home", "home.jte", true),
    CREATE("/create", "create-wallet", "shell.jte", false),
    SIGN_IN("/sign-in", "sign-in", "shell.jte", false),
    PRIVACY("/privacy", "privacy", "privacy.jte", true),
    LIMITS("/limits", "limits", "limits.jte", true),
    MISSING("/missing", "missing", "missing.jte", false),
    BROKEN("/broken", "broken", "missing.jte", false);

    private final String path;
    private final String view;
    private final String template;
    private final boolean listed;

    PublicPage(String path, String view, String template, boolean listed) {
        this.path = path;
        this.view = view;
        this.template = template;
        this.listed = listed;
    }

    String path() {
        return path;
    }

    /** Name in {@code data-view}. */
    String view() {
        return view;
    }

    String template() {
        return template;
    }

    /** Whether search engines may list it. */
    boolean listed() {
        return listed;
    }

    /** Whether the wallet's script runs on it. */
    boolean shell() {
        return this == CREATE || this == SIGN_IN;
    }

    static Optional<PublicPage> at(String path) {
        return Stream.of(values()).filter(page -> page.path.equals(path)).findFirst();
    }
}
