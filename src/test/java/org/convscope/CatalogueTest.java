package org.convscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Zoo;
import org.convscope.data.DatasetSource;
import org.convscope.data.Datasets;
import org.convscope.lens.Lens;
import org.convscope.lens.Lenses;
import org.junit.jupiter.api.Test;

/** Whoever writes a network, dataset or lens and forgets the line in its catalogue hears of it here. */
class CatalogueTest {

    @Test
    void everyArchitectureIsInTheZoo() {
        check(Architecture.class, "org.convscope.blueprint.zoo", Zoo.ALL, Architecture::id);
    }

    @Test
    void everyDatasetIsInItsCatalogue() {
        check(DatasetSource.class, "org.convscope.data.source", Datasets.ALL, source -> source.card()
                .id());
    }

    @Test
    void everyLensIsInItsCatalogue() {
        check(Lens.class, "org.convscope.lens", Lenses.ALL, Lens::id);
    }

    private static <T> void check(Class<T> kind, String room, List<T> catalogue, Function<T, String> id) {
        Set<String> written = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(room).stream()
                        .filter(type -> type.isAssignableTo(kind))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed =
                catalogue.stream().map(one -> one.getClass().getName()).collect(Collectors.toCollection(TreeSet::new));
        assertFalse(written.isEmpty(), "nothing found in " + room);
        assertEquals(written, listed);
        assertEquals(catalogue.size(), catalogue.stream().map(id).distinct().count(), "every id once");
    }
}
