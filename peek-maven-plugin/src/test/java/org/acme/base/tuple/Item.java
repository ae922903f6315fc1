package org.acme.base.tuple;

public record Item(String name) {}
