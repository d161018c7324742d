package de.digitallotsen.shared.web;

import de.digitallotsen.shared.PortalSettings;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Gives the portal a public address for the rest of a test: then it is in production. */
@Singleton
public class PublicAddress {

    @Inject
    PortalSettings settings;

    @Inject
    OperatorSettings operator;

    /** Without a slash at its end. */
    public void configure(String address) {
        QuarkusMock.installMockForType(new Configured(settings, operator, address), PublicInformation.class);
    }

    private static final class Configured extends PublicInformation {
        private final String address;

        private Configured(PortalSettings settings, OperatorSettings operator, String address) {
            super(settings, operator);
            this.address = address;
        }

        @Override
        public boolean isPublic() {
            return true;
        }

        @Override
        public String publicUrl() {
            return address;
        }
    }
}
