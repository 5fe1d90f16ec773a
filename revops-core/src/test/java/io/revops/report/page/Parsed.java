package io.revops.report.page;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A page read by the JDK's XML parser, which takes nothing that is not well-formed. */
final class Parsed {
    private final Document document;

    private Parsed(Document document) {
        this.document = document;
    }

    static Parsed of(String page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new Parsed(builder.parse(new InputSource(new StringReader(page))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("The page is not well-formed: " + e.getMessage(), e);
        }
    }

    /** Every element, in the order of the page. */
    List<Element> all() {
        return all("*");
    }

    List<Element> all(String tag) {
        List<Element> found = within(document.getDocumentElement(), tag);
        if (tag.equals("*") || tag.equals(document.getDocumentElement().getTagName())) {
            found.add(0, document.getDocumentElement());
        }
        return found;
    }

    /** Every element below another. */
    static List<Element> within(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The elements of a class. */
    List<Element> ofClass(String name) {
        return all().stream()
                .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(name))
                .toList();
    }

    Element byId(String id) {
        return all().stream()
                .filter(e -> e.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no element " + id + "."));
    }

    /** The words of its cells, rows apart by line ends and cells by bars. */
    static List<String> rows(Element table) {
        List<String> rows = new ArrayList<>();
        for (Element row : within(table, "tr")) {
            List<String> cells = new ArrayList<>();
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                if (cell instanceof Element) {
                    cells.add(cell.getTextContent().strip());
                }
            }
            rows.add(String.join(" | ", cells));
        }
        return rows;
    }
}
