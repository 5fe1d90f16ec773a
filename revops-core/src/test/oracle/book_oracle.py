#!/usr/bin/env python3
"""An independent oracle for the generated book: recomputes movements, retention, cohorts and bookings, day by day, from its
native CSV files alone.

    python3 book_oracle.py DATA_DIR > book_oracle.json

Python 3 standard library only; written to the rules of the metrics and not to the Java code, with which it shares nothing.
Every subscription is looked at again at the end of every day, and, for movements by event, just before and at every instant
that any of its facts names. Exact arithmetic (fractions); a state is rounded once, half-even, to micro-units of its currency
per year and item; a conversion is rounded once, half-even, per item. Money in the output is an integer of micro-units of US
dollars, per year where it recurs.

Policy: the standard one. State basis; 12 months = 52 weeks = 365 days a year; price x quantity less the discounts that are
active; the trial that a subscription begins with is worth nothing; unpaid is worth nothing, past due and paused are kept; it
ends when it ends in billing, by its ending, else by a cancellation that was not withdrawn; grain account; closing rates with
their own fx row; reporting currency USD, zone UTC.

Cohorts: an account begins at the first instant at which it is worth something. By the calendar, age k is the close of the k-th
period after the one in which it began; by tenure, the instant just before it is k + 1 periods old, counted from its first day.

Bookings: a deal on the day on which it was won, as it stands at the close of the month; a subscription on the day on which it
was signed, as it was agreed then: what takes effect by its first day, and on anniversaries of it. A deal led to the
subscription that it names if that was signed on or after the day on which the deal was opened; the earlier of the two books
the contract, on the same day the deal.
"""
import csv
import hashlib
import json
import os
import sys
from collections import defaultdict
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

DAY = 86_400
EPOCH = date(1970, 1, 1)
PER_YEAR = {"day": 365, "week": 52, "month": 12, "year": 1}
FIRST, LAST = (2023, 1), (2025, 12)


def half_even(x):
    floor = x.numerator // x.denominator
    rest = x - floor
    return floor + 1 if rest > Fraction(1, 2) or (rest == Fraction(1, 2) and floor % 2) else floor


def day_of(t):
    return EPOCH + timedelta(days=t // DAY)


def start_of(d):
    return (d - EPOCH).days * DAY


def instant(text):
    """A day is its first second."""
    if len(text) == 10:
        return start_of(date.fromisoformat(text))
    return int(datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(timezone.utc).timestamp())


def plus_months(d, n):
    y, m = divmod(d.year * 12 + d.month - 1 + n, 12)
    for day in (d.day, 30, 29, 28):
        try:
            return date(y, m + 1, min(day, d.day))
        except ValueError:
            continue
    raise ValueError


def later(t, interval):
    """The instant one billing interval on: of an instant, the same second of another day."""
    n, unit = interval
    d, second = day_of(t), t % DAY
    if unit in ("day", "week"):
        return t + n * (DAY if unit == "day" else 7 * DAY)
    return start_of(plus_months(d, n * (12 if unit == "year" else 1))) + second


def parse_interval(text):
    parts = text.split(" ")
    return (1, parts[0]) if len(parts) == 1 else (int(parts[0]), parts[1].rstrip("s"))


def next_month(ym):
    return (ym[0] + 1, 1) if ym[1] == 12 else (ym[0], ym[1] + 1)


def opening(ym):
    return start_of(date(ym[0], ym[1], 1))


def months_between(first, last):
    while first <= last:
        yield first
        first = next_month(first)


def name(ym):
    return "%04d-%02d" % ym


# ---------------------------------------------------------------- facts

class Subscription:
    def __init__(self, row):
        self.id, self.account = row["subscription_id"], row["account_id"]
        self.signed = instant(row["signed"]) if row["signed"] else None
        self.written_start = instant(row["start_date"]) if row["start_date"] else None
        self.term = int(row["term_months"]) if row["term_months"] else None
        self.items, self.discounts, self.trials, self.unpaid = [], [], [], []
        self.cancellations, self.ending = [], None
        self.cache = {}

    def ready(self):
        self.items.sort(key=lambda c: (c["at"], c["id"]))
        self.start = self.written_start if self.written_start is not None else self.items[0]["at"]
        ends = [c["end"] for c in self.cancellations if not c["withdrawn"]]
        self.end = self.ending if self.ending is not None else min(ends, default=None)
        for d in self.discounts:
            d["end"] = self.discount_end(d)
        self.instants = {self.start} | {c["at"] for c in self.items}
        for spell in self.trials + self.unpaid:
            self.instants |= {spell[0]} | ({spell[1]} if spell[1] is not None else set())
        for d in self.discounts:
            self.instants |= {d["at"]} | ({d["end"]} if d["end"] is not None else set())
        if self.end is not None:
            self.instants.add(self.end)
        return self

    def discount_end(self, d):
        if d["duration"] == "forever":
            return None
        if d["duration"] == "repeating":
            return later(d["at"], (d["months"], "month"))
        state = self.merged(d["at"])
        intervals = [i["interval"] for i in state.values() if i.get("interval") and i.get("quantity", 1) != 0]
        if not intervals:  # nothing is billed yet: what is billed first
            for change in self.items:
                state = self.merged(change["at"])
                intervals = [i["interval"] for i in state.values() if i.get("interval") and i.get("quantity", 1) != 0]
                if change["at"] > d["at"] and intervals:
                    break
        return min(later(d["at"], i) for i in intervals)

    def merged(self, t):
        items = {}
        for change in self.items:
            if change["at"] <= t:
                item = items.setdefault(change["item"], {})
                for key in ("quantity", "amount", "currency", "interval"):
                    if change[key] is not None:
                        item[key] = change[key]
        return items

    def paid_before(self, t):
        """Whether it was worth anything before an instant."""
        return any(s < t and self.worth(s) for s in self.instants)

    def worth(self, t):
        """Micro-units per year of each item that is worth something at an instant, with its currency."""
        key = (sum(1 for s in self.instants if s <= t), t < self.start)
        if key not in self.cache:
            self.cache[key] = self.evaluate(t)
        return self.cache[key]

    def evaluate(self, t):
        if t < self.start or (self.end is not None and t >= self.end):
            return {}
        if any(a <= t and (b is None or t < b) for a, b in self.unpaid):
            return {}
        if any(a <= t and (b is None or t < b) for a, b in self.trials):
            first = max(s for s in self.instants if s <= t)
            if not self.paid_before(first):
                return {}
        return self.priced(t, self.merged(t), self.discounts)

    @staticmethod
    def priced(t, items, discounts):
        exact, intervals = {}, {}
        for item, i in items.items():
            if "amount" in i and i.get("interval"):
                n, unit = i["interval"]
                intervals[item] = i["interval"]
                exact[item] = i["amount"] * i.get("quantity", 1) * PER_YEAR[unit] / n
        for d in discounts:
            if d["at"] <= t and (d["end"] is None or t < d["end"]):
                if d["percent"] is not None:
                    exact = {k: v * (100 - d["percent"]) / 100 for k, v in exact.items()}
                else:
                    total = sum(exact.values())
                    live = [v for k, v in intervals.items() if items[k].get("quantity", 1) != 0]
                    if total > 0 and live:
                        n, unit = live[0]
                        left = max(Fraction(0), total - d["amount_off"] * PER_YEAR[unit] / n)
                        exact = {k: v * left / total for k, v in exact.items()}
        micros = {k: half_even(v * 1_000_000) for k, v in exact.items()}
        return {k: (v, items[k]["currency"]) for k, v in micros.items() if v}


def rows(folder, file):
    with open(os.path.join(folder, file + ".csv"), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def load(folder):
    subs = {r["subscription_id"]: Subscription(r) for r in rows(folder, "subscriptions")}
    for r in rows(folder, "subscription_items"):
        subs[r["subscription_id"]].items.append({
            "at": instant(r["effective"]), "id": r["change_id"], "item": r["item_id"],
            "quantity": Fraction(r["quantity"]) if r["quantity"] else None,
            "amount": Fraction(r["unit_amount"]) if r["unit_amount"] else None,
            "currency": r["currency"] or None,
            "interval": parse_interval(r["billing_interval"]) if r["billing_interval"] else None})
    for r in rows(folder, "subscription_discounts"):
        subs[r["subscription_id"]].discounts.append({
            "at": instant(r["effective"]), "duration": r["duration"],
            "percent": Fraction(r["percent"]) if r["percent"] else None,
            "amount_off": Fraction(r["amount_off"]) if r["amount_off"] else None,
            "months": int(r["months"]) if r["months"] else None})
    for r in rows(folder, "subscription_spells"):
        spell = (instant(r["effective"]), instant(r["end_date"]) if r["end_date"] else None)
        {"trial": subs[r["subscription_id"]].trials, "unpaid": subs[r["subscription_id"]].unpaid}.get(r["kind"], []).append(spell)
    for r in rows(folder, "subscription_cancellations"):
        subs[r["subscription_id"]].cancellations.append({"end": instant(r["end_date"]), "withdrawn": bool(r["withdrawn"])})
    for r in rows(folder, "subscription_endings"):
        subs[r["subscription_id"]].ending = instant(r["end_date"])
    return {k: s.ready() for k, s in subs.items()}


class Rates:
    def __init__(self, folder):
        self.by = defaultdict(list)
        for r in rows(folder, "exchange_rates"):
            self.by[r["base"]].append((date.fromisoformat(r["date"]), Fraction(r["rate"])))
        for list_ in self.by.values():
            list_.sort()

    def convert(self, micros, currency, day):
        """At the last rate dated on or before a day."""
        if currency == "USD" or micros == 0:
            return micros
        rate = [r for d, r in self.by[currency] if d <= day][-1]
        return half_even(micros * rate)


# ---------------------------------------------------------------- accounts

class Account:
    def __init__(self, id, subs, rates):
        self.id, self.subs, self.rates = id, subs, rates
        self.instants = sorted(set().union(*(s.instants for s in subs)))
        self.values = {}

    def states(self, t):
        """Every item that is worth something at an instant."""
        return [w for s in self.subs for w in s.worth(t).values()]

    def value(self, t, day):
        key = (t, day)
        if key not in self.values:
            self.values[key] = sum(self.rates.convert(m, c, day) for m, c in self.states(t))
        return self.values[key]

    def active(self, t):
        return bool(self.states(t))

    def begins(self):
        return next((t for t in self.instants if self.active(t)), None)


def close_of(ym):
    """The last second of a month, and its last day."""
    t = opening(next_month(ym)) - 1
    return t, day_of(t)


def kind(before, after, difference, paid):
    if not before and after:
        return "reactivation" if paid else "new"
    if before and not after:
        return "churn"
    return "expansion" if difference > 0 else "contraction"


def month_rows(account, basis, ym, seen, day_open, day_close):
    """(kind, amount) of a month, valued at two given days; and whether the account has paid by its close."""
    t0, t1 = opening(ym) - 1, close_of(ym)[0]
    found = []
    fx = account.value(t0, day_close) - account.value(t0, day_open)
    if fx:
        found.append(("fx", fx))
    if basis == "NET":
        steps, paid = [(t0, t1)], seen
        a, b = account.active(t0), account.active(t1)
        difference = account.value(t1, day_close) - account.value(t0, day_close)
        if difference or a != b:
            found.append((kind(a, b, difference, paid), difference))
        return found, seen or b
    paid = seen
    for t in account.instants:
        if t0 < t <= t1:
            a, b = account.active(t - 1), account.active(t)
            difference = account.value(t, day_close) - account.value(t - 1, day_close)
            if difference or a != b:
                found.append((kind(a, b, difference, paid), difference))
            paid = paid or b
    return found, paid


def movements(accounts, basis):
    """Totals of every month, and a hash over what each account did."""
    totals, counts = defaultdict(lambda: defaultdict(int)), defaultdict(lambda: defaultdict(int))
    lines = defaultdict(list)
    for account in accounts:
        seen = False
        for ym in months_between((2022, 1), LAST):
            day_open, day_close = day_of(opening(ym) - 1), close_of(ym)[1]
            found, seen = month_rows(account, basis, ym, seen, day_open, day_close)
            if ym < FIRST:
                continue
            month = totals[ym]
            month["open"] += account.value(opening(ym) - 1, day_open)
            month["close"] += account.value(close_of(ym)[0], day_close)
            counts[ym]["open"] += account.active(opening(ym) - 1)
            counts[ym]["close"] += account.active(close_of(ym)[0])
            sums = defaultdict(int)
            for k, amount in found:
                month[k] += amount
                counts[ym][k] += 1
                sums[k] += amount
            for k in sorted(sums):
                lines[ym].append("%s %s %d %d" % (account.id, k, sums[k], sum(1 for f in found if f[0] == k)))
    out = {}
    for ym in months_between(FIRST, LAST):
        out[name(ym)] = {"amounts": dict(sorted(totals[ym].items())), "accounts": dict(sorted(counts[ym].items())),
                         "rows": sha("\n".join(sorted(lines[ym])))}
    return out


def sha(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


# ---------------------------------------------------------------- retention

def spans():
    for y in (2023, 2024, 2025):
        yield str(y), (y, 1), (y, 12)
        for q in range(4):
            yield "%d-Q%d" % (y, q + 1), (y, 3 * q + 1), (y, 3 * q + 3)
        for m in range(1, 13):
            yield name((y, m)), (y, m), (y, m)


def retention(accounts, bases):
    out = {}
    for label, first, last in spans():
        t0, t1 = opening(first) - 1, close_of(last)[0]
        rate_day = day_of(t0)
        start = [a for a in accounts if a.active(t0)]
        open_ = sum(a.value(t0, rate_day) for a in start)
        close = sum(a.value(t1, rate_day) for a in start)
        kept = sum(min(a.value(t0, rate_day), a.value(t1, rate_day)) for a in start)
        one = {"opening": open_, "net": close, "gross": kept, "accounts": len(start),
               "lost": sum(1 for a in start if not a.active(t1))}
        for basis in bases:
            net = gross = open_
            for account in start:
                for ym in months_between(first, last):
                    found, _ = month_rows(account, basis, ym, True, rate_day, rate_day)
                    for k, amount in found:
                        net += amount if k in ("expansion", "contraction", "churn") else 0
                        gross += amount if k in ("contraction", "churn") else 0
            one["net.flow." + basis], one["gross.flow." + basis] = net, gross
        out[label] = one
    return out


# ---------------------------------------------------------------- cohorts

def periods(months):
    """The calendar periods of so many months from the first account on: (label, first day, day after the last)."""
    first = FIRST_BEGIN
    start = date(first.year, (first.month - 1) // months * months + 1, 1)
    found = []
    while start < date(2026, 1, 1):
        label = {1: "%04d-%02d" % (start.year, start.month), 3: "%04d-Q%d" % (start.year, (start.month + 2) // 3),
                 12: "%04d" % start.year}[months]
        found.append((label, start, plus_months(start, months)))
        start = plus_months(start, months)
    return found


def cohorts(accounts, months, tenure):
    grid = periods(months)
    as_of = date(2026, 1, 1)
    rate_day = date(2025, 12, 31)
    out = {}
    for c, (label, from_, to) in enumerate(grid):
        members = [a for a in accounts if a.begins() is not None and from_ <= day_of(a.begins()) < to]
        began = sum(a.value(a.begins(), rate_day) for a in members)
        active, worth, constant = [], [], []
        for k in range(len(grid)):
            moments = []
            if tenure:
                if not members:
                    break
                moments = [(a, plus_months(day_of(a.begins()), months * (k + 1))) for a in members]
                if any(d > as_of for _, d in moments):
                    break
            else:
                if c + k >= len(grid):
                    break
                moments = [(a, grid[c + k][2]) for a in members]
            active.append(sum(1 for a, d in moments if a.active(start_of(d) - 1)))
            worth.append(sum(a.value(start_of(d) - 1, d - timedelta(days=1)) for a, d in moments))
            constant.append(sum(a.value(start_of(d) - 1, rate_day) for a, d in moments))
        out[label] = {"accounts": len(members), "began": began, "active": active, "worth": worth, "constant": constant}
    return out


# ---------------------------------------------------------------- bookings

def months_of(from_, to):
    """Whole months from a day, and of the running one its days over all it has."""
    n = 0
    while plus_months(from_, n + 1) <= to:
        n += 1
    begun, over = plus_months(from_, n), plus_months(from_, n + 1)
    return n + Fraction((to - begun).days, (over - begun).days)


class Contract:
    """Stretches (amount, over months, from, to or None), one-time, amount that is not split; everything in US dollars."""

    def __init__(self, id, day):
        self.id, self.day, self.stretches = id, day, []
        self.one_time = self.not_split = self.without_term = 0
        self.term, self.flags = None, set()

    def until(self, month):
        """Each stretch is rounded once."""
        total = 0
        for amount, over, from_, to in self.stretches:
            length = (month if to is None else min(month, to)) - from_
            total += half_even(Fraction(amount) * max(Fraction(0), Fraction(length)) / over)
        return total

    def line(self):
        term = self.term if self.term is not None else 12
        endless, split, years = "endless" in self.flags, "unsplit" not in self.flags, "no term" not in self.flags
        recurring = self.until(term) + self.without_term
        total = None if endless else recurring + self.one_time + self.not_split
        whole = split and years and not endless
        ys = []
        if whole:
            edges = list(range(12, term, 12)) + [term]
            ys = [self.until(e) - (self.until(p) if p else 0) for p, e in zip([0] + edges, edges)]
        exit_ = sum(half_even(Fraction(a) * 12 / over) for a, over, f, t in self.stretches if f < term and (t is None or t >= term))
        first = min(12, term)
        arr = half_even(Fraction(self.until(first)) * 12 / first)
        show = lambda v, known: str(v) if known else "-"
        return " ".join([self.id, str(self.day), show(total, total is not None), show(recurring, split and not endless),
                         show(self.one_time, split), show(arr, split and years),
                         show(half_even(Fraction(recurring) * 12 / term), whole), show(exit_, whole),
                         show(",".join(map(str, ys)), whole)]), total, arr if split and years else None


def micros(text):
    return Fraction(text) * 1_000_000


def bookings(folder, subs, rates):
    deals = {r["opportunity_id"]: {"id": r["opportunity_id"], "created": date.fromisoformat(r["created"]),
                                   "sub": r["subscription_id"] or None, "changes": [], "lines": []}
             for r in rows(folder, "opportunities")}
    for r in rows(folder, "opportunity_changes"):
        deals[r["opportunity_id"]]["changes"].append((instant(r["effective"]), r["change_id"], r["amount"], r["outcome"]))
    for r in rows(folder, "opportunity_lines"):
        deals[r["opportunity_id"]]["lines"].append(r)
    out = {}
    for ym in months_between(FIRST, LAST):
        close = close_of(ym)[0]
        first, last = day_of(opening(ym)), day_of(close)
        won = []
        for deal in deals.values():
            amount, outcome, since = None, "open", None
            for at, _, a, o in sorted(deal["changes"]):
                if at <= close:
                    amount = a or amount
                    if o and o != outcome:
                        outcome, since = o, at
            if outcome == "won":
                won.append((deal, day_of(since), amount))
        sold, suppressed = set(), set()
        led = {d["id"]: subs[d["sub"]] for d, _, _ in won
               if d["sub"] and subs[d["sub"]].signed is not None and day_of(subs[d["sub"]].signed) >= d["created"]}
        says = {d["id"]: bool(amount) or any(l["kind"] != "usage" for l in d["lines"]) for d, _, amount in won}
        for deal, day, _ in won:
            if deal["id"] in led and says[deal["id"]] and day <= day_of(led[deal["id"]].signed):
                sold.add(led[deal["id"]].id)
        for deal, day, _ in won:
            if deal["id"] in led and not (says[deal["id"]] and led[deal["id"]].id in sold):
                suppressed.add(deal["id"])
        contracts = [deal_contract(d, day, amount, rates) for d, day, amount in won
                     if first <= day <= last and d["id"] not in suppressed]
        contracts += [signed_contract(s, rates) for s in subs.values()
                      if s.signed is not None and first <= day_of(s.signed) <= last and s.id not in sold]
        lines = [c.line() for c in contracts]
        out[name(ym)] = {"contracts": len(lines), "rows": sha("\n".join(sorted(l[0] for l in lines))),
                         "tcv of those that have one": sum(l[1] or 0 for l in lines),
                         "arr of those that have it": sum(l[2] or 0 for l in lines)}
    return out


def deal_contract(deal, day, amount, rates):
    contract = Contract(deal["id"], day)
    if not deal["lines"]:
        if amount:
            contract.flags.add("unsplit")
            contract.not_split = int(micros(amount))
        return contract
    lines = [(l, rates.convert(int(micros(l["amount"])), l["currency"], day)) for l in deal["lines"] if l["kind"] != "usage"]
    begins = min((int(l["starts_after_months"] or 0) for l, _ in lines if l["kind"] == "recurring" and l["term_months"]), default=0)
    for l, a in lines:
        if l["kind"] == "one_time":
            contract.one_time += a
        elif not l["term_months"]:
            contract.without_term += a
            contract.flags.add("no term")
        else:
            from_, n = int(l["starts_after_months"] or 0) - begins, int(l["term_months"])
            contract.stretches.append((a, n, from_, from_ + n))
            contract.term = max(contract.term or 0, from_ + n)
    return contract


def signed_contract(sub, rates):
    """As agreed at the signature: by the first day, or on its anniversaries; no ending, no cancellation, no unpaid bill."""
    day, start = day_of(sub.signed), day_of(sub.start)
    contract = Contract(sub.id, day)

    def agreed(t):
        d = day_of(t)
        if d <= start:
            return True
        n = d.year - start.year
        return plus_months(start, 12 * n) == d

    as_agreed = Subscription({"subscription_id": sub.id, "account_id": sub.account, "signed": "", "start_date": "", "term_months": ""})
    as_agreed.written_start = sub.written_start
    as_agreed.items = [c for c in sub.items if agreed(c["at"])]
    as_agreed.discounts = [dict(d) for d in sub.discounts if agreed(d["at"])]
    as_agreed.trials = [t for t in sub.trials if agreed(t[0])]
    as_agreed.ready()
    end = sub.term if sub.term is not None else 12
    last = start_of(plus_months(start, end))
    open_ = {}
    for t in sorted(as_agreed.instants):
        if t >= last:
            break
        now = as_agreed.worth(t)
        at = months_of(start, day_of(t))
        for item in set(open_) | set(now):
            before, after = open_.get(item, (None, None, None)), now.get(item)
            if before[:2] != (after or (None, None)):
                if item in open_:
                    m, c, since = open_.pop(item)
                    contract.stretches.append((rates.convert(m, c, day), 12, since, at))
                if after:
                    open_[item] = (after[0], after[1], at)
    for m, c, since in open_.values():
        contract.stretches.append((rates.convert(m, c, day), 12, since, sub.term))
    if contract.stretches:
        contract.term = sub.term
        if sub.term is None:
            contract.flags.add("endless")
    return contract


def main(folder):
    global FIRST_BEGIN
    subs = load(folder)
    rates = Rates(folder)
    by_account = defaultdict(list)
    for s in subs.values():
        by_account[s.account].append(s)
    accounts = [Account(k, v, rates) for k, v in sorted(by_account.items())]
    FIRST_BEGIN = min(day_of(a.begins()) for a in accounts if a.begins() is not None)
    digest = hashlib.sha256()
    for file in sorted(os.listdir(folder)):
        with open(os.path.join(folder, file), "rb") as f:
            digest.update(file.removesuffix(".csv").encode())
            digest.update(f.read())
    days = {}
    for n in range((date(2026, 1, 1) - date(2023, 1, 1)).days):
        day = date(2023, 1, 1) + timedelta(days=n)
        t = start_of(day + timedelta(days=1)) - 1
        days[str(day)] = (sum(a.value(t, day) for a in accounts), sum(a.active(t) for a in accounts))
    text = "\n".join("%s %d %d" % (d, *v) for d, v in sorted(days.items()))
    result = {
        "command": "java -cp 'revops-core/target/test-classes:revops-core/target/classes:revops-core/target/lib/*' "
                   "io.revops.GeneratedBook DATA_DIR && python3 revops-core/src/test/oracle/book_oracle.py DATA_DIR",
        "tolerance": "none: every amount is an integer of micro US dollars, and a ratio is the quotient of two, to 1e-12",
        "data": digest.hexdigest(),
        "days": sha(text),
        "movements": {basis: movements(accounts, basis) for basis in ("NET", "EVENT")},
        "retention": retention(accounts, ("NET", "EVENT")),
        "cohorts": {"%s %s" % (unit, "TENURE" if tenure else "CALENDAR"): cohorts(accounts, months, tenure)
                    for unit, months in (("MONTH", 1), ("QUARTER", 3), ("YEAR", 12)) for tenure in (False, True)},
        "bookings": bookings(folder, subs, rates),
    }
    print("{")
    keys = list(result)
    for key in keys:
        value = result[key]
        if isinstance(value, dict):
            print(' %s: {' % json.dumps(key))
            for i, (k, v) in enumerate(value.items()):
                print("  %s: %s%s" % (json.dumps(k), json.dumps(v, separators=(",", ":")), "," if i < len(value) - 1 else ""))
            print(" }" + ("," if key != keys[-1] else ""))
        else:
            print(" %s: %s," % (json.dumps(key), json.dumps(value)))
    print("}")


if __name__ == "__main__":
    main(sys.argv[1])
