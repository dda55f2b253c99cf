package brussels.passerelle.database;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/**
 * Starts processes that cannot outlive this one: the kernel signals them when we die, however we die, and a Ctrl-C of
 * the terminal reaches only us, so that they are stopped in order. On systems without these means they are plain children.
 */
public final class Leash {
    /**
     * The kernel's signal comes when the <em>thread</em> that started the child ends, so one thread that never ends starts
     * them all.
     */
    private static final Executor STARTER = starter();

    private Leash() {}

    /** As {@link #start(ProcessBuilder, String, boolean)}, asking the child to terminate when we die. */
    public static Process start(ProcessBuilder child) throws IOException {
        return start(child, "TERM", false);
    }

    /**
     * @param child    what to start; its command is wrapped
     * @param signal   what the child gets when we die
     * @param unrooted whether it refuses to run as root: it is then given a namespace where it is nobody
     */
    static Process start(ProcessBuilder child, String signal, boolean unrooted) throws IOException {
        child.command(wrapped(child.command(), signal, unrooted));
        try {
            return CompletableFuture.supplyAsync(() -> started(child), STARTER).join();
        } catch (CompletionException failed) {
            throw new IOException("Cannot start " + child.command().getLast(), failed.getCause());
        }
    }

    static List<String> wrapped(List<String> command, String signal, boolean unrooted) {
        var wrapped = new ArrayList<String>();
        if (has("setsid"))
            wrapped.add("setsid");
        if (unrooted && isRoot() && has("unshare"))
            wrapped.addAll(List.of("unshare", "-U"));
        if (has("setpriv"))
            wrapped.addAll(List.of("setpriv", "--pdeathsig", signal, "--"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static Process started(ProcessBuilder child) {
        try {
            return child.start();
        } catch (IOException failed) {
            throw new CompletionException(failed);
        }
    }

    private static boolean has(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, tool).canExecute());
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Executor starter() {
        var tasks = new LinkedBlockingQueue<Runnable>();
        Thread.ofPlatform().daemon().name("leash").start(() -> {
            while (true) {
                try {
                    tasks.take().run();
                } catch (InterruptedException goOn) {
                    // Ending here would kill the children; nobody may end this thread but the end of the process.
                }
            }
        });
        return tasks::add;
    }
}
