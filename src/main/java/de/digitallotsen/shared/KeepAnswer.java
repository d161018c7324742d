package de.digitallotsen.shared;

/** Keeps the answer to a submission after its act is committed, to give the same one again (R24). */
@UseCase
public class KeepAnswer {

    private final Submissions submissions;

    KeepAnswer(Submissions submissions) {
        this.submissions = submissions;
    }

    /** @param answer as it was written to the program */
    public void handle(long userId, String key, String answer) {
        submissions.keepAnswer(userId, key, answer);
    }
}
