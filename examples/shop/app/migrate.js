const { pool } = require("./database");

const table = `
  create table if not exists orders (
    id bigint generated always as identity primary key,
    item text not null,
    shipped boolean not null default false
  )`;

pool.query(table).then(
  () => pool.end(),
  error => {
    console.error(error.message);
    process.exit(1);
  },
);
