package app.ajar.print;

/**
 * A card with the type that lets its words fit.
 *
 * @param size in half points; 0 where nothing readable fits
 * @param smallLines how many lines the small print takes
 */
record PlacedCard(Card card, int size, int smallLines) {

    static PlacedCard of(Ruler ruler, CardFit fit, Card card) {
        return new PlacedCard(card, fit.size(ruler, card), fit.smallLines(ruler, card));
    }

    /** A card that no readable type fits. */
    static PlacedCard tooLong(Card card) {
        return new PlacedCard(card, 0, 0);
    }

    public boolean fits() {
        return size > 0;
    }
}
