# Shifts of columns and matured probabilities by R's own functions; shares nothing with the library.
#
# Usage, in this folder: Rscript drift_oracle.R > drift.json
#
# The shares of bins come from cut and table, chi-squared from pchisq and qchisq, Holm from p.adjust, the distance from ks.test and its limit
# from the distribution that ks.test takes its p-value from, the line of what happened in what was said from glm (epsilon 1e-14), and its
# test from the deviances. Rows come from R's Mersenne Twister with the seed below.
set.seed(20251126)
num <- function(v) paste0("[", paste(ifelse(is.na(v), "null", sprintf("%.17g", v)), collapse = ", "), "]")
short <- function(v) paste0("[", paste(ifelse(is.na(v), "null", sprintf("%.10g", v)), collapse = ", "), "]") # of rounded rows

column <- function(name, before, after) {
  present <- sort(before)
  edges <- unique(present[(length(present) * (1:9) - 1) %/% 10 + 1])
  edges <- edges[edges < max(present)]
  bins <- function(v) c(table(cut(v, c(-Inf, edges, Inf))), sum(is.na(v)))
  n <- bins(before)
  m <- bins(after)
  used <- n + m > 0
  p <- (n + 0.5)[used] / (length(before) + 0.5 * sum(used))
  q <- (m + 0.5)[used] / (length(after) + 0.5 * sum(used))
  psi <- sum((q - p) * log(q / p))
  chance <- 1 / length(before) + 1 / length(after)
  ends <- seq_along(edges)
  ks <- max(abs(cumsum(n[ends]) / sum(!is.na(before)) - cumsum(m[ends]) / sum(!is.na(after))))
  test <- suppressWarnings(ks.test(before[!is.na(before)], after[!is.na(after)], exact = FALSE))
  list(name = name, p = pchisq(psi / chance, sum(used) - 1, lower.tail = FALSE), text = sprintf(
    paste0('  {"name": "%s", "then": %s, "now": %s,\n   "edges": %s, "countsThen": %s, "countsNow": %s,\n',
           '   "psi": %.17g, "pValue": %.17g, "limit": %.17g, "ks": %.17g, "ksOfAllValues": %.17g, "ksPValue": %.17g, "rows": %s}'),
    name, short(before), short(after), short(edges), short(n), short(m), psi,
    pchisq(psi / chance, sum(used) - 1, lower.tail = FALSE), qchisq(0.95, sum(used) - 1) * chance,
    ks, test$statistic, test$p.value, num(c(sum(!is.na(before)), sum(!is.na(after))))))
}

gaps <- function(v, share) ifelse(runif(length(v)) < share, NA, v)
columns <- list(
  column("same", round(rnorm(120), 3), round(rnorm(80), 3)),
  column("moved", round(rnorm(120), 3), round(rnorm(80, 0.9), 3)),
  column("fewer known", gaps(round(rexp(120), 3), 0.05), gaps(round(rexp(80), 3), 0.3)),
  column("counts", rpois(120, 1.2), rpois(80, 1.9)),
  column("nearly", round(rnorm(120), 3), round(rnorm(80, 0.55), 3)))
adjusted <- p.adjust(sapply(columns, function(c) c$p), "holm")

matured <- function(name, n, shift, slope) {
  said <- round(plogis(rnorm(n, -1)), 4)
  happened <- rbinom(n, 1, plogis(shift + slope * qlogis(said)))
  x <- qlogis(said)
  exact <- glm.control(epsilon = 1e-14, maxit = 100)
  line <- glm(happened ~ x, family = binomial, control = exact)
  large <- glm(happened ~ 1, family = binomial, offset = x, control = exact)
  unchanged <- -2 * sum(dbinom(happened, 1, said, log = TRUE))
  events <- sum(happened)
  ratio <- events / sum(said)
  around <- exp(c(-1, 1) * qnorm(0.975) * sqrt((1 - events / n) / events))
  sprintf(paste0('  {"name": "%s", "said": %s, "labels": %s,\n   "ratio": %.17g, "interval": %s,\n   "slope": %.17g, "slopeError": %.17g, ',
                 '"inTheLarge": %.17g, "interceptError": %.17g, "pValue": %.17g}'),
          name, short(said), short(happened), ratio, num(ratio * around), coef(line)[2], sqrt(vcov(line)[2, 2]),
          coef(large)[1], sqrt(vcov(large)[1, 1]), pchisq(unchanged - deviance(line), 2, lower.tail = FALSE))
}

cat("{\n")
cat(sprintf(' "made by": "Rscript drift_oracle.R; %s",\n', R.version.string))
cat(' "tolerance": "1e-12, and 1e-7 for what glm found",\n')
cat(' "columns": [\n', paste(sapply(columns, function(c) c$text), collapse = ",\n"), '\n ],\n', sep = "")
cat(' "holm": ', num(adjusted), ',\n', sep = "")
cat(' "matured": [\n', paste(c(matured("right", 150, 0, 1), matured("too little", 150, 0.8, 0.7)), collapse = ",\n"), '\n ]\n}\n', sep = "")
