package org.sambandh.crm;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules themselves, over any import, so that {@link ArchitectureRulesTest} can feed them code that breaks them. */
final class ArchitectureRules {

    private static final Set<String> JACKSON_IN_SIGNATURES = Set.of(
            "com.fasterxml.jackson.databind.Module",
            "com.fasterxml.jackson.databind.Module$SetupContext",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.databind.module.SimpleModule");

    private static final Set<String> HARMLESS_IN_JAVA_NET = Set.of(
            "java.net.URI",
            "java.net.URISyntaxException",
            "java.net.IDN",
            "java.net.URLEncoder",
            "java.net.URLDecoder");

    private static final Set<String> MUTABLE_TYPES = Set.of(
            "java.util.AbstractCollection",
            "java.util.AbstractMap",
            "java.util.Dictionary",
            "java.util.BitSet",
            "java.util.Random",
            "java.util.concurrent.ConcurrentMap",
            "java.util.concurrent.locks.Lock",
            "java.util.concurrent.locks.ReadWriteLock",
            "java.util.concurrent.Executor",
            "java.util.concurrent.Future",
            "java.lang.ThreadLocal",
            "java.lang.ref.Reference",
            "java.lang.AbstractStringBuilder",
            "java.text.Format",
            "java.util.Date",
            "java.util.Calendar");

    private ArchitectureRules() {}

    static ArchRule usesOnly(String base, String name, Set<String> allowed) {
        String self = base + "." + name;
        DescribedPredicate<JavaClass> forbidden = describe("of ours outside " + allowed, target -> {
            String used = target.getPackageName();
            return (used.equals(base) || used.startsWith(base + "."))
                    && !(used.length() > base.length() && allowed.contains(used.substring(base.length() + 1)));
        });
        return strict(noClasses().that().resideInAPackage(self).should().dependOnClassesThat(forbidden));
    }

    static ArchRule packagesFormNoCycle(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles().allowEmptyShould(false);
    }

    static ArchRule everyPackageIsNullMarked() {
        return strict(classes().should(new ArchCondition<>("live in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                if (!marked) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + ": its package has no package-info marked @NullMarked"));
                }
            }
        }));
    }

    /** What the library must not do to its host. The names complete the sentence "a guest ...". */
    static Map<String, ArchRule> guestRules(String base) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("usesOnlyTheLibrariesWeChose", onlyLibrariesWeChose(base));
        rules.put("usesJacksonOnlyInJsonAndExchange", onlyIn(base, "com.fasterxml.jackson..", "json", "exchange"));
        rules.put("usesFastCsvOnlyInExchange", onlyIn(base, "de.siegmar.fastcsv..", "exchange"));
        rules.put("usesHipparchusOnlyInPrediction", onlyIn(base, "org.hipparchus..", "prediction"));
        rules.put("showsNoLibraryInItsSignatures", showsNoLibrary(base));
        rules.put("hasNoStaticFieldThatIsNotFinal", staticFieldsAreFinal());
        rules.put("hasNoStaticFieldOfAMutableType", staticFieldsAreImmutable());
        rules.put("readsNoWallClock", accesses("read the wall clock", ArchitectureRules::readsTheWallClock));
        rules.put("asksForTheSystemTimeOnlyWhereItIsBuilt", systemTimeOnlyIn(base));
        rules.put(
                "leavesTheEnvironmentAlone",
                accesses("touch the environment", ArchitectureRules::touchesTheEnvironment));
        rules.put("startsNoThread", accesses("start or borrow threads", ArchitectureRules::startsAThread));
        rules.put("usesNoConsole", accesses("use the console", ArchitectureRules::usesTheConsole));
        rules.put("opensNoSocket", dependsOn("on the network", ArchitectureRules::isNetwork));
        rules.put("serialisesNothing", dependsOn("on Java serialisation", ArchitectureRules::isSerialisation));
        return rules;
    }

    private static ArchRule onlyLibrariesWeChose(String base) {
        return strict(noClasses()
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "java..",
                        base + "..",
                        "org.slf4j..",
                        "org.jspecify.annotations..",
                        "com.google.common..",
                        "com.google.errorprone.annotations..",
                        "com.fasterxml.jackson..",
                        "de.siegmar.fastcsv..",
                        "org.hipparchus.."))));
    }

    private static ArchRule onlyIn(String base, String library, String... parts) {
        String[] homes = Stream.of(parts).map(part -> base + "." + part).toArray(String[]::new);
        return strict(noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat(resideInAPackage(library)));
    }

    private static ArchRule staticFieldsAreFinal() {
        return fields().that().areStatic().should().beFinal().allowEmptyShould(false);
    }

    private static ArchRule staticFieldsAreImmutable() {
        return fields().that()
                .areStatic()
                .and(describe(
                        "are written by hand", field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should(new ArchCondition<>("hold nothing that can change") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        JavaClass type = field.getRawType();
                        boolean openArray =
                                type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
                        boolean mutable = type.getPackageName().equals("java.util.concurrent.atomic")
                                || MUTABLE_TYPES.stream().anyMatch(type::isAssignableTo);
                        if (openArray || mutable) {
                            events.add(SimpleConditionEvent.violated(
                                    field, field.getFullName() + " is a static " + type.getName()));
                        }
                    }
                })
                .allowEmptyShould(false);
    }

    private static ArchRule showsNoLibrary(String base) {
        return strict(classes()
                .that(describe("can be seen from outside", ArchitectureRules::isVisible))
                .should(new ArchCondition<>("show only JDK, SLF4J and our own types") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        shownBy(type)
                                .forEach((place, shown) -> shown.stream()
                                        .map(JavaClass::getBaseComponentType)
                                        .filter(used -> !mayBeShown(base, type, used))
                                        .forEach(used -> events.add(SimpleConditionEvent.violated(
                                                type, place + " shows " + used.getName()))));
                    }
                }));
    }

    private static boolean mayBeShown(String base, JavaClass by, JavaClass used) {
        String name = used.getName();
        return used.isPrimitive()
                || name.startsWith("java.")
                || name.startsWith(base + ".")
                || name.startsWith("org.slf4j.")
                || name.startsWith("org.jspecify.annotations.")
                || by.getPackageName().equals(base + ".json") && JACKSON_IN_SIGNATURES.contains(name);
    }

    /** The types in everything a caller of the class can see, by the place where they stand. */
    private static Map<String, Set<JavaClass>> shownBy(JavaClass type) {
        Map<String, Set<JavaClass>> shown = new LinkedHashMap<>();
        List<JavaType> parents = new ArrayList<>(type.getInterfaces());
        type.getSuperclass().ifPresent(parents::add);
        shown.put("header of " + type.getName(), involved(parents));
        shown.get("header of " + type.getName()).addAll(involved(type.getTypeParameters()));
        for (JavaField field : type.getFields()) {
            if (isOpen(field)) {
                shown.put(field.getFullName(), involved(List.of(field.getType())));
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (isOpen(unit)) {
                List<JavaType> types = new ArrayList<>(unit.getParameterTypes());
                types.add(unit.getReturnType());
                types.addAll(unit.getTypeParameters());
                types.addAll(unit.getThrowsClause().getTypes());
                shown.put(unit.getFullName(), involved(types));
            }
        }
        return shown;
    }

    private static Set<JavaClass> involved(List<? extends JavaType> types) {
        Set<JavaClass> raw = new HashSet<>();
        types.forEach(type -> raw.addAll(type.getAllInvolvedRawTypes()));
        return raw;
    }

    private static boolean isVisible(JavaClass type) {
        return isOpen(type.getModifiers())
                && type.getEnclosingClass().map(ArchitectureRules::isVisible).orElse(true);
    }

    private static boolean isOpen(JavaMember member) {
        return isOpen(member.getModifiers()) && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static ArchRule systemTimeOnlyIn(String base) {
        return strict(noClasses()
                .that()
                .resideOutsideOfPackage(base)
                .should(access("ask for the system time", use -> isMethod(use, "java.time.InstantSource", "system"))));
    }

    /** The types of java.time take a clock or a source as well; only the forms that bring their own are refused. */
    private static boolean readsTheWallClock(JavaAccess<?> call) {
        AccessTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean bringsItsOwn = target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
        return owner.startsWith("java.time.") && name.equals("now") && bringsItsOwn
                || owner.equals("java.time.Clock")
                        && (name.startsWith("system") || name.startsWith("tick"))
                        && bringsItsOwn
                || isMethod(call, "java.lang.System", "currentTimeMillis", "nanoTime")
                || owner.equals("java.util.Date") && name.equals("<init>") && takesNothing(target)
                || owner.equals("java.util.GregorianCalendar") && name.equals("<init>")
                || isMethod(call, "java.util.Calendar", "getInstance");
    }

    private static boolean touchesTheEnvironment(JavaAccess<?> call) {
        return isMethod(call, "java.lang.System", "getProperty", "getProperties", "setProperty", "getenv", "exit")
                || isMethod(call, "java.lang.Integer", "getInteger")
                || isMethod(call, "java.lang.Long", "getLong")
                || isMethod(call, "java.lang.Boolean", "getBoolean")
                || isMethod(call, "java.time.ZoneId", "systemDefault")
                || isMethod(call, "java.time.Clock", "systemDefaultZone")
                || isMethod(call, "java.util.TimeZone", "getDefault", "setDefault")
                || isMethod(call, "java.util.Locale", "getDefault", "setDefault")
                || isMethod(call, "java.nio.charset.Charset", "defaultCharset");
    }

    private static boolean startsAThread(JavaAccess<?> call) {
        AccessTarget target = call.getTarget();
        JavaClass owner = target.getOwner();
        String name = target.getName();
        boolean builds = name.equals("<init>")
                && (owner.isAssignableTo(Thread.class)
                        || owner.isAssignableTo("java.util.Timer")
                        || owner.isAssignableTo("java.util.concurrent.ExecutorService"));
        return builds
                || owner.getName().equals("java.util.concurrent.Executors")
                || owner.isAssignableTo(Thread.class) && name.equals("start")
                || owner.isAssignableTo("java.util.concurrent.CompletableFuture") && name.endsWith("Async")
                || isMethod(call, "java.util.concurrent.ForkJoinPool", "commonPool")
                || isMethod(call, "java.lang.ref.Cleaner", "create")
                || isMethod(call, "java.lang.Runtime", "addShutdownHook")
                || name.equals("parallelStream") && owner.isAssignableTo("java.util.Collection")
                || name.equals("parallel") && owner.isAssignableTo("java.util.stream.BaseStream")
                || owner.getName().equals("java.util.Arrays") && name.startsWith("parallel");
    }

    private static boolean usesTheConsole(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        boolean stream = target.getOwner().getName().equals("java.lang.System")
                && Set.of("out", "err", "in").contains(target.getName());
        boolean trace = target.getOwner().isAssignableTo(Throwable.class)
                && target.getName().equals("printStackTrace")
                && takesNothing(target);
        return stream || trace;
    }

    private static boolean isNetwork(JavaClass type) {
        String home = type.getPackageName();
        return home.startsWith("java.net") && !HARMLESS_IN_JAVA_NET.contains(type.getName())
                || home.startsWith("javax.net")
                || home.startsWith("java.rmi")
                || home.equals("java.nio.channels") && type.getSimpleName().contains("Socket");
    }

    private static boolean isSerialisation(JavaClass type) {
        return type.isAssignableTo("java.io.ObjectInput")
                || type.isAssignableTo("java.io.ObjectOutput")
                || type.getName().equals("java.io.Externalizable")
                || type.getName().equals("java.io.ObjectInputFilter");
    }

    private static boolean takesNothing(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().isEmpty();
    }

    private static boolean isMethod(JavaAccess<?> access, String owner, String... names) {
        return access.getTarget().getOwner().getName().equals(owner)
                && Set.of(names).contains(access.getTarget().getName());
    }

    /** Calls and method references alike: {@code Instant::now} reads the clock no less than {@code Instant.now()}. */
    private static ArchRule accesses(String what, Predicate<JavaAccess<?>> test) {
        return strict(noClasses().should(access(what, test)));
    }

    private static ArchCondition<JavaClass> access(String what, Predicate<JavaAccess<?>> test) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(type.getAccessesFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                        .distinct()
                        .filter(test)
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }

    private static ArchRule dependsOn(String what, Predicate<JavaClass> test) {
        return strict(noClasses().should(new ArchCondition<>("depend " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> test.test(dependency.getTargetClass()))
                        .map(Dependency::getDescription)
                        .forEach(text -> events.add(SimpleConditionEvent.satisfied(type, text)));
            }
        }));
    }

    private static ArchRule strict(ClassesShouldConjunction rule) {
        return rule.allowEmptyShould(false);
    }
}
