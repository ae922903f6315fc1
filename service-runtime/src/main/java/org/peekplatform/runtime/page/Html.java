package org.peekplatform.runtime.page;

/** Text in markup. */
public final class Html {
    private Html() {}

    /** For the value of a quoted attribute, and for text. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** For JSON inside a script element: nothing in it can end the element or begin a comment. */
    public static String inScript(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
