/** What a domain controller does, as tests that run against any of them, and where the testkit's own differs. */
@NullMarked
package dev.writeback.testkit.controller;

import org.jspecify.annotations.NullMarked;
