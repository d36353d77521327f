package org.sambandh.crm.common;

import org.jspecify.annotations.Nullable;

/**
 * Points to a file that the host keeps: a message body, a recording, a photo. This library never opens it.
 *
 * @param locator how the host finds it; at most 500 characters
 * @param mediaType for example {@code message/rfc822}, if known
 * @param size in bytes, or -1 if unknown
 * @param sha256 the digest in hexadecimal, if known
 */
public record FileRef(
        String locator,
        @Nullable String mediaType,
        long size,
        @Nullable String sha256) {

    /**
     * Checks the locator.
     *
     * @param locator how the host finds it; at most 500 characters
     * @param mediaType for example {@code message/rfc822}, if known
     * @param size in bytes, or -1 if unknown
     * @param sha256 the digest in hexadecimal, if known
     */
    public FileRef {
        locator = Text.required("file.locator", locator, 500);
        mediaType = Text.orMissing("file.mediaType", mediaType, 200);
        if (size < -1) {
            throw new Invalid("file.size", "bytes, or -1 for unknown, found " + size);
        }
        if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
            throw new Invalid("file.sha256", "64 hexadecimal digits in lower case");
        }
    }

    /**
     * Returns a file of which only the place is known.
     *
     * @param locator how the host finds it
     * @return the reference
     */
    public static FileRef at(String locator) {
        return new FileRef(locator, null, -1, null);
    }

    /** {@return the media type and size; the locator may name a person} */
    @Override
    public String toString() {
        return "file " + (mediaType == null ? "of unknown type" : mediaType) + ", " + size + " bytes";
    }
}
