# Engagement metrics of a generated company by R and its package survival; shares nothing with the library.
#
# Usage, in this folder: Rscript engagement_oracle.R > engagement.json
#
# 40 accounts, each with one subscription; uses by day, meter, user (some without) and quantity (some of zero); tickets with the minutes
# of their statuses. Everything is measured over a span whose facts go on after its close. Medians and their intervals are those of
# survfit(..., conf.type = "log-log"): who had not got there waits until the close. "waits" are tables for the median alone: without
# censoring, with it, flat at one half, all at once, half not reached.
suppressMessages(library(survival))
set.seed(20251126)
from <- as.Date("2025-01-01")
to <- as.Date("2025-07-01")
last <- to - 1

accounts <- sprintf("a%02d", 1:40)
start <- from + sample(-60:200, 40, replace = TRUE)
region <- sample(c("north", "south"), 40, replace = TRUE)

n <- 300
who <- sample(1:36, n, replace = TRUE) # four accounts never use anything
uses <- data.frame(
  account = accounts[who],
  day = start[who] + round(rexp(n, 1 / 50)) - sample(c(0, 0, 0, 5), n, replace = TRUE),
  meter = sample(c("logins", "reports", "exports", "alerts"), n, replace = TRUE, prob = c(0.6, 0.2, 0.15, 0.05)),
  user = ifelse(runif(n) < 0.15, "", sample(c("ann", "bob", "cyd"), n, replace = TRUE)),
  quantity = sample(c(1, 1, 1, 2, 0), n, replace = TRUE)
)
real <- uses[uses$quantity > 0, ]
seen <- real[real$day < to, ]
span <- seen[seen$day >= from, ]
named <- span[span$user != "", ]

km <- function(length, over) {
  fit <- survfit(Surv(length, over) ~ 1, conf.type = "log-log")
  q <- quantile(fit, 0.5)
  c(q$quantile, q$lower, q$upper)
}

first_use <- function(meters) {
  mine <- seen[seen$meter %in% meters, ]
  sapply(accounts, function(a) {
    d <- as.numeric(mine$day[mine$account == a])
    if (length(d) == 0) NA else max(min(d), as.numeric(start[accounts == a]))
  })
}
cohort <- start >= from & start < to
to_value <- function(meters) {
  first <- first_use(meters)[cohort]
  over <- !is.na(first)
  waited <- ifelse(over, first, as.numeric(last)) - as.numeric(start[cohort])
  c(km(waited, over), sum(over), sum(!over))
}

in_time <- function(days, meters) {
  due <- start + days
  first <- first_use(meters)
  asked <- due >= from & due < to
  c(sum(asked & !is.na(first) & first <= as.numeric(due)), sum(asked), sum(start < to & due >= to))
}

active <- function(days, column) {
  rows <- seen[seen$day >= to - days & (column == "account" | seen$user != ""), ]
  nrow(unique(rows[, if (column == "account") "account" else c("account", "user"), drop = FALSE]))
}

paying <- accounts[start < to]
offered <- c("logins", "reports", "exports", "audit")
adopted <- unique(span[span$account %in% paying & span$meter %in% offered, c("account", "meter")])
depth <- table(paste(unique(named[, c("account", "user", "meter")])$account, unique(named[, c("account", "user", "meter")])$user))

m <- 120
minute <- function(d) as.numeric(as.POSIXct(d, tz = "UTC")) / 60
opened <- minute(from) + sample(-30000:270000, m)
reply <- ifelse(runif(m) < 0.75, round(rexp(m, 1 / 600)), NA)
solved <- ifelse(runif(m) < 0.85, round(rexp(m, 1 / 9000)) + 1, NA)
again <- ifelse(!is.na(solved) & runif(m) < 0.25, solved + round(rexp(m, 1 / 3000)) + 1, NA)
resolved <- ifelse(!is.na(again) & runif(m) < 0.6, again + round(rexp(m, 1 / 3000)) + 1, NA)
escalated <- ifelse(runif(m) < 0.15, round(rexp(m, 1 / 500)) + 1, NA)
# an escalation is only written while the ticket was not solved yet
escalated <- ifelse(!is.na(escalated) & (is.na(solved) | escalated < solved), escalated, NA)
close <- minute(to)
by_close <- function(after) !is.na(after) & opened + after < close
in_span <- opened >= minute(from) & opened < close
there <- opened < close
# what holds at the close: solved, opened again, solved for good
state <- ifelse(by_close(resolved), "done", ifelse(by_close(again), "open", ifelse(by_close(solved), "done", "open")))
end <- ifelse(state == "done", ifelse(by_close(resolved), resolved, solved), close - opened)
hours <- function(length, over) {
  c(km((length / 60)[in_span], over[in_span]), sum(over[in_span]), sum(!over[in_span]))
}
answered <- by_close(reply)
silent <- ifelse(answered, reply, ifelse(state == "done", end, close - opened))
solved_in_span <- by_close(solved) & opened + solved >= minute(from)

tables <- list(
  list(length = c(3, 1, 8, 5), over = c(1, 1, 1, 1)),
  list(length = c(3, 1, 8, 5, 9), over = c(1, 1, 1, 1, 1)),
  list(length = c(4, 4, 4), over = c(1, 1, 1)),
  list(length = c(1, 2, 3, 10), over = c(1, 0, 0, 0)),
  list(length = c(1, 2, 6, 9, 9), over = c(0, 1, 1, 0, 1)),
  list(length = round(rexp(60, 1 / 20)), over = as.integer(runif(60) < 0.6)),
  list(length = round(rweibull(200, 0.7, 50), 2), over = as.integer(runif(200) < 0.8))
)

num <- function(v) paste0("[", paste(ifelse(is.na(v), "null", sprintf("%.17g", v)), collapse = ", "), "]")
txt <- function(v) paste0("[", paste(sprintf('"%s"', v), collapse = ", "), "]")
put <- function(name, value, end = ",") cat(sprintf(' "%s": %s%s\n', name, value, end))
cat("{\n")
put("made by", sprintf('"Rscript engagement_oracle.R; %s, survival %s"', R.version.string, packageVersion("survival")))
put("tolerance", '"1e-9"')
put("account", txt(accounts)); put("start", txt(start)); put("region", txt(region))
put("use account", txt(uses$account)); put("use day", txt(uses$day)); put("use meter", txt(uses$meter))
put("use user", txt(uses$user)); put("use quantity", num(uses$quantity))
put("ticket account", txt(accounts[(seq_len(m) %% 40) + 1])); put("opened", num(opened)); put("reply", num(reply))
put("solved", num(solved)); put("again", num(again)); put("resolved", num(resolved)); put("escalated", num(escalated))
put("time to first use", num(to_value(c("logins", "reports", "exports", "alerts"))))
put("time to value", num(to_value(c("reports", "exports"))))
put("time to alerts", num(to_value("alerts")))
put("in time 30", num(in_time(30, c("logins", "reports", "exports", "alerts"))))
put("in time 45 reports", num(in_time(45, "reports")))
put("users", num(sapply(c(1, 7, 30), active, "user")))
put("accounts", num(sapply(c(1, 7, 30), active, "account")))
put("active days", num(c(nrow(unique(span[, c("account", "day")])), length(unique(span$account)))))
put("adoption", num(c(nrow(adopted), length(paying) * length(offered))))
put("depth", num(c(sum(depth), length(depth))))
put("bands 1 2 4", num(c(sum(depth == 1), sum(depth >= 2 & depth <= 3), sum(depth >= 4))))
put("tickets", num(sum(in_span)))
put("backlog", num(sum(there & state == "open")))
put("resolution", num(hours(end, state == "done")))
put("first reply", num(hours(silent, answered)))
put("reopened", num(c(sum(solved_in_span & by_close(again)), sum(solved_in_span))))
put("escalation", num(c(sum(in_span & by_close(escalated)), sum(in_span))))
cat(' "waits": [\n')
cat(paste(sapply(tables, function(t) {
  sprintf('  {"length": %s, "over": %s, "median": %s}', num(t$length), num(t$over), num(km(t$length, t$over)))
}), collapse = ",\n"), "\n ]\n}\n", sep = "")
