package org.peekplatform.core.archive;

import java.util.Locale;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Looks for JDBC URLs in texts and attributes of any XML, and passes what it sees on. */
final class JdbcUrls extends DefaultHandler {
    private final DefaultHandler next;
    private final StringBuilder text = new StringBuilder();
    private boolean found;

    JdbcUrls(DefaultHandler next) {
        this.next = next;
    }

    boolean found() {
        return found;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        text.setLength(0);
        for (int i = 0; i < attributes.getLength(); i++) {
            look(attributes.getValue(i));
        }
        next.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
        text.append(chars, start, length);
        next.characters(chars, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        look(text.toString());
        text.setLength(0);
        next.endElement(uri, localName, qName);
    }

    private void look(String value) {
        found |= value.strip().toLowerCase(Locale.ROOT).startsWith("jdbc:");
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }
}
