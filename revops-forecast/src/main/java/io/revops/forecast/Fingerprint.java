package io.revops.forecast;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over what a model was trained from: two models with the same fingerprint saw the same data. Not shared between threads. */
public final class Fingerprint {
    private static final int CHUNK = 4096;

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    /** Of nothing yet. */
    public static Fingerprint start() {
        return new Fingerprint();
    }

    /** The fingerprint of a series. */
    public static String of(Observed series) {
        Fingerprint print =
                start().add(series.quantity().toString()).add(series.month(0).toString());
        for (int i = 0; i < series.size(); i++) {
            print.add(series.value(i));
        }
        return print.hex();
    }

    /** Adds words, with their length, so that no two lists of words look alike. */
    public Fingerprint add(String words) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    /** Adds a number, bit for bit. */
    public Fingerprint add(double number) {
        digest.update(ByteBuffer.allocate(Double.BYTES)
                .putLong(Double.doubleToLongBits(number))
                .array());
        return this;
    }

    /** Adds numbers, bit for bit, as one after the other. */
    public Fingerprint add(double... numbers) {
        ByteBuffer chunk = ByteBuffer.allocate(Double.BYTES * Math.min(numbers.length, CHUNK));
        for (double number : numbers) {
            if (!chunk.hasRemaining()) {
                digest.update(chunk.flip());
                chunk.clear();
            }
            chunk.putLong(Double.doubleToLongBits(number));
        }
        digest.update(chunk.flip());
        return this;
    }

    /** The 64 hexadecimal digits of what was added so far. */
    public String hex() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("A digest that cannot be copied.", e);
        }
    }
}
