package org.schoolcollab.bid;

/** In which direction a measure gets better. */
public enum BetterWhen {
    MORE,
    LESS
}
