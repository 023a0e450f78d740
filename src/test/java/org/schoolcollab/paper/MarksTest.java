package org.schoolcollab.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shell.WordDifference.Kind;
import org.schoolcollab.shell.WordDifference.Run;

/** What is new and what is gone, in the text of a paper. */
class MarksTest {

    private static String of(String text, Kind... kinds) {
        return Marks.runs(text).stream()
                .filter(run -> Set.of(kinds).contains(run.kind()))
                .map(Run::text)
                .collect(Collectors.joining());
    }

    @Test
    void bothTextsCanBeReadFromOne() {
        String marked = Marks.between("Cover for twelve days", "Cover for ten whole days");
        assertThat(of(marked, Kind.SAME, Kind.NEW)).isEqualTo("Cover for ten whole days");
        assertThat(of(marked, Kind.SAME, Kind.GONE)).isEqualTo("Cover for twelve days");
        assertThat(of(marked, Kind.GONE)).isEqualTo("twelve ");
    }

    @Test
    void wordsThatMeetAtTheEndStandApart() {
        assertThat(Marks.runs(Marks.between("Ten days.", "Two weeks.")))
                .containsExactly(
                        new Run(Kind.GONE, "Ten days."), new Run(Kind.SAME, " "), new Run(Kind.NEW, "Two weeks."));
    }

    @Test
    void whatWasNotChangedIsNotMarked() {
        assertThat(Marks.isMarked(Marks.between("Same", "Same"))).isFalse();
        assertThat(Marks.added("")).isEmpty();
        assertThat(Marks.removed("")).isEmpty();
    }

    @Test
    void nobodyTypesAMark() {
        String planted = Marks.added("Planted");
        assertThat(Texts.clean(planted)).isEqualTo("Planted");
        assertThat(Marks.plain(planted)).isEqualTo("Planted");
        assertThat(Marks.runs(Marks.between(planted, planted))).containsExactly(new Run(Kind.SAME, "Planted"));
    }
}
