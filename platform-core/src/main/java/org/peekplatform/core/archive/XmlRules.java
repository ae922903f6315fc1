package org.peekplatform.core.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.peekplatform.core.problem.Findings;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Parses what a server may parse later, by rules under which nothing outside the text is ever touched: a DOCTYPE ends it,
 * so that there are no entities to expand or fetch.
 */
final class XmlRules {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String GENERAL_ENTITIES = "http://xml.org/sax/features/external-general-entities";
    private static final String PARAMETER_ENTITIES = "http://xml.org/sax/features/external-parameter-entities";

    private final SAXParserFactory factory;

    XmlRules() {
        factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setFeature(GENERAL_ENTITIES, false);
            factory.setFeature(PARAMETER_ENTITIES, false);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's XML parser lacks a feature that it must have", e);
        }
    }

    void check(Place place, String name, byte[] content, Findings findings) {
        boolean persistence = name.endsWith("persistence.xml");
        PersistenceUnits units = new PersistenceUnits();
        JdbcUrls urls = new JdbcUrls(persistence ? units : new DefaultHandler());
        try {
            SAXParser parser = factory.newSAXParser();
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            parser.parse(new ByteArrayInputStream(content), urls);
        } catch (SAXException e) {
            findings.add(Refusals.XML.entry(
                    place.path(),
                    name,
                    String.valueOf(e.getMessage()).contains("DOCTYPE") ? "has a DOCTYPE" : "is no well-formed XML"));
            return;
        } catch (IOException e) {
            findings.add(Refusals.XML.entry(place.path(), name, "is no well-formed XML in its encoding"));
            return;
        } catch (ParserConfigurationException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        units.faults().forEach(fault -> findings.add(Refusals.PERSISTENCE.entry(place.path(), name, fault)));
        if (urls.found()) {
            findings.add(Refusals.PERSISTENCE.entry(place.path(), name, "names a JDBC URL"));
        }
    }
}
