package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.Crm;

class SamplesTest {

    private static List<String> kept() {
        List<String> names = new ArrayList<>();
        Crm.features()
                .forEach(feature -> feature.entities()
                        .forEach(entity -> names.add(entity.type().getSimpleName())));
        return names;
    }

    @Test
    void thereAreSamplesOfEverythingThatTheLibraryKeeps() {
        assertThat(Samples.types()).extracting(Class::getSimpleName).containsAll(kept());
    }

    @Test
    void theWholeStoreContractHoldsTheContractOfEverythingThatTheLibraryKeeps() {
        List<String> held = new ArrayList<>();
        for (Class<?> nested : WholeStoreContract.class.getDeclaredClasses()) {
            if (nested.isAnnotationPresent(Nested.class)) {
                held.add(nested.getSuperclass().getSimpleName());
            }
        }
        List<String> due =
                kept().stream().map(name -> name + "RepositoryContract").toList();
        assertThat(held).containsAll(due);
    }
}
