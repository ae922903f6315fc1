package org.peekplatform.maven.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.descriptor.PluginDescriptor.Api;
import org.peekplatform.maven.Fixtures;

class ApiListingTest {

    @Test
    void listsPublicAndProtectedMembersOnly() {
        Api api = ApiListing.of(Fixtures.classes("org/acme/demo/client").all()).orElseThrow();
        assertThat(api.packages()).containsExactly("org.acme.demo.client");
        assertThat(api.members())
                .containsExactly(
                        "org/acme/demo/client/DemoView",
                        "org/acme/demo/client/DemoView#<init>()V",
                        "org/acme/demo/client/DemoView#resize(I)V",
                        "org/acme/demo/client/DemoView#show(I)Ljava/lang/String;",
                        "org/acme/demo/client/DemoView#size:I");
    }

    @Test
    void listsNothingWhenNothingIsExposed() {
        assertThat(ApiListing.of(List.of())).isEmpty();
    }
}
