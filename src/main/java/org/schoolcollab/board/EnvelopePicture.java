package org.schoolcollab.board;

import org.schoolcollab.shared.Money;

/**
 * An envelope while a list is decided.
 *
 * @param given what the area was given in the round
 * @param left what may still be agreed
 * @param list what the items ask for that are not decided yet
 */
public record EnvelopePicture(String roundName, String areaCode, String areaName, Money given, Money left, Money list) {

    /** What is bound already. */
    public Money agreed() {
        return given.minus(left);
    }

    /** The same picture with another sum of the list. */
    public EnvelopePicture withList(Money sum) {
        return new EnvelopePicture(roundName, areaCode, areaName, given, left, sum);
    }
}
