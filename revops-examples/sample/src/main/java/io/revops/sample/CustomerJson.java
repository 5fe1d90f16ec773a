package io.revops.sample;

import io.revops.sample.Account.Link;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer as the billing API writes it; most carry the CRM's account id in their metadata. */
final class CustomerJson {
    private CustomerJson() {}

    static Map<String, @Nullable Object> of(Account account, Instant created) {
        return Json.object(
                "id", account.customerId(),
                "object", "customer",
                "created", created.getEpochSecond(),
                "name", account.name(),
                "email", account.email(),
                "currency", account.currency().code(),
                "address", Json.object("country", account.country()),
                "metadata",
                        account.link() == Link.METADATA
                                ? Json.object("crm_account_id", account.crmId())
                                : Json.object());
    }
}
