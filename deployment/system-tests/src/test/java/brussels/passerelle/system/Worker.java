package brussels.passerelle.system;

/** What a social worker does at the desk of the agency that everybody lends to in these tests. */
final class Worker {
    static final String NAME = "worker";
    static final String PASSPHRASE = "demo-worker-passphrase";

    private final RunningDemo demo;
    private final Screen screen;
    private final String language;

    Worker(RunningDemo demo, Screen screen, String language) {
        this.demo = demo;
        this.screen = screen;
        this.language = language;
    }

    Worker signIn() {
        screen.go(demo.portal("/sign-in?lang=" + language)).awaitView("sign-in").fill("username", NAME)
                .fill("passphrase", PASSPHRASE).act("sign-in").view("desk");
        return this;
    }

    /** One loan among those of everybody who lends to the team at the same time. */
    Worker openLoan(String loan) {
        screen.press(screen.one("[data-loan='" + loan + "'][data-state='given'] [data-action='open-loan']"))
                .awaitView("desk-loan");
        return this;
    }

    Worker askForPaper() {
        screen.act("show-paper");
        return this;
    }

    Screen screen() {
        return screen;
    }
}
