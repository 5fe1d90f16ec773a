# Logistic regressions by R's glm on generated rows; shares nothing with the library.
#
# Usage, in this folder: Rscript logistic_oracle.R > logistic.json
#
# Rows come from R's Mersenne Twister with the seed below and are written to the file with 17 digits, so that the library reads the
# very numbers that R read. glm is run with epsilon 1e-14, so that its coefficients are those of the maximum.
set.seed(20250331)
n <- 400
x1 <- round(rnorm(n, 50, 20), 3)
x2 <- round(rexp(n, 1 / 1000), 2)
x3 <- rbinom(n, 1, 0.3)
x4 <- round(runif(n), 4)
eta <- -1.2 + 0.03 * (x1 - 50) - 0.0008 * x2 + 0.9 * x3
y <- rbinom(n, 1, 1 / (1 + exp(-eta)))
w <- round(runif(n, 0.5, 3), 2)

num <- function(v) paste0("[", paste(sprintf("%.17g", v), collapse = ", "), "]")

case <- function(name, weights) {
  fit <- suppressWarnings(glm(y ~ x1 + x2 + x3 + x4, family = binomial, weights = weights,
                              control = glm.control(epsilon = 1e-14, maxit = 100)))
  p <- fitted(fit)
  loglik <- sum(weights * (y * log(p) + (1 - y) * log(1 - p)))
  s <- summary(fit, dispersion = 1)$coefficients
  sprintf('  {"name": "%s",\n   "weights": %s,\n   "coefficients": %s,\n   "errors": %s,\n   "logLikelihood": %.17g}',
          name, num(weights), num(s[, 1]), num(s[, 2]), loglik)
}

cat("{\n")
cat(sprintf(' "made by": "Rscript logistic_oracle.R; %s, glm(family = binomial, epsilon = 1e-14)",\n', R.version.string))
cat(' "tolerance": "1e-6 relative: two ways to the same maximum",\n')
cat(' "columns": ["x1", "x2", "x3", "x4"],\n')
for (v in c("x1", "x2", "x3", "x4", "y")) cat(sprintf(' "%s": %s,\n', v, num(get(v))))
cat(' "cases": [\n')
cat(paste(c(case("plain", rep(1, n)), case("weighted", w)), collapse = ",\n"))
cat("\n ]\n}\n")
