package de.digitallotsen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.kommune.KommuneType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {

    private static Coverage.Member member(
            String region, KommuneType type, int population, int persons, int waiting, int earlier) {
        return new Coverage.Member("ars", "Name", type, region, population, persons, waiting, earlier);
    }

    @Test
    void who_waits_does_not_take_part_yet_and_who_did_earlier_does() {
        assertThat(member("03241", KommuneType.SAMTGEMEINDE, 1, 0, 1, 0).takesPart())
                .isFalse();
        assertThat(member("03241", KommuneType.SAMTGEMEINDE, 1, 0, 0, 1).takesPart())
                .isTrue();
        assertThat(member("03241", KommuneType.SAMTGEMEINDE, 1, 2, 0, 0).takesPart())
                .isTrue();
    }

    @Test
    void adds_up_by_region_type_and_size_to_the_same() {
        Coverage coverage = new Coverage(List.of(
                member("03241", KommuneType.REGION, 1_200_000, 1, 0, 0),
                member("03241", KommuneType.EINHEITSGEMEINDE, 9_999, 0, 0, 2),
                member("03101", KommuneType.KREISFREIE_STADT, 100_000, 0, 1, 0),
                member("03351", KommuneType.SAMTGEMEINDE, 10_000, 2, 0, 0)));
        assertThat(coverage.total()).isEqualTo(new Coverage.Group("", 4, 3, 3, 2));
        assertThat(coverage.byRegion())
                .containsExactly(
                        new Coverage.Group("03101", 1, 0, 0, 0),
                        new Coverage.Group("03241", 2, 2, 1, 2),
                        new Coverage.Group("03351", 1, 1, 2, 0));
        assertThat(coverage.byType())
                .extracting(Coverage.Group::key)
                .containsExactly("EINHEITSGEMEINDE", "KREISFREIE_STADT", "SAMTGEMEINDE", "LANDKREIS", "REGION");
        assertThat(coverage.bySize()).extracting(Coverage.Group::eligible).containsExactly(0, 1, 1, 0, 0, 2);
        for (List<Coverage.Group> groups : List.of(coverage.byRegion(), coverage.byType(), coverage.bySize())) {
            assertThat(groups.stream().mapToInt(Coverage.Group::eligible).sum()).isEqualTo(4);
            assertThat(groups.stream().mapToInt(Coverage.Group::takingPart).sum())
                    .isEqualTo(3);
            assertThat(groups.stream().mapToInt(Coverage.Group::persons).sum()).isEqualTo(3);
        }
        assertThat(coverage.find(new Coverage.Filter(null, null, null, false))).hasSize(1);
        assertThat(coverage.find(new Coverage.Filter("03241", KommuneType.REGION, SizeClass.FROM_100000, true)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8, 1, 0",
        "1, 8, 2, 125",
        "2, 8, 2, 250",
        "3, 8, 3, 375",
        "4, 8, 3, 500",
        "5, 8, 4, 625",
        "6, 8, 4, 750",
        "7, 8, 5, 875",
        "8, 8, 5, 1000",
        "1, 1, 5, 1000",
        "1, 3, 3, 333",
        "2, 3, 4, 667",
        "0, 1, 1, 0"
    })
    void has_five_shades(int takingPart, int eligible, int shade, int tenths) {
        Coverage.Group group = new Coverage.Group("k", eligible, takingPart, 0, 0);
        assertThat(group.shade()).isEqualTo(shade);
        assertThat(group.percent().tenths()).isEqualTo(tenths);
    }

    @Test
    void the_map_has_the_45_regions_inside_its_frame() {
        CountyMap map = new CountyMap();
        assertThat(map.regions()).hasSize(45);
        assertThat(map.name("03241")).isEqualTo("Region Hannover");
        assertThat(map.name("03402")).isEqualTo("Stadt Emden");
        assertThat(map.name("03351")).isEqualTo("Landkreis Celle");
        List<String> outside = new ArrayList<>();
        map.regions().forEach(region -> {
            assertThat(region.x()).isBetween(0, 1000);
            assertThat(region.y()).isBetween(0, CountyMap.height());
            for (String corner : region.path().replaceAll("[MZ]", "L").split("L+")) {
                String[] xy = corner.isEmpty() ? new String[] {"0", "0"} : corner.split(" ");
                if (Integer.parseInt(xy[0]) < 0
                        || Integer.parseInt(xy[0]) > 1000
                        || Integer.parseInt(xy[1]) < 0
                        || Integer.parseInt(xy[1]) > CountyMap.height()) {
                    outside.add(region.name() + " " + corner);
                }
            }
        });
        assertThat(outside).isEmpty();
    }
}
