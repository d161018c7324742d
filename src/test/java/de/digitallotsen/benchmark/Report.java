package de.digitallotsen.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints figures as they come, with the aims, and says at the end which aims were met. */
final class Report {

    private final List<String> verdicts = new ArrayList<>();

    void title(String text) {
        System.out.printf("%n== %s%n", text);
    }

    void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, "   " + format + "%n", values);
    }

    void atMost(String what, double value, double aim, String unit) {
        aim(what, value, "<=", aim, unit, value <= aim);
    }

    void atLeast(String what, double value, double aim, String unit) {
        aim(what, value, ">=", aim, unit, value >= aim);
    }

    void isTrue(String what, boolean holds) {
        verdict("%-70s %s".formatted(what, holds ? "yes" : "NO"), holds);
    }

    private void aim(String what, double value, String sign, double aim, String unit, boolean met) {
        verdict(String.format(Locale.ROOT, "%-70s %10.3f %s (aim %s %s)", what, value, unit, sign, aim), met);
    }

    private void verdict(String text, boolean met) {
        String line = (met ? "met    " : "MISSED ") + text;
        verdicts.add(line);
        System.out.println("   " + line);
    }

    void summary() {
        title("Aims");
        verdicts.forEach(line -> System.out.println("   " + line));
    }

    /** The middle one; of an even number the mean of the two in the middle. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
