package de.digitallotsen.account.web;

import java.util.List;

import de.digitallotsen.kommune.KommuneSearch;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.web.Choice;
import jakarta.inject.Singleton;

/** The Kommunen that personnel staff can belong to, for a form. */
@Singleton
class KommuneChoices {

    private static final int MOST = 500;

    private final KommuneSearch kommunen;

    KommuneChoices(KommuneSearch kommunen) {
        this.kommunen = kommunen;
    }

    /** What the form calls a Kommune; its code where it is none of those. */
    String nameOf(String ars) {
        return eligible(ars).stream()
                .filter(Choice::chosen)
                .map(Choice::label)
                .findFirst()
                .orElse(ars);
    }

    /** Every Kommune that may register people. */
    List<Choice> eligible(String chosen) {
        return kommunen.find(new KommuneSearch.Filter(null, null, true), new Page.Request(0, MOST)).items().stream()
                .map(k -> new Choice(k.ars(), k.displayName(), k.ars().equals(chosen)))
                .toList();
    }
}
