package org.sambandh.crm.interaction;

import java.util.Locale;
import org.sambandh.crm.common.Text;

/**
 * By what means an interaction took place. Extensible: a host makes its own with {@code new Channel("fax")}.
 *
 * @param code at most 40 characters, kept in lower case
 */
public record Channel(String code) {

    /** Electronic mail. */
    public static final Channel EMAIL = new Channel("email");

    /** A telephone call. */
    public static final Channel PHONE = new Channel("phone");

    /** A meeting, in person or by video. */
    public static final Channel MEETING = new Channel("meeting");

    /** A web site: a visit, a download, a form. */
    public static final Channel WEB = new Channel("web");

    /** A live chat on a site or in an app. */
    public static final Channel CHAT = new Channel("chat");

    /** A short message by telephone. */
    public static final Channel SMS = new Channel("sms");

    /** A messenger such as WhatsApp. */
    public static final Channel MESSENGER = new Channel("messenger");

    /** A letter or parcel. */
    public static final Channel POST = new Channel("post");

    /** A social network. */
    public static final Channel SOCIAL = new Channel("social");

    /** A note of ours: nothing was exchanged. */
    public static final Channel NOTE = new Channel("note");

    /**
     * Checks the code.
     *
     * @param code at most 40 characters, kept in lower case
     */
    public Channel {
        code = Text.required("channel", code, 40).toLowerCase(Locale.ROOT);
    }

    /** {@return the code} */
    @Override
    public String toString() {
        return code;
    }
}
