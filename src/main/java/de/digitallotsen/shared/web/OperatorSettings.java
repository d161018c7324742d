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
}
