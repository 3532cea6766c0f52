const { readFileSync } = require("node:fs");
const { Pool } = require("pg");

// PGHOST, PGDATABASE and PGUSER are read by the driver itself.
const password = () => readFileSync(process.env.PGPASSWORD_FILE, "utf8").trim();

exports.pool = new Pool({ password, max: 5, connectionTimeoutMillis: 3000 });
