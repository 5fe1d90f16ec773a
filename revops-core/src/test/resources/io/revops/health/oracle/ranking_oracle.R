# Obuchowski's interval of an area under the curve by R, pair by pair; shares nothing with the library.
#
# Usage, in this folder: Rscript ranking_oracle.R > ranking.json
#
# 30 customers are scored in one to five months. The placements of each score are means over all pairs (ties count half); S10, S01 and
# S11 are those of Obuchowski (Biometrics 53, 1997, 567-578), where a customer has scores that were followed by a departure and scores
# that were not. "wilson" is prop.test without correction.
set.seed(20251126)
months <- sample(1:5, 30, replace = TRUE)
customer <- rep(1:30, months)
usual <- rnorm(30)
prone <- runif(30) < 0.35
score <- pmin(100, pmax(0, round(60 + 15 * usual[customer] - 12 * prone[customer] + rnorm(length(customer), 0, 8), -1)))
left <- prone[customer] & runif(length(customer)) < 0.6

kernel <- outer(score[left], score[!left], "<") + 0.5 * outer(score[left], score[!left], "==")
auc <- mean(kernel)
m <- nrow(kernel)
n <- ncol(kernel)
of_left <- tapply(rowMeans(kernel) - auc, factor(customer[left], 1:30), sum, default = 0)
of_stayed <- tapply(colMeans(kernel) - auc, factor(customer[!left], 1:30), sum, default = 0)
i10 <- length(unique(customer[left]))
i01 <- length(unique(customer[!left]))
s10 <- i10 / ((i10 - 1) * m) * sum(of_left^2)
s01 <- i01 / ((i01 - 1) * n) * sum(of_stayed^2)
s11 <- 30 / 29 * sum(of_left * of_stayed)
error <- sqrt(s10 / m + s01 / n + 2 * s11 / (m * n))
stopifnot(any(of_left != 0 & of_stayed != 0))

num <- function(v) paste0("[", paste(sprintf("%.17g", v), collapse = ", "), "]")
short <- function(v) paste0("[", paste(sprintf("%.10g", v), collapse = ", "), "]")
shares <- list(c(1, 7), c(41, 150), c(3, 400000), c(99, 100), c(250, 500))
wilson <- sapply(shares, function(s) {
  sprintf('  {"hits": %d, "cases": %d, "interval": %s}', s[1], s[2], num(suppressWarnings(prop.test(s[1], s[2], correct = FALSE))$conf.int))
})
cat("{\n")
cat(sprintf(' "made by": "Rscript ranking_oracle.R; %s",\n "tolerance": "1e-12",\n', R.version.string))
cat(sprintf(' "customer": %s,\n "score": %s,\n "left": %s,\n', short(customer), short(score), short(as.integer(left))))
cat(sprintf(' "auc": %.17g, "low": %.17g, "high": %.17g,\n', auc, auc - qnorm(0.975) * error, auc + qnorm(0.975) * error))
cat(' "wilson": [\n', paste(wilson, collapse = ",\n"), '\n ]\n}\n', sep = "")
