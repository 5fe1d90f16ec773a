/**
 * Territories: who looks after which account, evenly, on short ways, and close to what is there today.
 *
 * <p>{@link io.revops.forecast.territory.TerritoryPlanner} draws {@link io.revops.forecast.territory.Territories}, or tells which limits
 * cannot all be kept, with the smallest change that would do. Every move has its reason, every result a proven bound beside its cost.
 * {@link io.revops.forecast.territory.TerritoryReview} looks every quarter at what drifted,
 * {@link io.revops.forecast.territory.NewAccounts} gives out new accounts by rules. Nothing here knows a road: ways are as the crow
 * flies. In JShell:
 *
 * <pre>{@code
 * import io.revops.forecast.territory.*
 * import java.util.*
 * var reps = List.of(TerritoryRep.of("Ana").withHome(Place.of(52.52, 13.40)), TerritoryRep.of("Ben").withHome(Place.of(48.14, 11.58)))
 * TerritoryAccount account(String id, double potential, double north, double east) { return TerritoryAccount.of(id).with("potential", potential).withPlace(Place.of(north, east)); }
 * var accounts = List.of(account("acme", 90_000, 53.55, 9.99), account("bolt", 40_000, 51.34, 12.37), account("core", 70_000, 48.78, 9.18), account("dune", 60_000, 49.45, 11.08))
 * var today = Map.of("acme", "Ana", "bolt", "Ana", "core", "Ana", "dune", "Ben")
 * var planner = TerritoryPlanner.of("potential", "accounts").with(Travel.BY_PLACE)
 * var territories = planner.draw(accounts, reps, today).orElseThrow()
 * territories.explain("core")
 * NewAccounts.of(territories).give(List.of(account("east", 10_000, 51.05, 13.74)))
 * }</pre>
 */
@NullMarked
package io.revops.forecast.territory;

import org.jspecify.annotations.NullMarked;
