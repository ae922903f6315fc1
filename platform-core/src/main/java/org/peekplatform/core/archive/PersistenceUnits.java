package org.peekplatform.core.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peekplatform.core.problem.Quoted;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Persistence units use the platform's data source and leave the schema to the migrations. */
final class PersistenceUnits extends DefaultHandler {
    static final String DATA_SOURCE = "java:jboss/datasources/PeekDS";
    private static final Set<String> HARMLESS = Set.of("none", "validate");

    private final List<String> faults = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String unit = "";
    private Optional<String> dataSource = Optional.empty();

    List<String> faults() {
        return faults;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        text.setLength(0);
        if (localName.equals("persistence-unit")) {
            unit = Optional.ofNullable(attributes.getValue("name")).orElse("");
            dataSource = Optional.empty();
        } else if (localName.equals("property")) {
            checkProperty(
                    Optional.ofNullable(attributes.getValue("name")).orElse(""),
                    Optional.ofNullable(attributes.getValue("value")).orElse(""));
        }
    }

    private void checkProperty(String name, String value) {
        boolean connects = name.contains("persistence.jdbc.")
                || name.startsWith("hibernate.connection.")
                || name.endsWith("DataSource");
        boolean changesSchema =
                name.contains("persistence.schema-generation.") || name.startsWith("hibernate.hbm2ddl.");
        if (connects || changesSchema && !HARMLESS.contains(value)) {
            faults.add("has a persistence unit " + Quoted.of(unit) + " with the property " + Quoted.of(name)
                    + (connects ? ", which connects to a database of its own" : ", which changes the schema"));
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        text.append(chars, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (localName.equals("jta-data-source")) {
            dataSource = Optional.of(text.toString().strip());
        } else if (localName.equals("non-jta-data-source")) {
            faults.add("has a persistence unit " + Quoted.of(unit) + " with a data source outside of transactions");
        } else if (localName.equals("persistence-unit") && !dataSource.equals(Optional.of(DATA_SOURCE))) {
            faults.add("has a persistence unit " + Quoted.of(unit) + " with the data source "
                    + Quoted.of(dataSource.orElse("")) + ", must be '" + DATA_SOURCE + "'");
        }
    }
}
