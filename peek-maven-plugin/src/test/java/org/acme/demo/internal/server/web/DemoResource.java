package org.acme.demo.internal.server.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("demo")
public class DemoResource {
    @GET
    public String get() {
        return "demo";
    }
}
