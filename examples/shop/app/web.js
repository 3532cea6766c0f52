const { createServer } = require("node:http");
const { pool } = require("./database");

async function answer(request) {
  if (request.url === "/healthz") return [200, "ok"];
  if (request.method === "POST") {
    await pool.query("insert into orders (item) values ($1)", [request.url.slice(1) || "towel"]);
    return [201, "ordered"];
  }
  const { rows } = await pool.query("select count(*)::int as n, count(*) filter (where shipped)::int as shipped from orders");
  return [200, `${rows[0].n} orders, ${rows[0].shipped} shipped`];
}

const server = createServer(async (request, response) => {
  const [status, text] = await answer(request).catch(error => [503, error.message]);
  response.writeHead(status, { "content-type": "text/plain" }).end(`${text}\n`);
});

server.listen(8080);
// Let requests finish when the release is replaced.
process.on("SIGTERM", () => server.close(() => process.exit(0)));
