package dev.writeback.engine.dotnet;

/**
 * The time zone.
 *
 * @param letters how many {@code z}; zero for {@code K}
 */
record ZonePart(int letters) implements FormatPart {

    @Override
    public boolean read(TextCursor text, DateFields fields) {
        if (letters == 0 && text.accept('Z')) {
            return fields.setUtc();
        }
        if (letters == 0 && text.peek() != '+' && text.peek() != '-') {
            return true;
        }
        int offset = ZoneText.read(letters == 0 ? 3 : letters, text);
        return offset != ZoneText.NONE && fields.set(DateFields.Field.OFFSET, offset);
    }

    @Override
    public void print(DotNetDate date, StringBuilder text) {
        text.append(
                switch (letters) {
                    case 0 -> kind(date);
                    case 1 -> "+0";
                    case 2 -> "+00";
                    default -> "+00:00";
                });
    }

    private static String kind(DotNetDate date) {
        return switch (date.kind()) {
            case UNSPECIFIED -> "";
            case UTC -> "Z";
            case LOCAL -> "+00:00";
        };
    }
}
