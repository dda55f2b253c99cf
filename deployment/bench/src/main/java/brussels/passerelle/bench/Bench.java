package brussels.passerelle.bench;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs every benchmark of this package and prints each figure beside its peer of the same run.
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws RunnerException {
        var options = new OptionsBuilder()
                .include(EnvelopeBench.class.getName())
                .include(LogBench.class.getName())
                .mode(org.openjdk.jmh.annotations.Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .jvmArgsAppend("-Xmx2g")
                .build();
        Map<String, Double> perSecond = new HashMap<>();
        for (var result : new Runner(options).run())
            perSecond.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());

        double mebibytes = EnvelopeBench.SIZE / (double) (1 << 20);
        print("seal, MiB/s", figure(perSecond, "seal") * mebibytes, figure(perSecond, "bareAesGcm") * mebibytes);
        print("open, MiB/s", figure(perSecond, "open") * mebibytes, figure(perSecond, "bareAesGcm") * mebibytes);
        print("log append, leaves/s", figure(perSecond, "append") * LogBench.BATCH,
                figure(perSecond, "bareLeafHashes") * LogBench.BATCH);
        System.out.printf(Locale.ROOT, "%-26s %,14.0f%n", "inclusion proof, proofs/s",
                figure(perSecond, "inclusionProof"));
    }

    private static double figure(Map<String, Double> perSecond, String name) {
        return Objects.requireNonNull(perSecond.get(name), name);
    }

    private static void print(String what, double ours, double peer) {
        System.out.printf(Locale.ROOT, "%-26s %,14.0f   peer %,14.0f   ratio %.2f%n", what, ours, peer, ours / peer);
    }
}
