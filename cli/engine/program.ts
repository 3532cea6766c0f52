// The composition root is `export =`, which is how the Pulumi engine finds it.
import program = require("../../index");

export { program };
