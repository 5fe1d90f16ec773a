#!/usr/bin/env python3
"""An independent oracle for the sample company: recomputes its figures from the vendors' export files alone.

    python3 sample_oracle.py DATA_DIR > sample_oracle.json

Python 3 standard library only; it shares nothing with the Java code and does not read DATA_DIR/truth.
Exact arithmetic (fractions); a state is rounded once, half-even, to micro-units of its currency per year and
subscription item; a conversion is rounded once, half-even, to micro-units per item. All money in the output is an
integer of micro US dollars per year (MRR = value / 12 / 1,000,000), unless a key says otherwise.

Policy: the standard one (state basis, trial excluded, all active discounts, no tax, no usage, past due counts, unpaid
does not, pause_collection keeps, end in billing, 12 months = 52 weeks = 365 days a year, month value = close, closing
rate with its own fx row, grain account, reporting currency USD, zone UTC).

Decisions where files and policy were silent:
 * rows that DATA_DIR/README.md lists as wrong are left out whole (a deal of an unknown account, too); what the
   script finds by itself is listed under "left_out";
 * an event of a subscription that is not in subscriptions.json is left out;
 * a once coupon counts for one billing period from its start; a later snapshot of the same subscription without the
   discount ends it (never happens before its end in the sample);
 * events of one subscription in one second: the later id holds (the chain of previous_attributes is checked);
 * moment of closing of a deal: "deals" takes the first history row with the final stage (as its brief says);
   "deals_as_of_close" takes each deal as it stood at the close of the period, whatever happened to it later.
  "deals_last_entry" takes the first row of the last unbroken run in the final stage, which differs for deals that
   were closed lost, reopened and lost again.
"""
import bisect
import calendar
import csv
import json
import math
import os
import sys
from collections import defaultdict
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

MICRO = 1_000_000
ZERO_DECIMAL = set("bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf".split())
KNOWN_CURRENCIES = {"USD", "EUR", "GBP", "JPY"}
PUBLIC_MAIL = {"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "gmx.de",
               "gmx.net", "web.de", "aol.com", "proton.me", "protonmail.com", "postbox.example"}
FIRST_MONTH, LAST_MONTH = (2023, 1), (2025, 12)
Z95 = 1.959963984540054

left_out = []  # (file, what, why)


def half_even(x):
    """Round a Fraction to the nearest integer, ties to even (what Fraction.__round__ does, spelt out)."""
    x = Fraction(x)
    floor = x.numerator // x.denominator
    rest = x - floor
    if rest > Fraction(1, 2) or (rest == Fraction(1, 2) and floor % 2):
        floor += 1
    return floor


# ---------------------------------------------------------------- calendar

def add_months(t, n):
    """t: epoch seconds; same day of month n months on, clamped to the month's end."""
    d = datetime.fromtimestamp(t, timezone.utc)
    y, m = divmod(d.year * 12 + d.month - 1 + n, 12)
    m += 1
    return int(d.replace(year=y, month=m, day=min(d.day, calendar.monthrange(y, m)[1])).timestamp())


def month_start(ym):
    return int(datetime(ym[0], ym[1], 1, tzinfo=timezone.utc).timestamp())


def next_month(ym):
    return (ym[0] + 1, 1) if ym[1] == 12 else (ym[0], ym[1] + 1)


def previous_month(ym):
    return (ym[0] - 1, 12) if ym[1] == 1 else (ym[0], ym[1] - 1)


def months(first, last):
    m = first
    while m <= last:
        yield m
        m = next_month(m)


def label(ym):
    return "%04d-%02d" % ym


def instant(text):
    return int(datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


# ---------------------------------------------------------------- reading

class Data:
    pass


def load_json(path):
    with open(path, encoding="utf-8") as f:
        data = json.load(f, parse_float=Fraction)
    return data["data"] if isinstance(data, dict) else data


def load_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def read(root):
    d = Data()
    p = lambda *a: os.path.join(root, *a)
    d.customers = {c["id"]: c for c in load_json(p("stripe", "customers.json"))}
    d.products = {x["id"]: x["name"] for x in load_json(p("stripe", "products.json"))}
    d.coupons = {x["id"]: x for x in load_json(p("stripe", "coupons.json"))}
    d.prices = {x["id"]: x for x in load_json(p("stripe", "prices.json"))}
    d.subscriptions = {}
    for s in load_json(p("stripe", "subscriptions.json")):
        assert s["id"] not in d.subscriptions, s["id"]
        d.subscriptions[s["id"]] = s
    d.events = defaultdict(list)
    seen = {}
    with open(p("stripe", "events.jsonl"), encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            if not line.strip():
                continue
            try:
                e = json.loads(line, parse_float=Fraction)
            except ValueError:
                left_out.append(("stripe/events.jsonl", "line %d" % number, "no JSON"))
                continue
            if not e["type"].startswith("customer.subscription."):
                continue
            if e["id"] in seen:
                left_out.append(("stripe/events.jsonl", "line %d" % number, "event %s seen before" % e["id"]))
                assert e["data"] == seen[e["id"]]["data"] and e["created"] == seen[e["id"]]["created"]
                continue
            seen[e["id"]] = e
            sub = e["data"]["object"]["id"]
            if sub not in d.subscriptions:
                left_out.append(("stripe/events.jsonl", "line %d" % number, "unknown subscription " + sub))
                continue
            d.events[sub].append(e)
    d.crm = {a["Id"]: a for a in load_csv(p("salesforce", "Account.csv"))}
    d.users = {u["Id"]: u for u in load_csv(p("salesforce", "User.csv"))}
    d.links = {}
    for row in load_csv(p("links.csv")):
        b, c = row["billing_account_id"], row["crm_account_id"]
        if b not in d.customers or c not in d.crm:
            left_out.append(("links.csv", b, "unknown account"))
            continue
        assert b not in d.links
        d.links[b] = c
    d.rates = defaultdict(list)
    for row in load_csv(p("finance", "exchange_rates.csv")):
        assert row["quote"] == "USD"
        d.rates[row["base"].upper()].append((date.fromisoformat(row["date"]), Fraction(row["rate"])))
    for r in d.rates.values():
        r.sort()
    d.quotas = load_csv(p("finance", "quotas.csv"))
    read_deals(d, p)
    return d


def read_deals(d, p):
    d.history = defaultdict(list)
    d.deals = {}
    ids = set()
    rows = load_csv(p("salesforce", "Opportunity.csv"))
    for row in rows:
        ids.add(row["Id"])
    for row in load_csv(p("salesforce", "OpportunityHistory.csv")):
        if row["OpportunityId"] not in ids:
            left_out.append(("salesforce/OpportunityHistory.csv", row["Id"], "unknown deal"))
            continue
        d.history[row["OpportunityId"]].append(row)
    for h in d.history.values():
        h.sort(key=lambda r: (instant(r["CreatedDate"]), r["Id"]))
    for row in rows:
        why = None
        if row["Id"] in d.deals:
            assert d.deals[row["Id"]]["row"] == row
            why = "seen before"
        elif row["AccountId"] not in d.crm:
            why = "unknown account"
        elif row["CurrencyIsoCode"] not in KNOWN_CURRENCIES:
            why = "no currency"
        else:
            try:
                amount = Fraction(row["Amount"])
                close = date.fromisoformat(row["CloseDate"])
                if close < date.fromisoformat(row["CreatedDate"][:10]) and row["IsClosed"] == "true":
                    why = "closed before it was created"
            except ValueError:
                why = "no amount or no date"
        if why:
            left_out.append(("salesforce/Opportunity.csv", row["Id"], why))
            continue
        d.deals[row["Id"]] = {"row": row, "amount": amount, "close": close}


# ---------------------------------------------------------------- what a subscription item is worth

def decimal_of(o, name):
    if o.get(name + "_decimal") is not None:
        return Fraction(o[name + "_decimal"])
    return Fraction(o[name]) if o.get(name) is not None else None


def bill(price, quantity):
    """Price of one bill in minor units, before discounts."""
    q = Fraction(quantity)
    tq = price.get("transform_quantity")
    if tq:
        q = q / tq["divide_by"]
        q = Fraction(math.ceil(q) if tq["round"] == "up" else math.floor(q))
    if price["billing_scheme"] == "per_unit":
        return decimal_of(price, "unit_amount") * q
    tiers = price["tiers"]
    total, below = Fraction(0), Fraction(0)
    if price["tiers_mode"] == "volume":
        for t in tiers:
            if t["up_to"] is None or q <= t["up_to"]:
                return (decimal_of(t, "unit_amount") or 0) * q + (decimal_of(t, "flat_amount") or 0)
        raise ValueError("no tier")
    assert price["tiers_mode"] == "graduated"
    for i, t in enumerate(tiers):
        top = q if t["up_to"] is None else min(q, Fraction(t["up_to"]))
        if top > below or i == 0:
            total += (decimal_of(t, "unit_amount") or 0) * max(top - below, 0) + (decimal_of(t, "flat_amount") or 0)
        below = max(below, top)
    return total


def bills_per_year(price):
    r = price["recurring"]
    return Fraction({"year": 1, "month": 12, "week": 52, "day": 365}[r["interval"]], r["interval_count"])


def period_end(start, price):
    r = price["recurring"]
    n = r["interval_count"]
    if r["interval"] in ("month", "year"):
        return add_months(start, n * (12 if r["interval"] == "year" else 1))
    return start + n * 86400 * (7 if r["interval"] == "week" else 1)


def price_of(item):
    if item.get("price"):
        return item["price"]
    plan = item["plan"]  # older layout
    return {"id": plan["id"], "product": plan["product"], "currency": plan["currency"], "type": "recurring",
            "billing_scheme": plan.get("billing_scheme", "per_unit"), "unit_amount": plan.get("amount"),
            "unit_amount_decimal": plan.get("amount_decimal"), "tiers": plan.get("tiers"),
            "tiers_mode": plan.get("tiers_mode"), "transform_quantity": plan.get("transform_usage"),
            "recurring": {"interval": plan["interval"], "interval_count": plan["interval_count"],
                          "usage_type": plan.get("usage_type", "licensed")}}


def counted(item):
    price = price_of(item)
    return price["type"] == "recurring" and price["recurring"].get("usage_type", "licensed") != "metered"


def discounts_of(data, sub):
    """(discount, item id or None, coupon, start, end) of a snapshot, wherever the API version puts them."""
    found = []

    def take(x, item):
        if not isinstance(x, dict):
            return
        coupon = x.get("coupon") or (x.get("source") or {}).get("coupon")
        if isinstance(coupon, str):
            coupon = data.coupons[coupon]
        start = x["start"]
        ends = [x["end"]] if x.get("end") is not None else []
        if coupon["duration"] == "repeating":
            ends.append(add_months(start, coupon["duration_in_months"]))
        elif coupon["duration"] == "once":
            items = [i for i in sub["items"]["data"] if counted(i) and item in (None, i["id"])]
            ends.append(max(period_end(start, price_of(i)) for i in items))
        found.append((item or x.get("subscription_item"), coupon, start, min(ends) if ends else None))

    for x in sub.get("discounts") or []:
        take(x, None)
    if sub.get("discount"):
        take(sub["discount"], None)
    for item in sub["items"]["data"]:
        for x in item.get("discounts") or []:
            take(x, item["id"])
    return found


def counts(status):
    return status in ("active", "past_due")


def value_at(data, sub, t):
    """{item id: (product id, currency, micro-units per year)} of a snapshot at t, leaving out what is worth 0."""
    if not counts(sub["status"]):
        return {}
    if sub.get("trial_start") == sub["start_date"] and sub.get("trial_end") is not None and t < sub["trial_end"]:
        return {}
    items = [i for i in sub["items"]["data"] if counted(i)]
    net = {i["id"]: bill(price_of(i), i.get("quantity", 1)) for i in items}
    currency = {i["id"]: price_of(i)["currency"].lower() for i in items}
    active = [x for x in discounts_of(data, sub) if x[2] <= t and (x[3] is None or t < x[3])]
    for item_level in (True, False):
        group = [x for x in active if (x[0] is not None) == item_level]
        for x in group:
            if x[1].get("percent_off") is not None:
                for k in net:
                    if x[0] in (None, k) and applies(x[1], items, k):
                        net[k] -= net[k] * Fraction(x[1]["percent_off"]) / 100
        for x in group:
            if x[1].get("amount_off") is not None:
                ks = [k for k in net if x[0] in (None, k) and applies(x[1], items, k)
                      and currency[k] == x[1]["currency"].lower()]
                base = sum(net[k] for k in ks)
                if base > 0:
                    off = min(Fraction(x[1]["amount_off"]), base)
                    for k in ks:
                        net[k] -= off * net[k] / base
    if sum(net.values()) <= 0:
        return {}
    result = {}
    for i in items:
        k, price = i["id"], price_of(i)
        major = net[k] / (1 if currency[k] in ZERO_DECIMAL else 100)
        v = half_even(major * bills_per_year(price) * MICRO)
        if v:
            result[k] = (price["product"], currency[k].upper(), v)
    return result


def applies(coupon, items, k):
    only = (coupon.get("applies_to") or {}).get("products")
    return not only or any(i["id"] == k and price_of(i)["product"] in only for i in items)


def end_of(sub):
    if sub.get("ended_at") is not None:
        return sub["ended_at"]
    if sub.get("cancel_at") is not None:
        return sub["cancel_at"]
    if sub.get("cancel_at_period_end"):
        ends = [i["current_period_end"] for i in sub["items"]["data"] if i.get("current_period_end")]
        return min(ends) if ends else sub.get("current_period_end")
    return None


def with_previous(sub, previous):
    before = dict(sub)
    for k, v in previous.items():
        before[k] = v
    return before


def history_of(data, current):
    """[(instant, {item: (product, currency, micro)})] of a subscription, one entry for each change."""
    sid = current["id"]
    if any((i.get("quantity") or 0) < 0 for i in current["items"]["data"]):
        left_out.append(("stripe/subscriptions.json", sid, "negative quantity"))
        return []
    start, end = current["start_date"], end_of(current)
    if end is not None and end < start:
        left_out.append(("stripe/subscriptions.json", sid, "ends before it starts"))
        return []
    events = sorted(data.events[sid], key=lambda e: (e["created"], e["id"]))
    snapshots = []  # (from, object)
    if not events:
        now = dict(current)
        if now["status"] == "canceled":
            now["status"] = "active"  # unchanged since start, until it ended
        snapshots.append((start, now))
    else:
        first = events[0]
        if not first["type"].endswith(".created"):
            snapshots.append((start, with_previous(first["data"]["object"], first["data"]["previous_attributes"])))
        last = None
        for e in events:
            o = e["data"]["object"]
            assert o["customer"] == current["customer"]
            previous = e["data"].get("previous_attributes")
            if previous and last is not None:
                for k in ("status", "items"):
                    if k in previous:
                        assert shape(k, previous[k]) == shape(k, last[k]), ("the chain is broken", sid, e["id"])
            snapshots.append((max(e["created"], start), o))
            last = o
        assert shape("items", last["items"]) == shape("items", current["items"]), sid
        assert last["status"] == current["status"], sid
    points = {start}
    for at, o in snapshots:
        points.add(at)
        if o.get("trial_end"):
            points.add(o["trial_end"])
        for _, _, s, x in discounts_of(data, o):
            points.add(s)
            if x is not None:
                points.add(x)
    if end is not None:
        points.add(end)
    result, before = [], {}
    for t in sorted(points):
        if t < start:
            continue
        state = None
        for at, o in snapshots:
            if at <= t:
                state = o
        value = {} if state is None or (end is not None and t >= end) else value_at(data, state, t)
        if value != before:
            result.append((t, value))
            before = value
    return result


def shape(name, v):
    if name != "items":
        return v
    return sorted((i["id"], price_of(i)["id"], i.get("quantity")) for i in v["data"])


# ---------------------------------------------------------------- accounts

def domain_of(website):
    w = website.strip().lower()
    if "://" in w:
        w = w.split("://", 1)[1]
    w = w.split("/")[0].split(":")[0]
    return w[4:] if w.startswith("www.") else w


def link(data):
    by_domain = defaultdict(list)
    for a in data.crm.values():
        if a["Website"]:
            by_domain[domain_of(a["Website"])].append(a["Id"])
    mail_users = defaultdict(set)
    for c in data.customers.values():
        mail_users[c["email"].split("@")[1].lower()].add(c["id"])
    account, by = {}, defaultdict(int)
    for c in data.customers.values():
        meta = (c.get("metadata") or {}).get("crm_account_id")
        domain = c["email"].split("@")[1].lower()
        if meta in data.crm:
            account[c["id"]], how = meta, "metadata"
        elif c["id"] in data.links:
            account[c["id"]], how = data.links[c["id"]], "links"
        elif domain not in PUBLIC_MAIL and len(by_domain[domain]) == 1 and len(mail_users[domain]) == 1:
            account[c["id"]], how = by_domain[domain][0], "domain"
        else:
            account[c["id"]], how = c["id"], "none"
        by[how] += 1
    return account, dict(by)


class Account:
    """The dated states of one account: for each instant of change all of its items."""

    def __init__(self, key):
        self.key = key
        self.times = []
        self.states = []

    def build(self, histories):
        points = sorted({t for h in histories.values() for t, _ in h})
        now = {}
        for t in points:
            for sid, h in histories.items():
                for at, value in h:
                    if at == t:
                        now = {k: v for k, v in now.items() if k[0] != sid}
                        now.update({(sid, i): v for i, v in value.items()})
            self.times.append(t)
            self.states.append(now)

    def before(self, t):
        """The state immediately before t."""
        i = bisect.bisect_left(self.times, t)
        return self.states[i - 1] if i else {}


def main(root):
    data = read(root)
    account_of, linked_by = link(data)
    histories = defaultdict(dict)
    for s in data.subscriptions.values():
        h = history_of(data, s)
        if h:
            histories[account_of[s["customer"]]][s["id"]] = h
    accounts = []
    for key in sorted(histories):
        a = Account(key)
        a.build(histories[key])
        accounts.append(a)

    def rate(ym, currency):
        if currency == "USD":
            return Fraction(1)
        last_day = date(ym[0], ym[1], calendar.monthrange(*ym)[1])
        found = [r for d, r in data.rates[currency] if d <= last_day]
        return found[-1]

    cache = {}

    def conv(state, ym):
        """{item: micro USD per year} at the closing rate of month ym, rounded once per item."""
        total = 0
        for _, currency, v in state.values():
            k = (v, currency, ym)
            if k not in cache:
                cache[k] = half_even(v * rate(ym, currency))
            total += cache[k]
        return total

    close_cache = {}

    def close(a, ym):
        k = (a.key, ym)
        if k not in close_cache:
            close_cache[k] = a.before(month_start(next_month(ym)))
        return close_cache[k]

    first_change = min(t for a in accounts for t in a.times)
    d0 = datetime.fromtimestamp(first_change, timezone.utc)
    origin = (d0.year, d0.month)

    # ---------------- months
    KINDS = ("new", "expansion", "contraction", "churn", "reactivation")

    def empty(ym):
        row = dict.fromkeys(("opening",) + KINDS + ("fx", "closing", "active_at_opening", "new_accounts", "reactivated",
                                                    "churned", "active"), 0)
        return row

    def book(row, kind, amount):
        row[kind] += amount
        if kind in ("new", "reactivation", "churn"):
            row[{"new": "new_accounts", "reactivation": "reactivated", "churn": "churned"}[kind]] += 1

    net, event = {}, {}
    for ym in months(FIRST_MONTH, LAST_MONTH):
        r0, r1 = previous_month(ym), ym
        n, e = empty(ym), empty(ym)
        since, until = month_start(ym), month_start(next_month(ym))
        for a in accounts:
            op, cl = close(a, r0), close(a, ym)
            for row in (n, e):
                row["opening"] += conv(op, r0)
                row["fx"] += conv(op, r1) - conv(op, r0)
                row["closing"] += conv(cl, r1)
                row["active_at_opening"] += bool(op)
                row["active"] += bool(cl)
            paid = any(close(a, m) for m in months(origin, r0)) if origin <= r0 else False
            kind = kind_of(bool(op), bool(cl), paid, conv(cl, r1) - conv(op, r1))
            if kind:
                book(n, kind, conv(cl, r1) - conv(op, r1))
            previous = op
            for i in range(bisect.bisect_left(a.times, since), bisect.bisect_left(a.times, until)):
                now = a.states[i]
                paid = any(a.states[:i])
                kind = kind_of(bool(previous), bool(now), paid, conv(now, r1) - conv(previous, r1))
                if kind:
                    book(e, kind, conv(now, r1) - conv(previous, r1))
                previous = now
            assert previous == cl
        for row in (n, e):
            assert row["opening"] + sum(row[k] for k in KINDS) + row["fx"] == row["closing"], (ym, row)
            assert row["active_at_opening"] + row["new_accounts"] + row["reactivated"] - row["churned"] == row["active"]
            row["closing_mrr_usd"] = money(row["closing"], 12)
        net[label(ym)], event[label(ym)] = n, e

    # ---------------- periods
    periods = [("2023", (2023, 1), (2023, 12)), ("2024", (2024, 1), (2024, 12)), ("2025", (2025, 1), (2025, 12))]
    periods += [("2025-Q%d" % q, (2025, 3 * q - 2), (2025, 3 * q)) for q in (1, 2, 3, 4)]
    by_period = {}
    for name, m1, m2 in periods:
        o = previous_month(m1)
        cohort = [a for a in accounts if close(a, o)]
        opening = sum(conv(close(a, o), o) for a in cohort)
        at_close = sum(conv(close(a, m2), o) for a in cohort)
        kept = sum(min(conv(close(a, o), o), conv(close(a, m2), o)) for a in cohort)
        flow = dict.fromkeys(KINDS, 0)
        for a in cohort:
            for m in months(m1, m2):
                x, y = close(a, previous_month(m)), close(a, m)
                delta = conv(y, o) - conv(x, o)
                kind = kind_of(bool(x), bool(y), True, delta)
                if kind:
                    flow[kind] += delta
        assert opening + sum(flow.values()) == at_close and flow["new"] == 0
        lost = [a for a in cohort if not close(a, m2)]
        rows = [net[label(m)] for m in months(m1, m2)]
        total = sum(conv(close(a, m2), m2) for a in accounts)
        active = sum(bool(close(a, m2)) for a in accounts)
        s = {k: sum(r[k] for r in rows) for k in KINDS + ("fx",)}
        sums_event = {k: sum(event[label(m)][k] for m in months(m1, m2)) for k in KINDS + ("fx",)}
        by_period[name] = {
            "opening_customers": len(cohort), "lost_customers": len(lost), "active_customers": active,
            "opening_of_cohort_at_opening_rate": opening, "closing_of_cohort_at_opening_rate": at_close,
            "nrr_p2p": ratio(at_close, opening), "grr_p2p": ratio(kept, opening),
            "flow_of_cohort_at_opening_rate": flow,
            "nrr_flow": ratio(opening + flow["expansion"] + flow["contraction"] + flow["churn"], opening),
            "nrr_flow_with_reactivation": ratio(at_close, opening),
            "grr_flow": ratio(opening + flow["contraction"] + flow["churn"], opening),
            "logo_churn": ratio(len(lost), len(cohort)),
            "lost_accounts": sorted(a.key for a in lost),
            "closing": total, "arpa_arr": ratio(total, active), "arpa_mrr_usd": money(Fraction(total, active), 12),
            "net_sums": s, "event_sums": sums_event,
            "quick_ratio": ratio(s["new"] + s["expansion"] + s["reactivation"], -(s["contraction"] + s["churn"])),
        }

    # ---------------- slices
    def industry(key):
        return (data.crm[key]["Industry"] or "(not set)") if key in data.crm else "(not set)"

    o, c = (2024, 12), (2025, 12)
    nrr_by, closing_by = defaultdict(lambda: [0, 0, 0, 0]), defaultdict(lambda: [0, 0])
    product_by = defaultdict(lambda: [0, 0, set()])
    for a in accounts:
        k = industry(a.key)
        x, y, z = conv(close(a, o), o), conv(close(a, c), o), conv(close(a, c), c)
        if close(a, o):
            nrr_by[k][0] += y
            nrr_by[k][1] += x
            nrr_by[k][2] += min(x, y)
            nrr_by[k][3] += 1
        if close(a, c):
            closing_by[k][0] += z
            closing_by[k][1] += 1
        for item, v in close(a, c).items():
            p = product_by[data.products[v[0]]]
            p[0] += conv({item: v}, c)
            p[1] += 1
            p[2].add(a.key)
    assert sum(v[0] for v in closing_by.values()) == net["2025-12"]["closing"] == sum(v[0] for v in product_by.values())

    currencies = defaultdict(set)
    for a in accounts:
        for st in a.states:
            currencies[a.key] |= {v[1] for v in st.values()}

    native = {}
    for ym in months(FIRST_MONTH, LAST_MONTH):
        sums = defaultdict(int)
        for a in accounts:
            for _, currency, v in close(a, ym).values():
                sums[currency] += v
        native[label(ym)] = dict(sums)

    # ---------------- deals
    def convert_deal(x):
        return half_even(x["amount"] * MICRO * rate((2025, 12), x["row"]["CurrencyIsoCode"]))

    def first_entry(x):
        final = x["row"]["StageName"]
        rows = [h for h in data.history[x["row"]["Id"]] if h["IsDeleted"] != "true"]
        for h in rows:
            if h["StageName"] == final:
                return instant(h["CreatedDate"])
        return None

    def last_entry(x):
        final, found = x["row"]["StageName"], None
        rows = [h for h in data.history[x["row"]["Id"]] if h["IsDeleted"] != "true"]
        for h in reversed(rows):
            if h["StageName"] != final:
                break
            found = instant(h["CreatedDate"])
        return found

    live = [x for x in data.deals.values() if x["row"]["IsDeleted"] != "true"]
    closed = [x for x in live if x["row"]["IsClosed"] == "true"]
    opened = [x for x in live if x["row"]["IsClosed"] != "true"]

    def win_rates(moment):
        result = {}
        for name, m1, m2 in periods:
            a, b = month_start(m1), month_start(next_month(m2))
            won = lost = 0
            for x in closed:
                t = moment(x)
                if t is None:
                    t = int(datetime(x["close"].year, x["close"].month, x["close"].day, tzinfo=timezone.utc).timestamp())
                if a <= t < b:
                    if x["row"]["IsWon"] == "true":
                        won += 1
                    else:
                        lost += 1
            result[name] = {"won": won, "lost": lost, "win_rate": ratio(won, won + lost), "wilson95": wilson(won, won + lost)}
        return result

    def win_rates_as_of_close():
        """What a reader at the close of each period sees: the history up to then, and nothing that came later."""
        outcome = {"Closed Won": "won", "Closed Lost": "lost"}
        result = {}
        for name, m1, m2 in periods:
            a, b = month_start(m1), month_start(next_month(m2))
            counts = {"won": 0, "lost": 0}
            for x in live:
                rows = [h for h in data.history[x["row"]["Id"]] if h["IsDeleted"] != "true"]
                state, since = None, None
                for h in rows:
                    t = instant(h["CreatedDate"])
                    if t < b and outcome.get(h["StageName"]) != state:
                        state, since = outcome.get(h["StageName"]), t
                if not rows and x["row"]["IsClosed"] == "true":
                    state = "won" if x["row"]["IsWon"] == "true" else "lost"
                    since = int(datetime(x["close"].year, x["close"].month, x["close"].day, tzinfo=timezone.utc).timestamp())
                if state and a <= since < b:
                    counts[state] += 1
            won, lost = counts["won"], counts["lost"]
            result[name] = {"won": won, "lost": lost, "win_rate": ratio(won, won + lost), "wilson95": wilson(won, won + lost)}
        return result

    by_stage, by_type = defaultdict(lambda: [0, 0]), defaultdict(lambda: [0, 0])
    for x in opened:
        v = convert_deal(x)
        for g, k in ((by_stage, "StageName"), (by_type, "Type")):
            g[x["row"][k]][0] += v
            g[x["row"][k]][1] += 1
    q1, q2 = date(2026, 1, 1), date(2026, 4, 1)
    due = [x for x in opened if q1 <= x["close"] < q2]
    span = [q for q in data.quotas if date.fromisoformat(q["start_date"]) >= q1 and date.fromisoformat(q["end_date"]) <= q2]
    reps = {q["rep_id"] for q in span}
    managers = {data.users[r]["ManagerId"] for r in reps} & reps
    assert all(q["currency"] == "USD" for q in span)
    quota = sum(half_even(Fraction(q["amount"]) * MICRO) for q in span if q["rep_id"] not in managers)

    pairs = lambda g: {k: {"value": v[0], "count": v[1]} for k, v in g.items()}
    out = {
        "_command": "python3 revops-core/src/test/oracle/sample_oracle.py revops-examples/sample/data"
                    " > revops-core/src/test/resources/io/revops/oracle/sample_oracle.json",
        "_unit": "integers of money are micro US dollars (1/1,000,000), recurring ones per year: MRR = value / 12,000,000",
        "left_out": [{"file": f, "what": w, "why": y} for f, w, y in left_out],
        "linked": linked_by,
        "accounts_that_ever_paid": len([a for a in accounts if any(a.states)]),
        "accounts_of_several_currencies": sorted(k for k, v in currencies.items() if len(v) > 1),
        "months_net": net,
        "months_event": event,
        "native_closing_micro_per_year": native,
        "periods": by_period,
        "nrr_2025_by_industry": {k: {"customers": v[3], "nrr_p2p": ratio(v[0], v[1]), "grr_p2p": ratio(v[2], v[1])}
                                 for k, v in nrr_by.items()},
        "closing_2025_12_by_industry": {k: {"value": v[0], "customers": v[1]} for k, v in closing_by.items()},
        "closing_2025_12_by_product": {k: {"value": v[0], "items": v[1], "customers": len(v[2])}
                                       for k, v in product_by.items()},
        "deals": win_rates(first_entry),
        "deals_last_entry": win_rates(last_entry),
        "deals_as_of_close": win_rates_as_of_close(),
        "deals_by_close_date": win_rates(lambda x: None),
        "pipeline_2025_end": {"value": sum(v[0] for v in by_stage.values()), "count": len(opened),
                              "by_stage": pairs(by_stage), "by_type": pairs(by_type),
                              "past_close_date": sum(x["close"] < q1 for x in opened)},
        "coverage_2026_q1": {"open_value": sum(map(convert_deal, due)), "open_count": len(due),
                             "by_type": {k: {"value": sum(convert_deal(x) for x in due if x["row"]["Type"] == k),
                                             "count": sum(x["row"]["Type"] == k for x in due)}
                                         for k in sorted({x["row"]["Type"] for x in due})},
                             "quota": quota, "quota_reps": len(reps - managers), "managers_left_out": sorted(managers),
                             "coverage": ratio(sum(map(convert_deal, due)), quota)},
        "closing_by_account": {label(m): {a.key: conv(close(a, m), m) for a in accounts if close(a, m)}
                               for m in ((2022, 12), (2023, 12), (2024, 12), (2025, 12))},
    }
    json.dump(out, sys.stdout, indent=2, sort_keys=True, ensure_ascii=False)
    sys.stdout.write("\n")


def kind_of(before, after, paid, delta):
    if not before and after:
        return "reactivation" if paid else "new"
    if before and not after:
        return "churn"
    if before and after and delta:
        return "expansion" if delta > 0 else "contraction"
    return None


def money(micro, parts):
    """A decimal string with two places of micro / parts, half-up away from zero, for people."""
    x = Fraction(micro) / parts / MICRO
    cents = math.floor(abs(x) * 100 + Fraction(1, 2))
    return "%s%d.%02d" % ("-" if x < 0 else "", cents // 100, cents % 100)


def ratio(a, b):
    return {"numerator": a, "denominator": b, "value": float(Fraction(a, b)) if b else None}


def wilson(k, n):
    if not n:
        return None
    p, z = k / n, Z95
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return {"low": centre - half, "high": centre + half}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python3 sample_oracle.py DATA_DIR > sample_oracle.json")
    main(sys.argv[1])
