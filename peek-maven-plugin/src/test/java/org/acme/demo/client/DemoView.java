package org.acme.demo.client;

public abstract class DemoView {
    protected int size;
    String hidden = "";

    public abstract String show(int line);

    protected void resize(int size) {
        this.size = size;
    }

    void secret() {
        hidden = "";
    }
}
