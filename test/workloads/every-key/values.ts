import fc from "fast-check";

/** Values that several keys have. */
export const one = fc.constantFrom;
export const flag = fc.boolean();
export const word = one("alpha", "beta", "gamma-2");
export const duration = one("7s", "1m30s", "90s");
export const bytes = one("96m", "1gb", 268435456);
export const count = fc.integer({ min: 2, max: 5 });
export const address = one("192.0.2.10", "192.0.2.77");
export const identity = one("1000", "4711");
export const labels = one<unknown>({ "com.example.team": "a" }, ["com.example.tier=b", "com.example.c=d"]);
export const variables = one<unknown>({ MODE: "fast", LEVEL: 3 }, ["NAME=value", "OTHER=two"], {
  DB_PASSWORD: "not-a-real-one",
});
export const command = one<unknown>("serve --all", ["sh", "-c", "exec run"]);
