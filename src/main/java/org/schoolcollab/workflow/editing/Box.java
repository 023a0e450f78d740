package org.schoolcollab.workflow.editing;

/** Where a shape is on the diagram, in pixels. */
record Box(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middle() {
        return x + width / 2;
    }

    double centre() {
        return y + height / 2;
    }

    Box moved(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    Box grown(double margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    boolean holds(Box other) {
        return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
    }

    /** The same with the axes exchanged, so that what is written for rows holds for columns. */
    Box turned() {
        return new Box(y, x, height, width);
    }

    /** Whether a point is on the edge, give or take a pixel. */
    boolean isOnEdge(Spot spot) {
        Box outer = grown(1.5);
        Box inner = grown(-1.5);
        return outer.contains(spot) && !inner.contains(spot);
    }

    private boolean contains(Spot spot) {
        return spot.x() >= x && spot.x() <= right() && spot.y() >= y && spot.y() <= bottom();
    }

    /** A point of a way. */
    record Spot(double x, double y) {

        Spot turned() {
            return new Spot(y, x);
        }
    }
}
