package de.digitallotsen;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import de.digitallotsen.shared.PortalClock;
import de.digitallotsen.shared.UseCase;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.Test;

/**
 * How the code is laid out, held by machine. Every rule is also run against classes below
 * {@code de.digitallotsen.wrong} that break it: a rule that cannot fail says nothing.
 */
class ArchitectureTest {

    private static final String ROOT = "de.digitallotsen";
    private static final String WRONG = ROOT + ".wrong";

    /**
     * Which features a feature may import; every feature stands here, and no other exists. Everybody may import shared.
     */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("kommune", Set.of()),
            Map.entry("account", Set.of("kommune")),
            Map.entry("funding", Set.of("kommune")),
            Map.entry("seminar", Set.of("kommune", "funding")),
            Map.entry("registration", Set.of("kommune", "funding", "seminar")),
            Map.entry("notification", Set.of("kommune", "account", "funding", "seminar", "registration")),
            Map.entry("document", Set.of("kommune", "funding", "seminar", "registration")),
            Map.entry("claim", Set.of("kommune", "funding", "seminar", "registration", "document")),
            Map.entry("report", Set.of("kommune", "funding", "seminar", "registration")),
            Map.entry("audit", Set.of("kommune", "account", "funding", "seminar", "registration")),
            Map.entry(
                    "start",
                    Set.of(
                            "kommune",
                            "account",
                            "funding",
                            "seminar",
                            "registration",
                            "notification",
                            "report",
                            "audit")));

    private static final List<String> BANNED_ENDINGS =
            List.of("Service", "Manager", "Helper", "Util", "Utils", "Impl", "DTO", "Dto", "Data");
    /** Data are what they are: this class makes them, and no better word was found. */
    private static final Set<String> ENDINGS_ALLOWED = Set.of("de.digitallotsen.start.DemoData");

    private static final JavaClasses PORTAL = new ClassFileImporter().importPath("target/classes/de/digitallotsen");
    private static final JavaClasses DELIBERATELY_WRONG =
            new ClassFileImporter().importPath("target/test-classes/de/digitallotsen/wrong");

    /** The feature below the root to which a class belongs; empty outside the portal. */
    private static String feature(String root, JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.")[0] : "";
    }

    private static boolean isWeb(JavaClass type) {
        return type.getPackageName().endsWith(".web");
    }

    private static ArchRule importsRunOneWay(String root) {
        return classes().should(new ArchCondition<>("import only the features that may be imported") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String from = feature(root, type);
                    String to = feature(root, dependency.getTargetClass());
                    if (!to.isEmpty()
                            && !to.equals(from)
                            && !to.equals("shared")
                            && !MAY_IMPORT.getOrDefault(from, Set.of()).contains(to)) {
                        events.add(SimpleConditionEvent.violated(
                                dependency, from + " imports " + to + ": " + dependency.getDescription()));
                    }
                }
            }
        });
    }

    private static ArchRule nobodyImportsAnothersWeb(String root) {
        return classes()
                .should(new ArchCondition<>("import no web but their own and the shared one, and that only from web") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                            String to = feature(root, dependency.getTargetClass());
                            boolean ownFromWeb = isWeb(type) && to.equals(feature(root, type));
                            if (!to.isEmpty()
                                    && isWeb(dependency.getTargetClass())
                                    && !to.equals("shared")
                                    && !ownFromWeb) {
                                events.add(SimpleConditionEvent.violated(
                                        dependency, "foreign web: " + dependency.getDescription()));
                            }
                        }
                    }
                });
    }

    private static final DescribedPredicate<JavaClass> TRANSACTIONAL = DescribedPredicate.describe(
            "transactional",
            type -> isTransactional(type) || type.getMethods().stream().anyMatch(ArchitectureTest::isTransactional));

    private static boolean isTransactional(JavaClass type) {
        return type.isAnnotatedWith(Transactional.class) || type.isAnnotatedWith(UseCase.class);
    }

    private static boolean isTransactional(JavaMethod method) {
        return method.isAnnotatedWith(Transactional.class);
    }

    private static ArchRule pagesAndResourcesHoldNoTransaction() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Pages")
                .or()
                .haveSimpleNameEndingWith("Resource")
                .should(ArchCondition.from(are(TRANSACTIONAL)));
    }

    private static ArchRule namesSayWhatThingsAre() {
        return classes().should(new ArchCondition<>("not have a name that says nothing") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (BANNED_ENDINGS.stream().anyMatch(type.getSimpleName()::endsWith)
                        && !ENDINGS_ALLOWED.contains(type.getName())) {
                    events.add(SimpleConditionEvent.violated(type, type.getName()));
                }
            }
        });
    }

    private static final Set<String> CLOCKS = Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            ZonedDateTime.class.getName(),
            java.time.LocalTime.class.getName(),
            java.time.OffsetDateTime.class.getName(),
            java.time.Year.class.getName(),
            java.time.YearMonth.class.getName());

    private static boolean asksTheMachine(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        boolean now = CLOCKS.contains(owner) && method.equals("now");
        boolean clock = owner.equals(Clock.class.getName()) && method.startsWith("system");
        boolean millis = owner.equals(System.class.getName()) && method.equals("currentTimeMillis");
        boolean date = owner.equals(java.util.Date.class.getName()) && method.equals("<init>");
        return now || clock || millis || date;
    }

    private static ArchRule nowComesFromTheClock() {
        return classes()
                .that()
                .doNotBelongToAnyOf(PortalClock.class)
                .should(new ArchCondition<>("take now from the injected clock") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMethodCallsFromSelf().stream()
                                .filter(ArchitectureTest::asksTheMachine)
                                .forEach(
                                        call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                    }
                });
    }

    private static void assertHolds(ArchRule rule) {
        assertThat(rule.evaluate(PORTAL).getFailureReport().getDetails()).isEmpty();
    }

    private static void assertFails(ArchRule rule, String... culprits) {
        List<String> details =
                rule.evaluate(DELIBERATELY_WRONG).getFailureReport().getDetails();
        for (String culprit : culprits) {
            assertThat(details).as(rule.getDescription()).anyMatch(detail -> detail.contains(culprit));
        }
    }

    @Test
    void has_every_feature_of_the_list_and_no_other() {
        Set<String> found = new TreeSet<>();
        PORTAL.forEach(type -> found.add(feature(ROOT, type)));
        assertThat(found).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
    }

    @Test
    void lets_nobody_import_in_a_circle() {
        MAY_IMPORT.forEach((feature, below) -> below.forEach(other -> assertThat(MAY_IMPORT.get(other))
                .as("%s and %s", feature, other)
                .isNotNull()
                .doesNotContain(feature)));
    }

    @Test
    void imports_run_one_way() {
        assertHolds(importsRunOneWay(ROOT));
    }

    @Test
    void sees_an_import_that_runs_the_other_way() {
        assertFails(importsRunOneWay(WRONG), "shared imports kommune", "kommune imports registration");
    }

    @Test
    void nobody_imports_the_web_of_another_feature() {
        assertHolds(nobodyImportsAnothersWeb(ROOT));
    }

    @Test
    void sees_an_import_of_a_foreign_web_and_of_the_own_one_from_below() {
        assertFails(
                nobodyImportsAnothersWeb(WRONG),
                "wrong.kommune.web.ImportsForeignWeb",
                "wrong.registration.ImportsItsOwnWeb");
    }

    @Test
    void pages_and_resources_hold_no_transaction() {
        assertHolds(pagesAndResourcesHoldNoTransaction());
    }

    @Test
    void sees_a_page_and_a_resource_with_a_transaction() {
        assertFails(pagesAndResourcesHoldNoTransaction(), "TransactionalPages", "TransactionalMethodResource");
    }

    @Test
    void names_say_what_things_are() {
        assertHolds(namesSayWhatThingsAre());
    }

    @Test
    void sees_a_name_that_says_nothing() {
        assertFails(namesSayWhatThingsAre(), "KommuneService", "SeminarHelper");
    }

    @Test
    void now_comes_from_the_clock() {
        assertHolds(nowComesFromTheClock());
    }

    @Test
    void sees_who_asks_the_machine_for_the_time() {
        assertFails(
                nowComesFromTheClock(), "Instant.now", "LocalDate.now", "Clock.systemUTC", "System.currentTimeMillis");
    }
}
