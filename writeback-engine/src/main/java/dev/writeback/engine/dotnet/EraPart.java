package dev.writeback.engine.dotnet;

/** The era, of which there is one. */
record EraPart() implements FormatPart {

    @Override
    public boolean read(TextCursor text, DateFields fields) {
        return text.acceptAnyCase("A.D.") || text.acceptAnyCase("AD");
    }

    @Override
    public void print(DotNetDate date, StringBuilder text) {
        text.append("A.D.");
    }
}
