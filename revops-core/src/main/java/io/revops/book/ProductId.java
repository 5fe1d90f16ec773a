package io.revops.book;

/** The id of a product, as its source system writes it. */
public record ProductId(String value) implements FactId {
    public ProductId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
