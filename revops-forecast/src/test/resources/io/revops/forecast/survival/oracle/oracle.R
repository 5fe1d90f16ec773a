# What R's survival says of rows.csv.
# Usage: Rscript oracle.R > oracle.json      (R 4.2.2, survival 3.5-3, jsonlite)
suppressMessages(library(survival))
library(jsonlite)
rows <- read.csv("rows.csv", na.strings = "NA", colClasses = c(cause = "character"))
rows$ended <- as.numeric(rows$cause != "")
rows$discount <- as.numeric(rows$discount)
rows$how <- factor(ifelse(rows$cause == "", "censor", rows$cause), levels = c("censor", "involuntary", "voluntary"))
tight <- coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 60)
weights <- list(one = rep(1, nrow(rows)), copies = as.numeric(rows$copies), weight = rows$weight)
num <- function(x) as.numeric(x)
out <- list(`made by` = "Rscript oracle.R > oracle.json; R 4.2.2, survival 3.5-3",
            tolerance = "Cox and AFT 1e-6, the rest 1e-9, as asked of the library")

surv <- function(late) if (late) Surv(rows$entry, rows$exit, rows$ended) else Surv(rows$exit, rows$ended)
multi <- function(late) if (late) Surv(rows$entry, rows$exit, rows$how) else Surv(rows$exit, rows$how)

curves <- list()
for (late in c(FALSE, TRUE)) for (w in names(weights)) {
  rows$w <- weights[[w]]
  y <- surv(late)
  fits <- lapply(c("plain", "log", "log-log"), function(ci)
    survfit(y ~ 1, data = rows, weights = w, conf.int = 0.9, conf.type = ci))
  f <- fits[[1]]
  keep <- f$n.event > 0 | f$n.censor > 0
  se <- if (isTRUE(f$logse)) f$std.err * f$surv else f$std.err
  tab <- lapply(fits, function(g) summary(g, rmean = 24)$table)
  # copies are rows that are there so many times; as weights, R takes them for one observation each
  again <- if (w == "copies") rep(seq_len(nrow(rows)), rows$copies) else seq_len(nrow(rows))
  many <- data.frame(w = if (w == "weight") rows$w else rep(1, length(again)), who = seq_along(again))
  y2 <- multi(late)[again]
  aj <- survfit(y2 ~ 1, weights = many$w, id = many$who)
  at <- match(f$time[keep], aj$time)
  curves[[length(curves) + 1]] <- list(
    late = late, weights = w, time = f$time[keep], atRisk = f$n.risk[keep], ended = f$n.event[keep],
    survival = f$surv[keep], standardError = se[keep], hazard = f$cumhaz[keep], hazardError = f$std.chaz[keep],
    bands = lapply(fits, function(g) list(low = g$lower[keep], high = g$upper[keep])),
    median = num(tab[[1]]["median"]), medianLow = sapply(tab, function(t) num(t["0.9LCL"])),
    medianHigh = sapply(tab, function(t) num(t["0.9UCL"])),
    quartiles = num(quantile(fits[[1]], c(0.25, 0.5), conf.int = FALSE)),
    restrictedMean = num(tab[[1]]["rmean"]), restrictedMeanError = num(tab[[1]]["se(rmean)"]),
    causes = lapply(2:3, function(k) list(cause = aj$states[k], incidence = aj$pstate[at, k], standardError = aj$std.err[at, k])))
}
out$curves <- curves

byGroup <- survdiff(Surv(exit, ended) ~ stratum, data = rows)
byDiscount <- survdiff(Surv(exit, ended) ~ discount + strata(stratum), data = rows)
# survdiff knows no late entry: the same sums by hand, over a grid of times.
byHand <- function(late, strata) {
  o <- 0; v <- 0
  for (s in unique(strata)) for (t in sort(unique(rows$exit))) {
    risk <- strata == s & rows$exit >= t & (!late | rows$entry < t)
    n <- sum(risk); n1 <- sum(risk & rows$discount == 1)
    dead <- risk & rows$exit == t & rows$ended == 1
    d <- sum(dead)
    if (d > 0) {
      o <- o + sum(dead & rows$discount == 1) - d * n1 / n
      if (n > 1) v <- v + d * (n1 / n) * (1 - n1 / n) * (n - d) / (n - 1)
    }
  }
  o^2 / v
}
stopifnot(abs(byHand(FALSE, rows$stratum) - byDiscount$chisq) < 1e-10)
total <- function(x) if (is.matrix(x)) num(rowSums(x)) else num(x)
out$logRank <- list(
  strata = list(statistic = byGroup$chisq, ended = total(byGroup$obs), expected = total(byGroup$exp),
                pValue = pchisq(byGroup$chisq, 2, lower.tail = FALSE)),
  discount = list(statistic = byDiscount$chisq, ended = total(byDiscount$obs), expected = total(byDiscount$exp),
                  pValue = pchisq(byDiscount$chisq, 1, lower.tail = FALSE)),
  late = list(statistic = byHand(TRUE, rep(1, nrow(rows))), stratified = byHand(TRUE, rows$stratum)))

cox <- list()
for (ties in c("efron", "breslow")) for (late in c(FALSE, TRUE)) for (strat in c(FALSE, TRUE)) for (w in names(weights)) {
  rows$w <- weights[[w]]
  rows$y <- surv(late)
  formula <- if (strat) y ~ seats + discount + spend + strata(stratum) else y ~ seats + discount + spend
  f <- if (w == "weight") coxph(formula, data = rows, weights = w, ties = ties, control = tight, cluster = id)
       else coxph(formula, data = rows, weights = w, ties = ties, control = tight)
  naive <- if (is.null(f$naive.var)) f$var else f$naive.var
  new <- data.frame(seats = c(1, 2.5), discount = c(1, 0), spend = c(2000, 9000))
  if (strat) new$stratum <- c("large", "small")
  g <- survfit(f, newdata = new, se.fit = TRUE)
  zph <- lapply(c("km", "identity", "rank", "log"), function(tr) {
    z <- cox.zph(f, transform = tr, terms = TRUE)
    list(transform = tr, statistic = num(z$table[, "chisq"]), pValue = num(z$table[, "p"]))
  })
  curve <- if (strat) {
    s <- rep(names(g$strata), g$strata)
    lapply(1:2, function(k) { i <- s == unique(s)[k] & g$n.event > 0
      list(stratum = new$stratum[k], time = g$time[i], hazard = g$cumhaz[i], error = g$std.err[i]) })
  } else {
    i <- g$n.event > 0
    lapply(1:2, function(k) list(stratum = "", time = g$time[i], hazard = g$cumhaz[i, k], error = g$std.err[i, k]))
  }
  cox[[length(cox) + 1]] <- list(
    ties = ties, late = late, strata = strat, weights = w, coefficient = num(coef(f)), covariance = num(t(naive)),
    robust = if (w == "weight") num(t(f$var)) else numeric(0),
    logLikelihood = f$loglik[2], nullLogLikelihood = f$loglik[1], score = f$score, wald = num(f$wald.test),
    likelihoodRatio = 2 * diff(f$loglik), concordance = num(f$concordance["concordance"]),
    proportional = zph, values = as.matrix(new[, 1:3]), curves = curve)
}
out$cox <- cox

rows$y <- Surv(rows$exit, rows$ended)
pen <- coxph(y ~ ridge(seats, discount, spend, theta = 5), data = rows, ties = "efron",
             control = coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 60, outer.max = 60))
out$ridge <- list(theta = 5, coefficient = num(coef(pen)), covariance = num(t(pen$var)), logLikelihood = pen$loglik[2])

aft <- list()
shapes <- c(weibull = "weibull", log_normal = "lognormal", log_logistic = "loglogistic")
for (shape in names(shapes)) for (w in names(weights)) {
  rows$w <- weights[[w]]
  f <- survreg(Surv(exit, ended) ~ seats + discount + spend, data = rows, weights = w, dist = shapes[[shape]],
               robust = (w == "weight"), control = survreg.control(rel.tolerance = 1e-13, maxiter = 200))
  naive <- if (is.null(f$naive.var)) f$var else f$naive.var
  # survreg's own robust variance forgets the weights of the residuals: dfbeta is weighted = FALSE by default
  if (w == "weight") f$var <- crossprod(residuals(f, "dfbeta", weighted = TRUE))
  new <- data.frame(seats = 2, discount = 1, spend = 3000)
  q <- predict(f, newdata = new, type = "quantile", p = c(0.1, 0.5, 0.9), se.fit = TRUE)
  aft[[length(aft) + 1]] <- list(
    shape = shape, weights = w, coefficient = num(coef(f)), spread = f$scale, covariance = num(t(naive)),
    robust = if (w == "weight") num(t(f$var)) else numeric(0),
    logLikelihood = f$loglik[2], nullLogLikelihood = f$loglik[1],
    values = c(2, 1, 3000), quantile = num(q$fit), quantileError = num(q$se.fit))
}
out$aft <- aft

# Newton on symbolic derivatives, for what survival does not fit: late entry, and the retention models.
newton <- function(start, point) {
  at <- start
  for (i in 1:200) {
    p <- point(at)
    e <- eigen(-(p$hessian + t(p$hessian)) / 2, symmetric = TRUE)  # uphill along every axis, whatever its curvature
    step <- drop(e$vectors %*% (t(e$vectors) %*% p$gradient / pmax(abs(e$values), 1e-6)))
    share <- 1
    repeat {
      q <- point(at + share * step)
      if ((is.finite(q$value) && q$value >= p$value - 1e-11) || share < 1e-9) break
      share <- share / 2
    }
    at <- at + share * step
    if (max(abs(step)) < 1e-12) break
  }
  p <- point(at)
  list(at = at, value = p$value, covariance = solve(-p$hessian))
}
total3 <- function(d, w) list(value = sum(w * d), gradient = colSums(w * attr(d, "gradient")),
                              hessian = apply(w * attr(d, "hessian"), 2:3, sum))
plus <- function(a, b, sign) list(value = a$value + sign * b$value, gradient = a$gradient + sign * b$gradient,
                                  hessian = a$hessian + sign * b$hessian)
names3 <- c("b0", "b1", "b2", "t")
densities <- list(
  weibull = list(f = quote((log(y) - b0 - b1 * seats - b2 * discount) / exp(t) - exp((log(y) - b0 - b1 * seats - b2 * discount) / exp(t)) - t - log(y)),
                 s = quote(-exp((log(y) - b0 - b1 * seats - b2 * discount) / exp(t)))),
  log_logistic = list(f = quote((log(y) - b0 - b1 * seats - b2 * discount) / exp(t) - 2 * log(1 + exp((log(y) - b0 - b1 * seats - b2 * discount) / exp(t))) - t - log(y)),
                      s = quote(-log(1 + exp((log(y) - b0 - b1 * seats - b2 * discount) / exp(t))))),
  log_normal = list(f = quote(log(dnorm((log(y) - b0 - b1 * seats - b2 * discount) / exp(t))) - t - log(y)),
                    s = quote(log(pnorm(-(log(y) - b0 - b1 * seats - b2 * discount) / exp(t))))))
out$lateAft <- lapply(names(densities), function(shape) {
  f <- deriv3(densities[[shape]]$f, names3, function(b0, b1, b2, t, y, seats, discount) NULL)
  s <- deriv3(densities[[shape]]$s, names3, function(b0, b1, b2, t, y, seats, discount) NULL)
  of <- function(d, at, part, y) total3(d(at[1], at[2], at[3], at[4], y, part$seats, part$discount), 1)
  e <- rows[rows$ended == 1, ]; r <- rows[rows$ended == 0, ]; l <- rows[rows$entry > 0, ]
  fit <- newton(c(mean(log(rows$exit)), 0, 0, 0), function(at)
    plus(plus(of(f, at, e, e$exit), of(s, at, r, r$exit), 1), of(s, at, l, l$entry), -1))
  list(shape = shape, coefficient = num(fit$at[1:3]), logSpread = fit$at[4], covariance = num(fit$covariance), logLikelihood = fit$value)
})

# S(t) = B(a, b + t^c) / B(a, b) in logs of a, b and c.
tables <- list(
  regular = c(1000, 631, 468, 382, 326, 289, 262, 241), highEnd = c(1000, 869, 743, 653, 593, 551, 517, 491))
logS <- quote(lgamma(exp(b) + y) - lgamma(exp(b)) + lgamma(exp(a) + exp(b)) - lgamma(exp(a) + exp(b) + y))
aged <- function(e, t) do.call(substitute, list(e, list(y = bquote(.(t)^exp(c)))))
out$retention <- unlist(lapply(names(tables), function(name) lapply(c(FALSE, TRUE), function(ageing) {
  n <- tables[[name]]; lost <- -diff(n); m <- length(lost)
  pars <- if (ageing) c("a", "b", "c") else c("a", "b")
  term <- function(t) if (t == 0) quote(0) else if (ageing) aged(logS, t) else do.call(substitute, list(logS, list(y = t)))
  parts <- c(lapply(1:m, function(t) bquote(log(exp(.(term(t - 1))) - exp(.(term(t)))))), list(term(m)))
  ds <- lapply(parts, function(e) { d <- deriv3(e, pars, function(a, b, c = 0) NULL); d })
  weight <- c(lost, n[m + 1])
  fit <- newton(rep(0, length(pars)), function(at) {
    each <- lapply(seq_along(ds), function(i) total3(do.call(ds[[i]], as.list(at)), weight[i]))
    Reduce(function(x, y) plus(x, y, 1), each)
  })
  a <- exp(fit$at[1]); b <- exp(fit$at[2]); c <- if (ageing) exp(fit$at[3]) else 1
  S <- function(t) exp(lbeta(a, b + t^c) - lbeta(a, b))
  hyper <- function(A, B, C, z) { s <- 0; term <- 1; k <- 0
    while (term > 1e-18 * (s + 1)) { s <- s + term; term <- term * (A + k) * (B + k) / (C + k) / (k + 1) * z; k <- k + 1 }; s }
  lived <- c(0, 1, 4)
  derl <- sapply(lived, function(k) if (ageing) sum(S(k + 1:4000) / S(k) / 1.1^(0:3999))
                 else (b + k) / (a + b + k) * hyper(1, b + k + 1, a + b + k + 1, 1 / 1.1))
  del <- if (ageing) sum(S(0:4000) / 1.1^(0:4000)) else hyper(1, b, a + b, 1 / 1.1)
  list(table = name, ageing = ageing, survivors = n, alpha = a, beta = b, power = c, logCovariance = num(fit$covariance),
       logLikelihood = fit$value, survival = S(1:12), discount = 0.1, lifetime = del, lived = lived, remaining = derl)
})), recursive = FALSE)

out$tails <- list(z = c(-3, -0.5, 0, 0.7, 1.9, 2.5, 6, 20, 37), logAbove = pnorm(c(-3, -0.5, 0, 0.7, 1.9, 2.5, 6, 20, 37), lower.tail = FALSE, log.p = TRUE),
  chi = c(0.1, 1, 3.5, 20, 80), chiAbove = lapply(1:7, function(k) pchisq(c(0.1, 1, 3.5, 20, 80), k, lower.tail = FALSE)),
  x = c(0.01, 0.5, 1, 2.5, 9.9, 10, 100, 1e6), logGamma = lgamma(c(0.01, 0.5, 1, 2.5, 9.9, 10, 100, 1e6)),
  digamma = digamma(c(0.01, 0.5, 1, 2.5, 9.9, 10, 100, 1e6)), trigamma = trigamma(c(0.01, 0.5, 1, 2.5, 9.9, 10, 100, 1e6)))
cat(toJSON(out, digits = I(17), auto_unbox = TRUE, na = "null", pretty = FALSE), "\n")
