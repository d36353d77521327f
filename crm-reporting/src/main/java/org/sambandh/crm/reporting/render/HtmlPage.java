package org.sambandh.crm.reporting.render;

/**
 * A page that needs nothing else: no script, no picture, no font, no address is loaded by it.
 *
 * @param html the whole document, to be sent or saved as UTF-8
 * @param styleHash the hash of its only style sheet, as a content security policy names it: {@code sha256-...}; the same
 *     for every page of one version of this library
 */
public record HtmlPage(String html, String styleHash) {

    /**
     * Returns the strictest policy under which the page reads as it should, for the header {@code
     * Content-Security-Policy}. The page carries the same policy inside.
     *
     * @return a policy that allows the style sheet of the page and nothing else
     */
    public String contentSecurityPolicy() {
        return "default-src 'none'; style-src '" + styleHash + "'; base-uri 'none'; form-action 'none'";
    }
}
