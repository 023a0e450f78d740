package org.schoolcollab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words that differ are marked; all others stand as they were typed, markup too. */
class WordDifferenceTest {

    private static String html(com.vaadin.flow.component.Component component) {
        return component.getElement().getOuterHTML();
    }

    @Test
    void marksTheWordsThatDifferAndNoOthers() {
        String before = "Cover for twelve days";
        String after = "Cover for ten whole days";
        assertThat(html(WordDifference.before(before, after))).contains("Cover for <del>twelve </del>days");
        assertThat(html(WordDifference.after(before, after))).contains("Cover for <ins>ten whole </ins>days");
    }

    @Test
    void aTextThatIsNewIsMarkedAsAWhole() {
        assertThat(html(WordDifference.after("", "Two words"))).contains("<ins>Two words</ins>");
        assertThat(WordDifference.before("", "Two words").getElement().getTextRecursively())
                .isEmpty();
    }

    @Test
    void equalTextsAreNotMarked() {
        assertThat(html(WordDifference.after("Two words", "Two words"))).doesNotContain("<ins>");
    }

    @Test
    void nothingOfTheTextIsLostWhateverItHolds() {
        String before = " <b>Ŵy</b>  two\n\nlines ";
        String after = "<b>Ŵy</b> 📚 \t three";
        assertThat(WordDifference.before(before, after).getElement().getTextRecursively())
                .isEqualTo(before);
        assertThat(WordDifference.after(before, after).getElement().getTextRecursively())
                .isEqualTo(after);
        assertThat(html(WordDifference.after(before, after))).contains("&lt;b&gt;");
    }
}
