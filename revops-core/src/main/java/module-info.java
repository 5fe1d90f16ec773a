/** Measures recurring revenue: facts, ledger, metrics, reports. */
module io.revops.core {
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.csv;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires org.slf4j;
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports io.revops.money;
    exports io.revops.time;
    exports io.revops.book;
    exports io.revops.load;
    exports io.revops.load.baremetrics;
    exports io.revops.load.chargebee;
    exports io.revops.load.hubspot;
    exports io.revops.load.zendesk;
    exports io.revops.load.stripe;
    exports io.revops.load.salesforce;
    exports io.revops.ledger;
    exports io.revops.metric;
    exports io.revops.metric.recurring;
    exports io.revops.metric.retention;
    exports io.revops.metric.efficiency;
    exports io.revops.metric.sales;
    exports io.revops.metric.customer;
    exports io.revops.metric.bookings;
    exports io.revops.metric.cohort;
    exports io.revops.metric.engagement;
    exports io.revops.catalog;
    exports io.revops.health;
    exports io.revops.reconcile;
    exports io.revops.report;
    exports io.revops.report.chart;
    exports io.revops.report.page;
    exports io.revops.json;
}
