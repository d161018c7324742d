package de.digitallotsen;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which tables and entities the texts inside compiled classes name: an import that no compiler sees. */
final class SqlNames {

    private static final Map<String, String> BY_FEATURE = Map.ofEntries(
            Map.entry("shared", "kept_entry sign_in_failure submission"),
            Map.entry("kommune", "kommune register_upload Kommune RegisterUpload"),
            Map.entry(
                    "account",
                    "account_conflict account_use directory_identity invitation known_device password_reset"
                            + " recovery_code second_factor sign_in_challenge user_account user_session User"
                            + " UserSession Invitation PasswordReset SecondFactor"),
            Map.entry(
                    "audit",
                    "audit_entry audit_number audit_seal audit_seal_former audit_text AuditEntry AuditNumber"
                            + " AuditSeal"),
            Map.entry("programme", "cancellation_tier funding_period programme FundingPeriod Programme"),
            Map.entry("places", "place"),
            Map.entry("budget", "budget budget_counterpart budget_entry budget_warning BudgetEntry Counterpart"),
            Map.entry("seminar", "seminar seminar_day Seminar"),
            Map.entry(
                    "registration",
                    "attendance attendance_day participant registration registration_conflict registration_event"
                            + " Registration RegistrationEvent Participant"),
            Map.entry("document", "certificate Certificate"),
            Map.entry(
                    "claim",
                    "claim claim_act claim_counter claim_line claim_payment Claim ClaimHistoryEntry ClaimLine"
                            + " ClaimPayment"),
            Map.entry(
                    "proof",
                    "funding_plan funding_plan_year proof_acceptance proof_counter proof_of_use FundingPlan"
                            + " StoredAcceptance StoredProof"),
            Map.entry("mail", "outbox_mail OutboxMail"),
            Map.entry("privacy", "deletion_proof deletion_run deletion_turn DeletionRun"),
            Map.entry("notification", "mail_occasion MailOccasion"));

    /** Whose table or entity it is. */
    static final Map<String, String> OWNERS = owners();

    /** A table that a migration creates. */
    static final Pattern CREATED = Pattern.compile("(?i)create table (?:if not exists )?([a-z_]+)");

    private static final Pattern NAMED =
            Pattern.compile("\\b(from|join fetch|join|update|into) ([A-Za-z_]+)\\b(?!\\.)");

    /** What stands in the constant pool of a class file, by its tag (JVMS 4.4). */
    private static final int UTF8 = 1;

    private static final int STRING = 8;
    private static final Set<Integer> TWO_ENTRIES = Set.of(5, 6);
    /** Bytes after the tag; four where nothing else is said. */
    private static final Map<Integer, Integer> LENGTHS = Map.of(5, 8, 6, 8, 7, 2, 15, 3, 16, 2, 19, 2, 20, 2);

    private SqlNames() {}

    /**
     * A class names a table or an entity.
     *
     * @param feature of the class
     * @param owner the feature to which it belongs
     * @param writes it is changed, not only read
     */
    record Use(String type, String feature, String name, String owner, boolean writes) {}

    private static Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>();
        BY_FEATURE.forEach((owner, names) -> Stream.of(names.split(" ")).forEach(name -> owners.put(name, owner)));
        return owners;
    }

    static List<Use> ofClassesIn(Path folder) {
        Set<Use> uses = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                String feature = folder.relativize(file).getName(0).toString();
                String type = file.getFileName().toString().replaceFirst("(\\$.*)?\\.class$", "");
                texts(Files.readAllBytes(file)).forEach(text -> uses.addAll(uses(type, feature, text)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(uses);
    }

    private static List<Use> uses(String type, String feature, String text) {
        List<Use> uses = new ArrayList<>();
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            String owner = OWNERS.get(named.group(2));
            if (owner != null) {
                boolean deletes = text.substring(0, named.start()).endsWith("delete ");
                boolean writes = deletes || Set.of("update", "into").contains(named.group(1));
                uses.add(new Use(type, feature, named.group(2), owner, writes));
            }
        }
        return uses;
    }

    /** The texts that a class holds. */
    private static List<String> texts(byte[] classFile) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            in.skipNBytes(8);
            int number = in.readUnsignedShort();
            Map<Integer, String> words = new HashMap<>();
            List<Integer> texts = new ArrayList<>();
            for (int i = 1; i < number; i++) {
                int tag = in.readUnsignedByte();
                if (tag == UTF8) {
                    words.put(i, in.readUTF());
                } else if (tag == STRING) {
                    texts.add(in.readUnsignedShort());
                } else {
                    in.skipNBytes(LENGTHS.getOrDefault(tag, 4));
                    i += TWO_ENTRIES.contains(tag) ? 1 : 0;
                }
            }
            return texts.stream().map(words::get).toList();
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
