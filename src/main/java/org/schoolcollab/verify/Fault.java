package org.schoolcollab.verify;

/**
 * Something that is not as it was written.
 *
 * @param table the table it shows in
 * @param chain the stream or envelope, or the id of the row where there is no chain
 * @param position in the chain, counted from 1; 0 where it concerns the chain as a whole
 */
public record Fault(String table, String chain, long position, String reason) {

    @Override
    public String toString() {
        return table + "  " + (chain.isEmpty() ? "-" : chain) + "  " + (position == 0 ? "-" : Long.toString(position))
                + "  " + reason;
    }
}
