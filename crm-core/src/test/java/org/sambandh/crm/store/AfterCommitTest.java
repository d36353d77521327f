package org.sambandh.crm.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;

class AfterCommitTest {

    @Test
    void whatAnActionThrowsIsLoggedByItsClassOnlyAndTheNextOneRuns() {
        Recorder log = new Recorder();
        List<String> ran = new ArrayList<>();
        AfterCommit.run(
                List.of(
                        () -> ran.add("first"),
                        () -> {
                            throw new IllegalStateException("asha@example.in");
                        },
                        () -> {
                            throw new StackOverflowError("asha@example.in");
                        },
                        () -> ran.add("last")),
                log);
        assertThat(ran).containsExactly("first", "last");
        assertThat(log.lines)
                .hasSize(2)
                .allMatch(line -> line.startsWith("WARN") && !line.contains("asha"))
                .anyMatch(line -> line.contains("java.lang.IllegalStateException"));
    }

    private static final class Recorder extends AbstractLogger {

        private static final long serialVersionUID = 1L;
        private final transient List<String> lines = new ArrayList<>();

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String message, Object[] arguments, Throwable throwable) {
            lines.add(level + " " + message + " " + Arrays.toString(arguments) + " " + throwable);
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return Recorder.class.getName();
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isTraceEnabled(Marker marker) {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled(Marker marker) {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled(Marker marker) {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled(Marker marker) {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled(Marker marker) {
            return true;
        }
    }
}
