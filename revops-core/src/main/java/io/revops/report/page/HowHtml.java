package io.revops.report.page;

import io.revops.metric.Explanation;
import java.util.ArrayList;
import java.util.List;

/** How figures were concluded, each folded under its headline. */
final class HowHtml {
    private final Markup page;
    private final Conclusions conclusions;

    HowHtml(Markup page, Conclusions conclusions) {
        this.page = page;
        this.conclusions = conclusions;
    }

    void write(String title, List<Explanation> named) {
        List<Explanation> all = conclusions.take(named);
        if (all.isEmpty()) {
            return;
        }
        page.open("details", "class", "hows");
        page.words("summary", title);
        all.forEach(this::one);
        page.close();
    }

    private void one(Explanation how) {
        page.open("details", "class", "how");
        page.words("summary", how.headline());
        page.open("div", "id", conclusions.anchor(how));
        if (!how.formula().isEmpty()) {
            page.words("p", "= " + how.formula(), "class", "formula");
        }
        list("Put in", how.totals());
        list("Moved most by", how.lines());
        list("At the edges", how.edges());
        if (conclusions.isUnderThePolicy(how)) {
            page.open("p", "class", "label");
            page.words("a", "Under the policy of this report", "href", "#" + HtmlReport.POLICY);
            page.close();
        } else if (!how.policy().isEmpty()) {
            page.open("details", "class", "policy").words("summary", "Under this policy");
            items(how.policy());
            page.close();
        }
        page.close().close();
    }

    private void list(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            page.words("p", title, "class", "label");
            items(lines);
        }
    }

    /** Lines as a list; what is set in from the left belongs to the line before. */
    private void items(List<String> lines) {
        page.open("ul");
        int i = 0;
        while (i < lines.size()) {
            page.open("li", "dir", "auto").text(lines.get(i).strip());
            List<String> under = new ArrayList<>();
            for (i++; i < lines.size() && lines.get(i).startsWith(" "); i++) {
                under.add(lines.get(i).strip());
            }
            if (!under.isEmpty()) {
                items(under);
            }
            page.close();
        }
        page.close();
    }
}
