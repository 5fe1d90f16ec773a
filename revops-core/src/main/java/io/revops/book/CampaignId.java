package io.revops.book;

/** The id of a campaign, as its source system writes it. */
public record CampaignId(String value) implements FactId {
    public CampaignId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
