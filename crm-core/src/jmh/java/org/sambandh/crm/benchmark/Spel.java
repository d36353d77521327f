package org.sambandh.crm.benchmark;

import java.util.Objects;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/** Spring's expressions, compiled to bytecode. */
final class Spel<T> {

    private final SpelExpression expression;
    private final StandardEvaluationContext context = new StandardEvaluationContext();
    private final Class<T> type;

    Spel(String text, Class<T> type, Prospect[] examples) {
        this.type = type;
        var configuration = new SpelParserConfiguration(SpelCompilerMode.OFF, Spel.class.getClassLoader());
        expression = new SpelExpressionParser(configuration).parseRaw(text);
        // It compiles what it has seen: every part has to run once.
        for (Prospect example : examples) {
            run(example);
        }
        if (!expression.compileExpression()) {
            throw new IllegalStateException("SpEL does not compile " + text);
        }
    }

    T run(Prospect prospect) {
        return Objects.requireNonNull(expression.getValue(context, prospect, type));
    }
}
