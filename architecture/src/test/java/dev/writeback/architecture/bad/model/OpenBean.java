package dev.writeback.architecture.bad.model;

public class OpenBean {
    private String value = "";

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }
}
