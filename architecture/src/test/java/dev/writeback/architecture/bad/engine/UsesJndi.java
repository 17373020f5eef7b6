package dev.writeback.architecture.bad.engine;

import javax.naming.Context;
import javax.naming.NamingException;

final class UsesJndi {
    void close(Context context) throws NamingException {
        context.close();
    }
}
