package org.schoolcollab.workflow.dryrun;

import java.util.ArrayList;
import java.util.List;

/** Gives the answers that one move of a made-up bid needs: those it was told, then the first of each, and knows what else there was. */
final class Answers {

    private final List<Integer> told;
    private final List<Integer> given = new ArrayList<>();
    private final List<List<Integer>> others = new ArrayList<>();
    private final List<Path.Otherwise> otherwise = new ArrayList<>();

    Answers(List<Integer> told) {
        this.told = told;
    }

    /** One of these. */
    String choose(String name, List<String> options) {
        int place = given.size();
        int chosen = place < told.size() ? told.get(place) : 0;
        if (place >= told.size()) {
            List<List<Integer>> here = new ArrayList<>();
            for (int other = 1; other < options.size(); other++) {
                List<Integer> instead = new ArrayList<>(given);
                instead.add(other);
                here.add(List.copyOf(instead));
            }
            others.addAll(0, here);
        }
        given.add(chosen);
        if (chosen > 0) {
            otherwise.add(new Path.Otherwise(name, options.get(chosen)));
        }
        return options.get(chosen);
    }

    /** Something came between that nobody was asked about. */
    void cameBetween(String name, String what) {
        otherwise.add(new Path.Otherwise(name, what));
    }

    List<Integer> given() {
        return List.copyOf(given);
    }

    /** What could have been answered otherwise and was not told, the last question first. */
    List<List<Integer>> others() {
        return others;
    }

    List<Path.Otherwise> otherwise() {
        return List.copyOf(otherwise);
    }
}
