# Hazards of churn by cause, their curves and the revenue at risk, by R; shares nothing with the library.
#
# Usage, in this folder: Rscript hazard_oracle.R > hazard.json
#
# 300 accounts with two features are followed for at most six months. "curves" are of glm (binomial, epsilon 1e-14) on one row for each
# month of each account, one regression for each cause against who lasted the month, put together as e^eta / (1 + sum e^eta); their
# revenue at risk is the sum of amount times incidence. "multinomial" is how far one regression of both causes at once (maximised by
# optim) is from the two apart: they are two ways to estimate the same. "aalenJohansen" is the cumulative incidence of survival's
# survfit with no feature at all, which hazards of months without features have to be to the last digit.
suppressPackageStartupMessages(library(survival))
set.seed(20251126)
num <- function(v) paste0("[", paste(sprintf("%.17g", v), collapse = ", "), "]")
short <- function(v) paste0("[", paste(sprintf("%.10g", v), collapse = ", "), "]")
n <- 300
months <- 6
usage <- round(rnorm(n), 2)
failures <- rpois(n, 0.7)
amount <- round(exp(rnorm(n, 5, 1)), 2)
period <- integer(n)
cause <- character(n)
for (i in 1:n) {
  odds <- exp(c(-3.6 + 0.7 * failures[i], -2.6 - 0.9 * usage[i]))
  seen <- sample(2:months, 1)
  period[i] <- seen
  for (k in 1:seen) {
    u <- runif(1) * (1 + sum(odds))
    if (u < sum(odds)) {
      period[i] <- k
      cause[i] <- if (u < odds[1]) "involuntary" else "voluntary"
      break
    }
  }
}
causes <- c("involuntary", "voluntary")
long <- do.call(rbind, lapply(1:n, function(i) data.frame(
  i = i, k = 1:period[i], usage = usage[i], failures = failures[i],
  end = ifelse(1:period[i] == period[i], cause[i], ""))))
exact <- glm.control(epsilon = 1e-14, maxit = 100)
fits <- lapply(causes, function(c) {
  rows <- long[long$end %in% c("", c), ]
  glm(as.integer(end == c) ~ usage + failures + factor(k), family = binomial, data = rows, control = exact)
})
x <- model.matrix(~ usage + failures + factor(k), long)
apart <- unlist(lapply(fits, coef))
loss <- function(b) {
  eta <- x %*% matrix(b, ncol = 2)
  sum(log(1 + rowSums(exp(eta)))) - sum(eta[cbind(which(long$end != ""), match(long$end[long$end != ""], causes))])
}
slope <- function(b) {
  p <- exp(x %*% matrix(b, ncol = 2))
  p <- p / (1 + rowSums(p))
  as.vector(t(x) %*% (p - outer(long$end, causes, "==")))
}
both <- optim(apart, loss, slope, method = "BFGS", control = list(reltol = 1e-14, maxit = 1000))$par

incidence <- function(u, f) {
  stays <- 1
  total <- c(0, 0)
  path <- NULL
  for (k in 1:months) {
    odds <- sapply(fits, function(fit) exp(predict(fit, data.frame(usage = u, failures = f, k = k))))
    total <- total + stays * odds / (1 + sum(odds))
    stays <- stays / (1 + sum(odds))
    path <- rbind(path, c(total, stays))
  }
  path
}
asked <- list(c(-1, 0), c(0.5, 3))
horizon <- 4
chances <- t(mapply(function(u, f) incidence(u, f)[horizon, ], usage[1:60], failures[1:60]))

state <- factor(cause, levels = c("", causes))
curve <- summary(survfit(Surv(period, state) ~ 1), times = 1:months)

cat("{\n")
cat(sprintf(' "made by": "Rscript hazard_oracle.R; %s, survival %s",\n', R.version.string, packageVersion("survival")))
cat(' "tolerance": "1e-8 for what glm found, 1e-9 for Aalen-Johansen, where a month\'s level is found by the library too",\n')
for (v in c("usage", "failures", "amount", "period")) cat(sprintf(' "%s": %s,\n', v, short(get(v))))
cat(sprintf(' "cause": [%s],\n', paste0('"', cause, '"', collapse = ", ")))
cat(' "curves": [\n', paste(sapply(asked, function(a) {
  path <- incidence(a[1], a[2])
  sprintf('  {"usage": %g, "failures": %g, "involuntary": %s,\n   "voluntary": %s,\n   "stays": %s}',
          a[1], a[2], num(path[, 1]), num(path[, 2]), num(path[, 3]))
}), collapse = ",\n"), "\n ],\n", sep = "")
cat(sprintf(' "slopes": %s,\n', num(unlist(lapply(fits, function(fit) coef(fit)[2:3])))))
cat(sprintf(' "multinomial": %s,\n', num(both[c(2, 3, 2 + ncol(x), 3 + ncol(x))])))
cat(sprintf(' "atRisk": {"accounts": 60, "horizon": %d, "involuntary": %.17g, "voluntary": %.17g, "retention": %.17g},\n', horizon,
            sum(amount[1:60] * chances[, 1]), sum(amount[1:60] * chances[, 2]), sum(amount[1:60] * chances[, 3]) / sum(amount[1:60])))
cat(sprintf(' "aalenJohansen": {"stays": %s,\n  "involuntary": %s,\n  "voluntary": %s}\n}\n',
            num(curve$pstate[, 1]), num(curve$pstate[, 2]), num(curve$pstate[, 3])))
