package planted.ledger;

/** Money that loses pennies. */
class FloatingPointMoney {
    double pounds;

    long half(long pence) {
        return Math.round(pence * pounds);
    }
}
