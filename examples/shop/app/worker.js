const { writeFileSync } = require("node:fs");
const { setTimeout: sleep } = require("node:timers/promises");
const { pool } = require("./database");

let stopping = false;
process.on("SIGTERM", () => {
  stopping = true;
});

async function work() {
  while (!stopping) {
    // For at-work.js: a loop that hangs stops saying this.
    writeFileSync("/tmp/at-work", "");
    const { rowCount } = await pool.query(
      "update orders set shipped = true where id = (select id from orders where not shipped order by id limit 1 for update skip locked)",
    );
    if (rowCount === 0) await sleep(1000);
  }
  await pool.end();
}

work().catch(error => {
  console.error(error.message);
  process.exit(1);
});
