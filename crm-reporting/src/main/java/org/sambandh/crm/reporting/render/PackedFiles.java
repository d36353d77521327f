package org.sambandh.crm.reporting.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks what the spreadsheet library packed. Its files carry eight-byte sizes behind each entry without announcing them
 * in front, which spreadsheet programs take and {@link java.util.zip.ZipInputStream} refuses.
 */
final class PackedFiles {

    private static final int ENTRY = 0x04034b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int SIZES = 0x08074b50;

    private PackedFiles() {}

    /** Returns the files by name, in their order. */
    static Map<String, byte[]> of(byte[] archive) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, byte[]> files = new LinkedHashMap<>();
        int at = 0;
        while (in.getInt(at) == ENTRY) {
            int nameLength = in.getShort(at + 26);
            int content = at + 30 + nameLength + in.getShort(at + 28);
            String name = new String(archive, at + 30, nameLength, StandardCharsets.UTF_8);
            Inflater inflater = new Inflater(true);
            try {
                inflater.setInput(archive, content, archive.length - content);
                files.put(name, inflated(inflater));
                at = behind(in, content + (int) inflater.getBytesRead());
            } finally {
                inflater.end();
            }
        }
        return files;
    }

    private static byte[] inflated(Inflater inflater) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        try {
            while (!inflater.finished()) {
                int length = inflater.inflate(chunk);
                if (length == 0 && !inflater.finished()) {
                    throw new IOException("an entry of the workbook is cut off");
                }
                out.write(chunk, 0, length);
            }
        } catch (DataFormatException e) {
            throw new IOException("an entry of the workbook is not deflated", e);
        }
        return out.toByteArray();
    }

    /** Returns where the next entry or the directory starts, behind a checksum and two sizes of four or eight bytes. */
    private static int behind(ByteBuffer in, int at) throws IOException {
        int sizes = in.getInt(at) == SIZES ? at + 8 : at;
        for (int next : new int[] {at, sizes + 8, sizes + 16}) {
            int signature = in.getInt(next);
            if (signature == ENTRY || signature == DIRECTORY) {
                return next;
            }
        }
        throw new IOException("an entry of the workbook is followed by nothing known");
    }
}
