// Start here: jshell --class-path "revops-core/target/classes:revops-core/target/lib/*" revops.jsh
System.setProperty("slf4j.internal.verbosity", "ERROR")
import io.revops.book.*
import io.revops.catalog.*
import io.revops.health.*
import io.revops.json.*
import io.revops.ledger.*
import io.revops.load.*
import io.revops.load.baremetrics.*
import io.revops.load.chargebee.*
import io.revops.load.hubspot.*
import io.revops.load.salesforce.*
import io.revops.load.stripe.*
import io.revops.load.zendesk.*
import io.revops.metric.*
import io.revops.metric.bookings.*
import io.revops.metric.cohort.*
import io.revops.metric.engagement.*
import io.revops.metric.recurring.*
import io.revops.money.*
import io.revops.reconcile.*
import io.revops.report.*
import io.revops.report.chart.*
import io.revops.report.page.*
import io.revops.time.*
import java.nio.file.Path
import java.time.*
import static io.revops.book.Dimension.*
import static io.revops.catalog.Metrics.*
import static io.revops.metric.Part.*
var stripe = Path.of("revops-examples/sample/data/stripe")
var crm = Path.of("revops-examples/sample/data/salesforce")
var finance = Path.of("revops-examples/sample/data/finance")
var success = Path.of("revops-examples/sample/data/success")
var links = Path.of("revops-examples/sample/data/links.csv")
