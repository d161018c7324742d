package de.digitallotsen.kommune;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who acts for a Kommune; the account side answers. */
public interface KommuneAccounts {

    /**
     * „Petra Langner, personal@langenhagen.example“ of every account, by ARS; a Kommune without accounts is missing.
     */
    Map<String, List<String>> of(Collection<String> ars);
}
