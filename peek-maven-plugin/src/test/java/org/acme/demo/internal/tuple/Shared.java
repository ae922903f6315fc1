package org.acme.demo.internal.tuple;

public record Shared(String text) {}
