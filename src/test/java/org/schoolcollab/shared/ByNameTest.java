package org.schoolcollab.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ByNameTest {

    @Test
    void numbersCountByTheirValue() {
        assertThat(sorted("School 10", "School 2", "School 1", "school 2 North", "School 02"))
                .containsExactly("School 1", "School 02", "School 2", "school 2 North", "School 10");
    }

    @Test
    void lettersCountBeforeTheirCase() {
        assertThat(sorted("St Mary", "st Anne", "Ash", "ash", ""))
                .containsExactly("", "Ash", "ash", "st Anne", "St Mary");
    }

    @Test
    void aNumberOfAnyLengthIsOne() {
        assertThat(sorted("7" + "0".repeat(40), "9", "A")).containsExactly("9", "7" + "0".repeat(40), "A");
    }

    private static List<String> sorted(String... names) {
        return List.of(names).stream().sorted(ByName.ORDER).toList();
    }
}
