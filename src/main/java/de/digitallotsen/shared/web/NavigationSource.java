package de.digitallotsen.shared.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import de.digitallotsen.shared.Role;

/**
 * A feature that has pages of its own to go to. The frame around every page asks all of them and knows none of them.
 */
public interface NavigationSource {

    /**
     * A main way.
     *
     * @param position in the order of all ways, ascending
     * @param label as people read it
     * @param href where it leads; what lies below belongs to it
     * @param roles who may go there, and with them whoever may read the same; none means visitors who have not signed
     *     in
     */
    record Way(int position, String label, String href, Set<Role> roles) {

        public static Way forRoles(int position, String label, String href, Role... roles) {
            return new Way(position, label, href, Set.copyOf(Arrays.asList(roles)));
        }

        public static Way forVisitors(int position, String label, String href) {
            return new Way(position, label, href, Set.of());
        }

        /** @param role null for visitors */
        boolean isFor(Role role) {
            return role == null ? roles.isEmpty() : roles.stream().anyMatch(role::readsAs);
        }
    }

    List<Way> ways();
}
