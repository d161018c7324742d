package de.digitallotsen.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import de.digitallotsen.kommune.KommuneType;
import de.digitallotsen.shared.Percentage;

/**
 * Who of the Kommunen that may take part does. A Kommune takes part with its first confirmed or attended registration
 * in the programme, or with a place that it used in an earlier period; who only waits does not yet.
 *
 * @param kommunen all that may take part, by name
 */
public record Coverage(List<Member> kommunen) {

    /**
     * One Kommune that may take part.
     *
     * @param regionAgs its Landkreis, Region or kreisfreie Stadt
     * @param persons confirmed or attended registrations
     * @param waiting registrations on a waiting list
     * @param earlier places used in earlier periods
     */
    public record Member(
            String ars,
            String name,
            KommuneType type,
            String regionAgs,
            int population,
            int persons,
            int waiting,
            int earlier) {
        /** True with the first person who has a seat, or had one earlier. */
        public boolean takesPart() {
            return persons > 0 || earlier > 0;
        }

        /** By its inhabitants. */
        public SizeClass size() {
            return SizeClass.of(population);
        }
    }

    /**
     * The Kommunen of a region, a type or a size.
     *
     * @param key AGS of the region, or name of type or size
     * @param eligible how many may take part
     * @param takingPart how many of them do
     * @param persons confirmed or attended registrations
     * @param earlier places used in earlier periods
     */
    public record Group(String key, int eligible, int takingPart, int persons, int earlier) {
        static Group of(String key, List<Member> members) {
            return new Group(
                    key,
                    members.size(),
                    (int) members.stream().filter(Member::takesPart).count(),
                    members.stream().mapToInt(Member::persons).sum(),
                    members.stream().mapToInt(Member::earlier).sum());
        }

        /** Those that may take part and do not. */
        public int missing() {
            return eligible - takingPart;
        }

        /** How many of a hundred, and one digit; 0 where nobody may. */
        public Percentage percent() {
            return Percentage.of(takingPart, eligible);
        }

        /** One of five: nobody; up to a quarter; up to a half; up to three quarters; more. */
        public int shade() {
            return takingPart == 0 ? 1 : Math.min(5, 2 + (takingPart * 4 - 1) / eligible);
        }
    }

    /** All of them. */
    public Group total() {
        return Group.of("", kommunen);
    }

    /** By Landkreis, Region and kreisfreie Stadt, by key. */
    public List<Group> byRegion() {
        List<Group> groups = new ArrayList<>(grouped(Member::regionAgs).values());
        groups.sort(Comparator.comparing(Group::key));
        return groups;
    }

    /** By type, in the order of the register; types that may not take part are missing. */
    public List<Group> byType() {
        Map<String, Group> groups = grouped(member -> member.type().name());
        return Arrays.stream(KommuneType.values())
                .filter(KommuneType::isEligible)
                .map(type -> groups.getOrDefault(type.name(), Group.of(type.name(), List.of())))
                .toList();
    }

    /** By number of inhabitants, the smallest first. */
    public List<Group> bySize() {
        Map<String, Group> groups = grouped(member -> member.size().name());
        return Arrays.stream(SizeClass.values())
                .map(size -> groups.getOrDefault(size.name(), Group.of(size.name(), List.of())))
                .toList();
    }

    private Map<String, Group> grouped(Function<Member, String> key) {
        Map<String, List<Member>> members = new LinkedHashMap<>();
        kommunen.forEach(member -> members.computeIfAbsent(key.apply(member), none -> new ArrayList<>())
                .add(member));
        Map<String, Group> groups = new LinkedHashMap<>();
        members.forEach((name, list) -> groups.put(name, Group.of(name, list)));
        return groups;
    }

    /** Which Kommunen; null means no limit. */
    public record Filter(String regionAgs, KommuneType type, SizeClass size, Boolean takesPart) {
        boolean matches(Member member) {
            return (regionAgs == null || regionAgs.equals(member.regionAgs()))
                    && (type == null || type == member.type())
                    && (size == null || size == member.size())
                    && (takesPart == null || takesPart == member.takesPart());
        }
    }

    /** The Kommunen that match, by name. */
    public List<Member> find(Filter filter) {
        return kommunen.stream().filter(filter::matches).toList();
    }
}
