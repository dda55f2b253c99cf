package brussels.passerelle.system;

import java.util.List;

import com.microsoft.playwright.Page;

/** What a browser still holds of a person: on a shared computer the next one at the keyboard finds it. */
final class Leftovers {
    private Leftovers() {}

    static List<String> in(Page page) {
        var stored = (List<?>) page.evaluate("""
          async () => [
            ...Object.keys(localStorage).map(key => 'local ' + key),
            ...Object.keys(sessionStorage).map(key => 'session ' + key),
            ...(await indexedDB.databases()).map(one => 'indexed ' + one.name),
            ...(await caches.keys()).map(key => 'cache ' + key),
            ...(await navigator.serviceWorker.getRegistrations()).map(one => 'worker ' + one.scope),
            ...(history.state ? ['history ' + JSON.stringify(history.state)] : []),
            ...(window.name ? ['window ' + window.name] : []),
          ]""");
        var cookies = page.context().cookies().stream().map(cookie -> "cookie " + cookie.name + " " + cookie.path);
        return java.util.stream.Stream.concat(stored.stream().map(Object::toString), cookies).toList();
    }
}
