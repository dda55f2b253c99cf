package brussels.passerelle.consent.harness;

/** What a worker does at the desk. */
public record Desk(Person worker) {

    public Call ask(String loan, String paper, int version, String action) {
        return worker.post("/desk/loans/" + loan + "/openings").json(
                "{\"paper\":\"" + paper + "\",\"version\":" + version + ",\"action\":\"" + action + "\"}");
    }

    public Answer open(String loan, String paper) {
        return ask(loan, paper, 1, "look").send();
    }

    /** The address of an opening's content, below {@code /api}. */
    public static String content(Answer opened) {
        return opened.expect(201).json().getString("content").substring("/api".length());
    }
}
