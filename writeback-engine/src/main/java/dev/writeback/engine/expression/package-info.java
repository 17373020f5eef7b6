/** The language of Entra's attribute mappings: read once into a checked tree, evaluated as a function of its inputs. */
@NullMarked
package dev.writeback.engine.expression;

import org.jspecify.annotations.NullMarked;
