package dev.writeback.ldap;

/** The attributes that anchors are kept in, beside the entry's own id. */
final class AnchorAttributes {

    static final String CONSISTENCY_GUID = "mS-DS-ConsistencyGuid";
    static final String EXTERNAL_ID = "msDS-ExternalDirectoryObjectId";
    static final String SID = "objectSid";

    private AnchorAttributes() {}
}
