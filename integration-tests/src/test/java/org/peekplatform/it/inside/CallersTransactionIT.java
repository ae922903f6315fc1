package org.peekplatform.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peekplatform.it.platform.NoopInstalled;

/** A published API runs in the transaction of the one who calls it, across the borders of plugins. */
@ExtendWith(NoopInstalled.class)
@ArquillianTest
class CallersTransactionIT {
    private static final String STRUCTURE = """
            <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
              <deployment>
                <dependencies>
                  <module name="deployment.peek-server.ear" export="true" services="import"/>
                  <module name="deployment.noop-server.ear" export="true"/>
                </dependencies>
              </deployment>
            </jboss-deployment-structure>
            """;

    @Inject
    Caller caller;

    @Deployment
    static WebArchive besideThePlugins() {
        return ShrinkWrap.create(WebArchive.class, "test-inside.war")
                .addPackage(Caller.class.getPackage())
                .addPackage(NoopInstalled.class.getPackage())
                .addAsWebInfResource(new StringAsset("<beans bean-discovery-mode=\"annotated\"/>"), "beans.xml")
                .addAsWebInfResource(new StringAsset(STRUCTURE), "jboss-deployment-structure.xml");
    }

    @Test
    void whatTheProviderWroteIsGoneWhenTheCallerRollsBack() throws SystemException, NotSupportedException {
        long before = caller.visit("first");

        assertEquals(before + 1, caller.visitInVain("in vain"), "the provider sees its own write");

        assertEquals(before + 1, caller.visit("second"), "the visit in vain is not there any more");
    }
}
