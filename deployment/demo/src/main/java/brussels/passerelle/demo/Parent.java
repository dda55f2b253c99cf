package brussels.passerelle.demo;

import java.util.concurrent.CompletableFuture;

/** The process that started us: when it is killed there is nobody left to stop us. */
final class Parent {
    private Parent() {}

    static CompletableFuture<String> ended() {
        return ProcessHandle.current().parent().map(ProcessHandle::onExit)
                .map(exit -> exit.thenApply(process -> "What started this demo has ended"))
                .orElseGet(CompletableFuture::new);
    }
}
