package org.sambandh.crm.benchmark;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.Message;
import org.kie.api.runtime.StatelessKieSession;

/** Drools: one rule for each pattern, a session without a state. */
public final class Drools {

    /** What the rules that fire add up. */
    public static final class Total {

        private int points;

        public void add(int more) {
            points += more;
        }
    }

    private final StatelessKieSession session;
    private final Total total = new Total();

    /**
     * @param patterns the rules
     * @param points what each gives;
     */
    Drools(List<String> patterns, IntUnaryOperator points) {
        StringBuilder drl = new StringBuilder("package benchmark;\nimport ")
                .append(Prospect.class.getName())
                .append(";\nglobal ")
                .append(Total.class.getCanonicalName())
                .append(" total;\n");
        for (int i = 0; i < patterns.size(); i++) {
            drl.append("rule \"r")
                    .append(i)
                    .append("\" when Prospect(")
                    .append(patterns.get(i))
                    .append(") then total.add(")
                    .append(points.applyAsInt(i))
                    .append("); end\n");
        }
        KieServices services = KieServices.get();
        KieBuilder builder = services.newKieBuilder(
                        services.newKieFileSystem().write("src/main/resources/rules.drl", drl.toString()))
                .buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        session = services.newKieContainer(builder.getKieModule().getReleaseId())
                .getKieBase()
                .newStatelessKieSession();
        session.setGlobal("total", total);
    }

    int run(Prospect prospect) {
        total.points = 0;
        session.execute(prospect);
        return total.points;
    }
}
