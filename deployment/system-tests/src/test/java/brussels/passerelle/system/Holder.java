package brussels.passerelle.system;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;

/** What a person with a wallet does, in the words of the screens. */
final class Holder {
    /** An agency, function and paper that the demo always has. */
    static final String AGENCY = "cpas-molenbeek";
    static final String FUNCTION = "accueil";

    private final RunningDemo demo;
    private final Screen screen;
    private final String language;
    private String username = "";
    private String passphrase = "";
    private String loan = "";

    Holder(RunningDemo demo, Screen screen, String language) {
        this.demo = demo;
        this.screen = screen;
        this.language = language;
    }

    /** With the passphrase that the page proposes; nothing else is asked. */
    Holder createWallet(String pseudonym) {
        screen.go(demo.portal("/create?lang=" + language)).view("create-wallet");
        screen.fill("pseudonym", pseudonym);
        passphrase = screen.valueOf("passphrase");
        screen.act("create-wallet").view("wallet");
        username = screen.one("[data-username]").getAttribute("data-username");
        return this;
    }

    Holder signIn() {
        return signIn(username, passphrase);
    }

    Holder signIn(String name, String secret) {
        trySignIn(name, secret);
        screen.awaitView("wallet");
        username = name;
        passphrase = secret;
        return this;
    }

    void trySignIn(String name, String secret) {
        screen.go(demo.portal("/sign-in?lang=" + language)).awaitView("sign-in").fill("username", name)
                .fill("passphrase", secret).act("sign-in");
    }

    /** The kind is a path: first the picture, then the finer kind under it. */
    Holder addPaper(Path file, String title, String kind) {
        screen.act("add-paper").view("add-paper").give("file", file);
        return describe(title, kind);
    }

    Holder addPhoto(Path file, String title, String kind) {
        screen.act("add-paper").awaitView("add-paper").give("photo", file);
        return describe(title, kind);
    }

    private Holder describe(String title, String kind) {
        var step = kind.split("/");
        screen.fill("title", title).choose("kind", step[0]).choose("finer", step[1]);
        screen.act("save-paper").view("wallet");
        paper(title).waitFor();
        return this;
    }

    Holder openPaper(String title) {
        screen.press(paper(title)).awaitView("paper");
        return this;
    }

    /** In the log: the newest event of a type, with a proof that this browser has checked. */
    Holder seeProven(String event) {
        var row = "[data-event='" + event + "'] ";
        for (var attempt = 0; attempt < 10; attempt++) {
            screen.act("show-log").awaitView("log").press(screen.one(row + "[data-action='check-proof']"));
            if ("verified".equals(screen.one(row + "[data-proof]").getAttribute("data-proof")))
                return this;
            // Pending: the node has not yet written it into the tree.
            screen.page().waitForTimeout(1000);
        }
        throw new AssertionError("no proof of " + event);
    }

    Holder leave() {
        screen.act("leave").awaitView("sign-in").see("[data-message='left']");
        return this;
    }

    /** From the view of one paper: for one day, to look only. */
    Holder lend(String purpose) {
        prepareLoan(purpose).screen.act("confirm-loan").view("loan");
        loan = screen.one("[data-loan]").getAttribute("data-loan");
        return this;
    }

    Holder prepareLoan(String purpose) {
        screen.act("lend").view("lend");
        return answerLoan(purpose);
    }

    /** From the question to whom, to the summary. */
    Holder answerLoan(String purpose) {
        screen.fill("agencyQuery", "molenbeek").act("find-agency");
        screen.choose("agency", AGENCY).view("lend").act("choose-agency").see("[data-fingerprint]");
        screen.choose("function", FUNCTION).view("lend").act("choose-function");
        screen.choose("purpose", purpose).view("lend").act("choose-purpose");
        screen.choose("duration", "day").view("lend").act("choose-duration");
        screen.choose("rights", "look").view("lend").act("choose-rights");
        screen.see("[data-action='confirm-loan']").view("lend");
        return this;
    }

    /** The paper's tile in the wallet. */
    Locator paper(String title) {
        return screen.page().locator("[data-paper]").filter(new Locator.FilterOptions().setHasText(title));
    }

    Screen screen() {
        return screen;
    }

    String username() {
        return username;
    }

    String passphrase() {
        return passphrase;
    }

    /** The id of the loan last made. */
    String loan() {
        return loan;
    }
}
