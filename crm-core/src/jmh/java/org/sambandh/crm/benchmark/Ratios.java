package org.sambandh.crm.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints each as a ratio to the method named {@code hand} of its class and parameters. */
public final class Ratios {

    private Ratios() {}

    /**
     * Runs what is asked for.
     *
     * @param args what JMH's own command line takes
     * @throws RunnerException if a benchmark fails
     * @throws CommandLineOptionException if an argument is not understood
     */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .build();
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> results) {
        Map<String, List<RunResult>> groups = new LinkedHashMap<>();
        for (RunResult result : results) {
            groups.computeIfAbsent(group(result), g -> new ArrayList<>()).add(result);
        }
        groups.forEach((group, members) -> {
            double hand = members.stream()
                    .filter(r -> method(r).equals("hand"))
                    .mapToDouble(Ratios::score)
                    .findFirst()
                    .orElse(Double.NaN);
            System.out.printf("%n%-46s %14s %8s %12s%n", group, "time", "ratio", "B a call");
            for (RunResult r : members) {
                System.out.printf(
                        Locale.ROOT,
                        "  %-44s %8.1f %5s %8.2f %12.0f%n",
                        method(r),
                        score(r),
                        r.getPrimaryResult().getScoreUnit(),
                        score(r) / hand,
                        r.getSecondaryResults().containsKey("gc.alloc.rate.norm")
                                ? r.getSecondaryResults()
                                        .get("gc.alloc.rate.norm")
                                        .getScore()
                                : Double.NaN);
            }
        });
    }

    private static double score(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String group(RunResult result) {
        String name = result.getParams().getBenchmark();
        String type = name.substring(0, name.lastIndexOf('.'));
        StringBuilder words =
                new StringBuilder(type.substring(type.lastIndexOf('.') + 1).replace("Benchmark", ""));
        for (String key : result.getParams().getParamsKeys()) {
            words.append(", ").append(key).append(' ').append(result.getParams().getParam(key));
        }
        return words.toString();
    }
}
