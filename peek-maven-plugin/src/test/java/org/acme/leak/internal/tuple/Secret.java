package org.acme.leak.internal.tuple;

public record Secret(String word) {}
