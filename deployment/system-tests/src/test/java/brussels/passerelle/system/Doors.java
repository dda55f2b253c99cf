package brussels.passerelle.system;

/** What can open a wallet, as the holder's own page adds and removes it. */
final class Doors {
    private Doors() {}

    static Screen show(Holder holder) {
        return holder.screen().act("show-more").awaitView("more").act("show-keys").awaitView("keys").see("[data-key]");
    }

    static Screen prove(Holder holder) {
        return show(holder).act("add-key").awaitView("key-add").fill("passphrase", holder.passphrase()).act("prove");
    }

    /** A recovery code, kept; gives its 32 letters. */
    static String makeCode(Holder holder) {
        // The square comes a moment after the letters and moves what stands below it.
        var screen = prove(holder).act("make-code").see("[data-sheet='recovery-code'] .qr");
        var code = screen.one("[data-code]").getAttribute("data-code");
        screen.act("code-kept").awaitView("keys");
        return code;
    }
}
