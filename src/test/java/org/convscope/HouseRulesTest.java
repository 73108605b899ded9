package org.convscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The floor plan, as one table, and the rules of the house. A rule is changed by a decision paper or
 * kept; there are no exemptions.
 */
class HouseRulesTest {

    private static final String ROOT = "org.convscope.";

    /** A room, the rooms it may import, the libraries it may import. */
    private record Room(String name, List<String> rooms, List<String> libraries) {}

    /** Bottom-up: a room stands only on rooms listed above it. */
    private static final List<Room> PLAN = List.of(
            room("problem", ""),
            room("tensor", "problem"),
            room("blueprint", "problem tensor"),
            room("frame", "problem tensor"),
            room("spec", "problem tensor blueprint"),
            room("data", "problem tensor spec"),
            room("net", "problem tensor blueprint spec"),
            room(
                    "engine",
                    "problem tensor blueprint spec net",
                    "org.deeplearning4j..",
                    "org.nd4j..",
                    "org.bytedeco..",
                    "com.sun.jna..",
                    "jdk.incubator.vector.."),
            room("train", "problem tensor data blueprint spec net"),
            room("probe", "problem tensor blueprint spec net"),
            room("run", "problem tensor blueprint spec net train", "com.fasterxml.jackson.."),
            room("foreign", "problem tensor blueprint net", "com.fasterxml.jackson.."),
            room("lens", "problem tensor blueprint frame spec probe"),
            room("workbench", "problem tensor data blueprint frame spec net train probe run foreign lens"),
            room("lab", "problem tensor data blueprint frame spec train run lens workbench"),
            room(
                    "ui",
                    "problem tensor data blueprint frame spec train run lens workbench lab",
                    "javafx..",
                    "org.controlsfx..",
                    "impl.org.controlsfx..",
                    "atlantafx..",
                    "org.kordamp.ikonli..",
                    "org.eclipse.elk.."),
            room(
                    "cli",
                    "problem tensor data blueprint frame spec train run lens workbench lab",
                    "picocli..",
                    "com.fasterxml.jackson.."),
            room("app", "problem spec net engine data run workbench ui cli", "javafx.application..", "javafx.stage.."));

    private static final List<String> EVERYWHERE = List.of("java..", "javax.imageio..", "org.slf4j..");

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.convscope");
    }

    @TestFactory
    Stream<DynamicTest> everyRoomImportsOnlyWhatThePlanAllows() {
        return PLAN.stream()
                .map(room -> DynamicTest.dynamicTest(
                        room.name(),
                        () -> check(classes()
                                .that()
                                .resideInAPackage(ROOT + room.name() + "..")
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(allowed(room))
                                .because("the floor plan says so; see README, 'The house'"))));
    }

    @Test
    void everyClassLivesInARoomOnThePlan() {
        String[] rooms = PLAN.stream().map(room -> ROOT + room.name() + "..").toArray(String[]::new);
        check(classes().should().resideInAnyPackage(rooms).because("a homeless class is a missing room"));
    }

    @Test
    void everyRoomStandsOnRoomsListedAboveIt() {
        Set<String> above = new HashSet<>();
        for (Room room : PLAN) {
            assertTrue(above.containsAll(room.rooms()), room.name() + " stands on a room below it in the plan");
            assertTrue(above.add(room.name()), room.name() + " is on the plan twice");
        }
        assertEquals(18, above.size(), "rooms of the house");
    }

    @Test
    void roomsFormNoCircle() {
        check(slices().matching(ROOT + "(*)..").should().beFreeOfCycles());
    }

    @Test
    void viewModelsKnowNoNodes() {
        check(noClasses()
                .that(resideInAPackage(ROOT + "ui..")
                        .and(simpleNameEndingWith("Model").or(simpleNameEndingWith("Layout"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..", "org.controlsfx..")
                .because("screen logic is tested without a toolkit"));
    }

    @Test
    void onlyFxPulseEntersTheFxThread() {
        check(noClasses()
                .that(not(describe("FxPulse", type -> type.getName().startsWith(ROOT + "ui.kit.FxPulse"))))
                .should()
                .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName())
                .because("one door collapses a thousand requests into one picture"));
    }

    @Test
    void onlyThreeRoomsStartThreads() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "net..", ROOT + "workbench..", ROOT + "data..", ROOT + "app..")
                .should()
                .dependOnClassesThat(assignableTo(java.util.concurrent.Executors.class)
                        .or(assignableTo(java.util.concurrent.ThreadPoolExecutor.class)))
                .orShould()
                .callConstructorWhere(describe(
                        "a Thread is made", call -> call.getTargetOwner().isAssignableTo(Thread.class)))
                .because("a thread without an owner outlives its window"));
    }

    @Test
    void nobodySleeps() {
        check(noClasses()
                .should()
                .callMethodWhere(describe(
                        "Thread.sleep",
                        call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && call.getName().equals("sleep")))
                .because("whoever waits is told when it is over"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a window has no terminal"));
    }

    @Test
    void onlyWhatFetchesOpensConnections() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "data.fetch..")
                .should()
                .dependOnClassesThat(resideInAPackage("java.net.http..")
                        .or(assignableTo(java.net.URLConnection.class))
                        .or(assignableTo(java.net.Socket.class))
                        .or(assignableTo(java.net.ServerSocket.class))
                        .or(assignableTo(java.nio.channels.SocketChannel.class)))
                .because("nothing is fetched unless a person asks for it; see decision 13"));
    }

    /** Read from the source: in the byte code every try-with-resources catches everything. */
    @Test
    void onlyTheThreeBoundariesCatchWhateverComes() throws IOException {
        Pattern everything = Pattern.compile("catch \\([^)]*\\b(Exception|Throwable)\\b");
        Set<String> boundaries = Set.of("NetworkThread.java", "FxPulse.java", "Main.java");
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertTrue(sources.size() > 200, "only " + sources.size() + " files were found");
            for (Path source : sources) {
                boolean catches = everything.matcher(Files.readString(source)).find();
                boolean isBoundary = boundaries.contains(source.getFileName().toString());
                assertTrue(!catches || isBoundary, source + " swallows what should rise to a boundary");
            }
        }
    }

    @Test
    void whatCrossesARoomNeverChanges() {
        check(fields().that()
                .areDeclaredInClassesThat(describe("records", type -> type.isRecord()))
                .and()
                .areNotStatic()
                .should()
                .notHaveRawType(describe("an array", type -> type.isArray()))
                .because("a record of an array is neither immutable nor equal by value"));
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        ROOT + "problem..",
                        ROOT + "tensor..",
                        ROOT + "blueprint..",
                        ROOT + "frame..",
                        ROOT + "spec..",
                        ROOT + "lens..")
                .and()
                .arePublic()
                .should()
                .haveNameNotMatching("set[A-Z].*"));
        check(fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        ROOT + "problem..", ROOT + "tensor..", ROOT + "blueprint..", ROOT + "frame..", ROOT + "spec..")
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotEndingWith("Drawing")
                .and()
                .areDeclaredInClassesThat()
                .areNotPrivate()
                .should()
                .haveModifier(JavaModifier.FINAL));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(house);
    }

    private static String[] allowed(Room room) {
        List<String> packages = new ArrayList<>(EVERYWHERE);
        packages.addAll(room.libraries());
        packages.add(ROOT + room.name() + "..");
        room.rooms().forEach(other -> packages.add(ROOT + other + ".."));
        return packages.toArray(String[]::new);
    }

    private static Room room(String name, String rooms, String... libraries) {
        List<String> names = rooms.isEmpty() ? List.of() : Arrays.asList(rooms.split(" "));
        return new Room(name, names, List.of(libraries));
    }
}
