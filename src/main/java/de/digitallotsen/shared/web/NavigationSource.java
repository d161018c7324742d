package de.digitallotsen.shared.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import de.digitallotsen.shared.Role;

/**
 * A feature that has pages of its own to go to. The frame around every page asks all of them and knows none of them.
 */
public interface NavigationSource {

    /** Ways of one kind, in the menu under one heading. */
    enum Group {
        MONEY("Förderung"),
        ADMINISTRATION("Verwaltung");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * A main way.
     *
     * @param position in the order of all ways, ascending
     * @param label as people read it
     * @param href where it leads; what lies below belongs to it
     * @param group under which it stands, or null if it stands for itself
     * @param roles who may go there, and with them whoever may read the same; none means visitors who have not signed
     *     in
     */
    record Way(int position, String label, String href, Group group, Set<Role> roles) {

        public static Way forRoles(int position, String label, String href, Role... roles) {
            return new Way(position, label, href, null, Set.copyOf(Arrays.asList(roles)));
        }

        /** The same below a heading, so that the menu keeps to one line. */
        public Way below(Group heading) {
            return new Way(position, label, href, heading, roles);
        }

        public static Way forVisitors(int position, String label, String href) {
            return new Way(position, label, href, null, Set.of());
        }

        /** @param role null for visitors */
        boolean isFor(Role role) {
            return role == null ? roles.isEmpty() : roles.stream().anyMatch(role::readsAs);
        }
    }

    List<Way> ways();
}
