package org.sambandh.crm.benchmark;

import dev.cel.common.CelException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Optional;

/** Google's Common Expression Language; the variables are read only when the expression asks for them. */
final class Cel<T> {

    private final CelRuntime.Program program;
    private final Class<T> type;

    Cel(String text, Class<T> type) {
        this.type = type;
        CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar("industry", SimpleType.STRING)
                .addVar("country", SimpleType.STRING)
                .addVar("seniority", SimpleType.STRING)
                .addVar("employees", SimpleType.INT)
                .addVar("optIn", SimpleType.BOOL)
                .addVar("young", SimpleType.BOOL)
                .addVar("opens30", SimpleType.INT)
                .addVar("visits7", SimpleType.INT)
                .addVar("demos90", SimpleType.INT)
                .build();
        try {
            program = CelRuntimeFactory.standardCelRuntimeBuilder()
                    .build()
                    .createProgram(compiler.compile(text).getAst());
        } catch (CelException e) {
            throw new IllegalStateException(text, e);
        }
    }

    T run(Prospect prospect) {
        try {
            return type.cast(program.eval(name -> Optional.of(value(prospect, name))));
        } catch (CelException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Prospect prospect, String name) {
        return switch (name) {
            case "industry" -> prospect.getIndustry() == null ? "" : prospect.getIndustry();
            case "country" -> prospect.getCountry();
            case "seniority" -> prospect.getSeniority();
            case "employees" -> prospect.getEmployees();
            case "optIn" -> prospect.isOptIn();
            case "young" -> prospect.isYoung();
            case "opens30" -> (long) prospect.getOpens30();
            case "visits7" -> (long) prospect.getVisits7();
            case "demos90" -> (long) prospect.getDemos90();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
