package io.revops.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A headless Chromium with one page, which runs no script, driven over its DevTools protocol. */
final class Chromium implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String READY = "DevTools listening on ";

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers;
    private final String session;
    private int lastId;

    private Chromium(Process process, WebSocket socket, BlockingQueue<JsonNode> answers) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
        String target = send("", "Target.createTarget", "url", "about:blank")
                .get("targetId")
                .asText();
        ObjectNode attach = JSON.createObjectNode().put("targetId", target).put("flatten", true);
        this.session =
                send("", "Target.attachToTarget", attach).get("sessionId").asText();
        send("Page.enable");
        send("DOM.enable");
        ObjectNode off = JSON.createObjectNode().put("value", true);
        send(session, "Emulation.setScriptExecutionDisabled", off);
    }

    static Chromium start(Path binary, Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        binary.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException("The browser " + binary + " ended before it listened. Maybe start it by hand.");
        }
        Thread drain = new Thread(() -> said.lines().forEach(ignored -> {}));
        drain.setDaemon(true);
        drain.start();
        BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(line.substring(READY.length())), new Collector(answers))
                .join();
        return new Chromium(process, socket, answers);
    }

    /** Opens a file at a width in CSS pixels. */
    void open(Path file, int width, int height) {
        ObjectNode size = JSON.createObjectNode()
                .put("width", width)
                .put("height", height)
                .put("deviceScaleFactor", 1)
                .put("mobile", width < 600);
        send(session, "Emulation.setDeviceMetricsOverride", size);
        send(session, "Page.navigate", "url", file.toUri().toString());
        await("Page.loadEventFired");
    }

    void scheme(String name) {
        ObjectNode media = JSON.createObjectNode();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", name);
        send(session, "Emulation.setEmulatedMedia", media);
    }

    /** How wide what there is to scroll is, in CSS pixels. */
    double contentWidth() {
        return send("Page.getLayoutMetrics").at("/cssContentSize/width").asDouble();
    }

    /** How long the page is, in CSS pixels. */
    double contentHeight() {
        return send("Page.getLayoutMetrics").at("/cssContentSize/height").asDouble();
    }

    /** How far down the page is scrolled. */
    double scrolled() {
        return send("Page.getLayoutMetrics").at("/cssVisualViewport/pageY").asDouble();
    }

    /** Whether an element has an attribute. */
    boolean has(String selector, String attribute) {
        ObjectNode node = JSON.createObjectNode().put("nodeId", node(selector));
        for (JsonNode name : send(session, "DOM.getAttributes", node).get("attributes")) {
            if (name.asText().equals(attribute)) {
                return true;
            }
        }
        return false;
    }

    /** Clicks where an element is. */
    void click(String selector) {
        ObjectNode node = JSON.createObjectNode().put("nodeId", node(selector));
        send(session, "DOM.scrollIntoViewIfNeeded", node);
        JsonNode quad = send(session, "DOM.getBoxModel", node).at("/model/content");
        for (String kind : new String[] {"mousePressed", "mouseReleased"}) {
            ObjectNode event = JSON.createObjectNode()
                    .put("type", kind)
                    .put(
                            "x",
                            (quad.get(0).asDouble()
                                            + Math.min(
                                                    quad.get(2).asDouble(),
                                                    quad.get(0).asDouble() + 40))
                                    / 2)
                    .put("y", (quad.get(1).asDouble() + quad.get(5).asDouble()) / 2)
                    .put("button", "left")
                    .put("clickCount", 1);
            send(session, "Input.dispatchMouseEvent", event);
        }
    }

    void screenshot(Path file) throws IOException {
        String png = send(session, "Page.captureScreenshot", "format", "png")
                .get("data")
                .asText();
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(png));
    }

    /** How many pages it has on paper. */
    long pages() {
        byte[] pdf =
                Base64.getDecoder().decode(send("Page.printToPDF").get("data").asText());
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        return text.split("/Type\\s*/Page\\b", -1).length - 1L;
    }

    private int node(String selector) {
        int root = send("DOM.getDocument").at("/root/nodeId").asInt();
        ObjectNode query = JSON.createObjectNode().put("nodeId", root).put("selector", selector);
        int found = send(session, "DOM.querySelector", query).get("nodeId").asInt();
        if (found == 0) {
            throw new AssertionError("There is no element " + selector + ".");
        }
        return found;
    }

    private JsonNode send(String method) {
        return send(session, method, JSON.createObjectNode());
    }

    private JsonNode send(String to, String method, String key, String value) {
        return send(to, method, JSON.createObjectNode().put(key, value));
    }

    private JsonNode send(String to, String method, ObjectNode params) {
        JsonNode answer = call(to, method, params);
        if (!answer.has("result")) {
            throw new AssertionError(method + ": " + answer);
        }
        return answer.get("result");
    }

    private JsonNode call(String to, String method, ObjectNode params) {
        int id = ++lastId;
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", params);
        if (!to.isEmpty()) {
            message.put("sessionId", to);
        }
        socket.sendText(message.toString(), true).join();
        JsonNode answer = next();
        while (answer.path("id").asInt() != id) {
            answer = next();
        }
        return answer;
    }

    private void await(String event) {
        while (!next().path("method").asText().equals(event)) {
            // an event before
        }
    }

    private JsonNode next() {
        try {
            JsonNode answer = answers.poll(60, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("The browser did not answer for a minute.");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted.", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        process.onExit().join();
    }

    /** Puts messages together and lines them up. */
    private static final class Collector implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> answers;
        private final StringBuilder text = new StringBuilder();

        Collector(BlockingQueue<JsonNode> answers) {
            this.answers = answers;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    answers.add(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
