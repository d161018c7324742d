package de.digitallotsen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
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
     * Which features a feature imports, in Java or inside SQL; every feature stands here, and no other exists.
     * Everybody may import shared. Nothing stands here that nobody uses.
     */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("kommune", Set.of()),
            Map.entry("account", Set.of("kommune", "programme")),
            Map.entry("audit", Set.of("account", "programme")),
            Map.entry("paper", Set.of()),
            Map.entry("programme", Set.of()),
            Map.entry("places", Set.of("kommune", "programme")),
            Map.entry("budget", Set.of("kommune", "programme")),
            Map.entry("seminar", Set.of("kommune", "programme")),
            Map.entry("registration", Set.of("kommune", "programme", "places", "budget", "seminar")),
            Map.entry("document", Set.of("kommune", "programme", "seminar", "registration", "paper")),
            Map.entry("claim", Set.of("kommune", "programme", "budget", "registration", "paper")),
            Map.entry("proof", Set.of("kommune", "programme", "budget", "registration", "paper", "claim")),
            Map.entry("mail", Set.of("registration")),
            Map.entry("privacy", Set.of("paper")),
            Map.entry(
                    "notification",
                    Set.of(
                            "kommune",
                            "account",
                            "programme",
                            "budget",
                            "claim",
                            "seminar",
                            "registration",
                            "mail",
                            "proof")),
            Map.entry("report", Set.of("kommune", "programme", "places", "budget", "claim", "seminar", "registration")),
            Map.entry("settings", Set.of("programme", "places", "budget", "seminar", "registration", "report")),
            Map.entry(
                    "start",
                    Set.of(
                            "kommune",
                            "account",
                            "audit",
                            "programme",
                            "budget",
                            "claim",
                            "seminar",
                            "registration",
                            "notification",
                            "settings")));

    /** Who opens transactions besides use cases. Nothing stands here that opens none. */
    private static final Set<String> OPEN_TRANSACTIONS = Set.of(
            "de.digitallotsen.shared.Foresight",
            "de.digitallotsen.shared.KeptEntries",
            "de.digitallotsen.shared.Throttle",
            "de.digitallotsen.account.Sessions",
            "de.digitallotsen.audit.AuditChain",
            "de.digitallotsen.mail.Deliveries",
            "de.digitallotsen.proof.ProofFacts",
            "de.digitallotsen.notification.MailMetrics",
            "de.digitallotsen.registration.CheckFacts",
            "de.digitallotsen.registration.DryRunBrake",
            "de.digitallotsen.registration.PreviewChange",
            "de.digitallotsen.registration.PreviewMany",
            "de.digitallotsen.registration.PreviewRegistration",
            "de.digitallotsen.report.BudgetAudit",
            "de.digitallotsen.start.Rehearsal");

    /**
     * Who writes with templates although no browser asks: what is printed and what is mailed. Nothing stands here that
     * uses none.
     */
    private static final Set<String> WRITE_WITH_TEMPLATES = Set.of(
            "de.digitallotsen.claim.ClaimSheets",
            "de.digitallotsen.document.CertificateSheets",
            "de.digitallotsen.document.RegistrationSheets",
            "de.digitallotsen.document.SeminarSheets",
            "de.digitallotsen.notification.MailContent",
            "de.digitallotsen.notification.MailLayout",
            "de.digitallotsen.notification.MinistryLetters",
            "de.digitallotsen.notification.NsiLetters",
            "de.digitallotsen.notification.ParticipantLetters",
            "de.digitallotsen.notification.Prose",
            "de.digitallotsen.notification.StaffLetters",
            "de.digitallotsen.paper.Print",
            "de.digitallotsen.privacy.PersonSheets",
            "de.digitallotsen.proof.ProofSheets");

    /** The warm-up rehearses on rows of its own, in a transaction that it rolls back. */
    private static final Set<String> WRITE_OTHERS_TABLES = Set.of("Rehearsal");

    private static final int LONGEST_LINE = 120;

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

    private static boolean opensTransactions(JavaClass type) {
        boolean asks = type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getName())
                .anyMatch(name -> name.equals(Transactional.class.getName())
                        || name.startsWith("io.quarkus.narayana.jta.QuarkusTransaction")
                        || name.equals("jakarta.transaction.UserTransaction"));
        return asks && !type.isAnnotatedWith(UseCase.class) && !type.getName().equals(UseCase.class.getName());
    }

    /** Outside {@code web} no page is made and nothing of HTTP is known. */
    private static boolean makesPages(JavaClass type) {
        return !isWeb(type)
                && type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getPackageName())
                        .anyMatch(name -> name.startsWith("io.quarkus.qute") || name.startsWith("jakarta.ws.rs"));
    }

    /** The classes of which something is true; a nested class counts as the one it stands in. */
    private static Set<String> outermost(JavaClasses classes, Predicate<JavaClass> condition) {
        return classes.stream()
                .filter(condition)
                .map(type -> type.getName().replaceFirst("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ArchRule useCasesStandBelowWeb() {
        return noClasses().that().resideInAPackage("..web").should().beAnnotatedWith(UseCase.class);
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
        assertThat(circles(MAY_IMPORT)).isEmpty();
    }

    @Test
    void sees_a_circle_of_any_length() {
        assertThat(circles(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a"), "d", Set.of("a"))))
                .containsExactly("a", "b", "c");
    }

    /** Every feature that reaches itself. */
    private static Set<String> circles(Map<String, Set<String>> imports) {
        Set<String> found = new TreeSet<>();
        for (String start : imports.keySet()) {
            Set<String> reached = new TreeSet<>();
            Deque<String> next = new ArrayDeque<>(imports.get(start));
            while (!next.isEmpty()) {
                String feature = next.pop();
                if (reached.add(feature)) {
                    next.addAll(imports.getOrDefault(feature, Set.of()));
                }
            }
            if (reached.contains(start)) {
                found.add(start);
            }
        }
        return found;
    }

    @Test
    void allows_no_import_that_nobody_uses() {
        Map<String, Set<String>> used = new TreeMap<>();
        MAY_IMPORT.keySet().forEach(feature -> used.put(feature, new TreeSet<>()));
        PORTAL.forEach(type -> type.getDirectDependenciesFromSelf()
                .forEach(dependency -> used.get(feature(ROOT, type)).add(feature(ROOT, dependency.getTargetClass()))));
        namesInSql().forEach(use -> used.get(use.feature()).add(use.owner()));
        used.forEach((feature, others) -> others.removeAll(List.of(feature, "shared", "")));
        assertThat(used).isEqualTo(new TreeMap<>(MAY_IMPORT));
    }

    private static List<SqlNames.Use> namesInSql() {
        return SqlNames.ofClassesIn(Path.of("target/classes/de/digitallotsen"));
    }

    @Test
    void imports_run_one_way_inside_sql() {
        assertThat(namesInSql()).filteredOn(use -> !mayName(use)).isEmpty();
    }

    private static boolean mayName(SqlNames.Use use) {
        boolean below = MAY_IMPORT.getOrDefault(use.feature(), Set.of()).contains(use.owner());
        return use.owner().equals(use.feature()) || use.owner().equals("shared") || below;
    }

    @Test
    void only_its_own_feature_writes_a_table() {
        assertThat(namesInSql().stream()
                        .filter(use -> use.writes() && !use.owner().equals(use.feature()))
                        .map(SqlNames.Use::type)
                        .collect(Collectors.toSet()))
                .isEqualTo(WRITE_OTHERS_TABLES);
    }

    @Test
    void sees_sql_that_names_what_stands_above_and_that_writes_what_is_not_its_own() {
        List<SqlNames.Use> wrong = SqlNames.ofClassesIn(Path.of("target/test-classes/de/digitallotsen/wrong"));
        assertThat(wrong).anyMatch(use -> use.name().equals("Registration") && !mayName(use));
        assertThat(wrong).anyMatch(use -> use.name().equals("registration") && use.writes());
    }

    @Test
    void knows_the_owner_of_every_table() throws IOException {
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            Set<String> created = migrations
                    .map(SqlNames::text)
                    .flatMap(sql -> SqlNames.CREATED.matcher(sql).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(SqlNames.OWNERS.keySet()).containsAll(created);
        }
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
    void nobody_opens_transactions_but_use_cases_and_those_of_the_list() {
        assertThat(outermost(PORTAL, ArchitectureTest::opensTransactions)).isEqualTo(new TreeSet<>(OPEN_TRANSACTIONS));
        assertHolds(useCasesStandBelowWeb());
    }

    @Test
    void sees_a_page_and_a_resource_with_a_transaction() {
        assertThat(outermost(DELIBERATELY_WRONG, ArchitectureTest::opensTransactions))
                .anyMatch(name -> name.endsWith("TransactionalPages"))
                .anyMatch(name -> name.endsWith("TransactionalMethodResource"));
        assertFails(useCasesStandBelowWeb(), "UseCasePages");
    }

    @Test
    void nobody_below_web_makes_pages_but_those_who_write_what_is_printed_or_mailed() {
        assertThat(outermost(PORTAL, ArchitectureTest::makesPages)).isEqualTo(new TreeSet<>(WRITE_WITH_TEMPLATES));
    }

    @Test
    void sees_who_makes_pages_below_web() {
        assertThat(outermost(DELIBERATELY_WRONG, ArchitectureTest::makesPages))
                .anyMatch(name -> name.endsWith("AnswersBelowWeb"));
    }

    /** Left of the margin of {@code palantir-java-format}; what it cannot break, people do. */
    @Test
    void lines_end_at_120() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .as(file.toString())
                            .allMatch(line -> line.length() <= LONGEST_LINE));
        }
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
