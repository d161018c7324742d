package de.digitallotsen.shared;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** How far bytes are UTF-8, and whether any of them can be nothing else. */
final class Utf8 {

    private Utf8() {}

    /** How many bytes from the beginning on are UTF-8; all of them if the file is. */
    static int validUntil(byte[] file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        decoder.decode(bytes, CharBuffer.allocate(file.length + 1), true);
        return bytes.position();
    }

    /** True if somewhere two or more bytes make one character, as hardly any other encoding has them side by side. */
    static boolean hasSequence(byte[] file) {
        for (int at = 0; at < file.length; at++) {
            if (length(file, at) > 1) {
                return true;
            }
        }
        return false;
    }

    private static int length(byte[] file, int at) {
        int first = file[at] & 0xFF;
        int length = first >= 0xC2 && first <= 0xDF
                ? 2
                : first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 1;
        for (int next = at + 1; next < at + length; next++) {
            if (next >= file.length || (file[next] & 0xC0) != 0x80) {
                return 1;
            }
        }
        return length;
    }
}
