package org.sambandh.crm.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.common.Entity;

class RoundTripTest {

    /** Machinery, not data: it holds functions, fields or type parameters that no text can name. */
    private static final Set<String> MACHINERY = Set.of(
            "field.Memberships",
            "field.Relation$Join",
            "field.Relation$Parts",
            "field.Relation$ToOne",
            "overview.Excerpt",
            "pipeline.PipelineFigures$Grouped",
            "prediction.PredictedSubject",
            "prediction.Training$NotEnoughData",
            "prediction.Training$Trained",
            "scoring.ScoredSubject",
            "segment.SegmentPreview",
            "settings.Interval",
            "store.Cursors$Start",
            "store.EntityType",
            "store.Equality",
            "store.GroupQuery",
            "store.GroupQuery$Row",
            "store.Lookup",
            "store.Order",
            "store.Page",
            "store.Query",
            "store.Replacement",
            "store.SortKey",
            "store.Upserted$Created",
            "store.Upserted$Unchanged",
            "store.Upserted$Updated",
            "store.Written",
            "table.ConditionAmount",
            "table.TableGroup",
            "table.TableKey$Calendar",
            "table.TableKey$OfCurrency",
            "table.TableKey$Value",
            "table.TableMeasure");

    /** Hold input that is still to be filled in, which has no form. */
    private static final Set<String> LEAD =
            Set.of("lead.ConversionPlan", "lead.ConversionPreview", "lead.DealTarget$New", "lead.PartyTarget$New");

    /** Conditions have forms of their own, which {@link ConditionJsonTest} holds. */
    private static final Set<String> CONDITIONS = Set.of("Condition", "ValueTest", "Measure");

    static Stream<Class<?>> everything() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.sambandh.crm").stream()
                        .map(JavaClass::reflect)
                        .filter(RoundTripTest::isPublic)
                        .filter(c -> c.isRecord() || (Entity.class.isAssignableFrom(c) && !c.isInterface()))
                        .filter(c -> !MACHINERY.contains(name(c)))
                        .filter(c -> !LEAD.contains(name(c)))
                        .filter(c -> !CONDITIONS.contains(outermost(c).getSimpleName()))
                        .map(c -> (Class<?>) c);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everyRecordAndEntityReadsBackEqual(Class<?> type) throws ReflectiveOperationException {
        for (int round = 0; round < 3; round++) {
            Object example;
            try {
                example = Examples.of(type, round);
            } catch (StackOverflowError e) {
                throw new AssertionError("FAIL " + type.getName() + " overflow", e);
            } catch (IllegalArgumentException e) {
                throw new AssertionError("FAIL " + type.getName() + " " + e.getMessage(), e);
            }
            String text = Catalogs.JSON.write(example);
            Object back = Catalogs.JSON.read(type, text);

            assertThat(back).isEqualTo(example);
            assertThat(Catalogs.JSON.write(back)).isEqualTo(text);
            if (!type.isRecord()) {
                for (Method state : state(type)) {
                    assertThat(state.invoke(back)).as(state.getName()).isEqualTo(state.invoke(example));
                }
            }
        }
    }

    @Test
    void everythingIsFound() {
        assertThat(everything().map(Class::getSimpleName))
                .contains("Customer", "Money", "Event", "Lost", "Segment", "Lead");
    }

    private static List<Method> state(Class<?> entity) {
        Class<?> builder = Arrays.stream(entity.getDeclaredClasses())
                .filter(c -> c.getSimpleName().equals("Builder"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(entity + " has no builder"));
        List<String> setters = Arrays.stream(builder.getMethods())
                .filter(m -> m.getParameterCount() == 1)
                .map(Method::getName)
                .toList();
        return Arrays.stream(entity.getMethods())
                .filter(m -> m.getParameterCount() == 0
                        && m.getDeclaringClass() != Object.class
                        && setters.contains(m.getName()))
                .toList();
    }

    private static String name(Class<?> type) {
        return type.getName().substring("org.sambandh.crm.".length());
    }

    private static Class<?> outermost(Class<?> type) {
        return type.getEnclosingClass() == null ? type : outermost(type.getEnclosingClass());
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }
}
