package de.digitallotsen.shared.web;

import io.smallrye.config.ConfigMapping;

/**
 * Who runs the portal, for the Impressum; as long as {@link PublicInformation#PLACEHOLDER} stands somewhere, it is not
 * for the public.
 */
@ConfigMapping(prefix = "digitallotsen.operator")
interface OperatorSettings {

    /** The name of the institution. */
    String name();

    /** Its postal address, in one line. */
    String address();

    /** Who may sign for it. */
    String representedBy();

    /** For questions, and where answers to mails go. */
    String email();

    /** As it is dialled. */
    String phone();

    /** How to reach the data protection officer. */
    String dataProtectionOfficer();

    /** Who answers for what the pages say (§ 18 Abs. 2 MStV), with an address. */
    String responsibleForContent();

    /** Register, court and number of the institution, and its tax number where it has one (§ 5 DDG). */
    String registerEntry();

    /** Who runs the machines on its behalf (Art. 28 DSGVO); „niemand“ if it does so itself. */
    String processor();

    /** Whom to complain to about data protection. */
    String supervisoryAuthority();

    /** The conciliation body for accessibility (§ 9d NBGG), with how to reach it. */
    String conciliationBody();

    /** „vollständig“, „teilweise“ or „nicht“: how far the portal is accessible (§ 9b NBGG). */
    String accessibilityConformity();

    /** On which day, and how, that was found out. */
    String accessibilityReview();
}
